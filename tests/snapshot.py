"""The founded bureau, reached once by commands and then copied for every test that starts from it.

Founding it takes most of a short test's time. The copy is of the rows as the commands left them, journal included;
ids and seals stay the same, because every test begins on the same empty tables.
"""

from typing import Any

from django.apps import apps
from django.db import connection

from sanzhi.demo.cast import Bureau, found_bureau
from sanzhi.organisation.models import Authority, Officer

MADE_ELSEWHERE = {
    "django_content_type",  # by Django, after each flush, with other ids
    "auth_permission",
    "ledger_waiting",  # by a trigger, for each entry
}
_tables: dict[str, list[tuple[Any, ...]]] = {}


def founded() -> Bureau:
    """The bureau in this test's own transaction."""
    if not _tables:
        bureau = found_bureau()
        _keep()
        return bureau
    _put_back()
    officers = Officer.objects.select_related("authority", "unit", "user")
    return Bureau(Authority.objects.get(), {officer.user.username: officer for officer in officers})


def _keep() -> None:
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            name = model._meta.db_table
            if name in MADE_ELSEWHERE:
                continue
            cursor.execute(f'SELECT * FROM "{name}"')
            rows = cursor.fetchall()
            marks = ", ".join("%s" for _ in cursor.description)
            _tables[f'INSERT INTO "{name}" VALUES ({marks})'] = rows


def _put_back() -> None:
    with connection.cursor() as cursor:
        for sql, rows in _tables.items():
            if rows:
                cursor.executemany(sql, rows)
