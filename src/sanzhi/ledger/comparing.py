"""Before a row is written: is it as it was sealed? Else the next lawful command would seal what somebody put there by hand."""

from typing import Any

from django.db import connection

from sanzhi.kernel import db
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.models import Recorded
from sanzhi.kernel.verdict import Reason
from sanzhi.ledger.canonical import salted
from sanzhi.ledger.sealing import rows_of, spelt_row

LAST = 'SELECT salt, digest FROM ledger_rowseal WHERE "table" = %s AND "row" = %s ORDER BY id DESC LIMIT 1'


def demand_as_sealed(table: str, pk: Any, *, row: Recorded | None) -> None:
    """Raises Refused where the row in the database, `row` if it was read already, is not what its latest seal says."""
    if row is None:
        row = db.rows_by_key(rows_of(table).model, [pk]).get(pk)
    with connection.cursor() as cursor:
        cursor.execute(LAST, (table, pk))
        seal = cursor.fetchone()
    if row is not None and seal and seal[0] and salted(seal[0], spelt_row(row)) == seal[1]:
        return
    caption = rows_of(table).model._meta.verbose_name
    raise Refused(
        (
            Reason(
                f"{caption}第{pk}行与日志中的封印不符，可能被绕过系统改动，没有办理。",
                remedy="请系统管理员先保全数据，再运行 manage.py verify 查明。",
            ),
        )
    )
