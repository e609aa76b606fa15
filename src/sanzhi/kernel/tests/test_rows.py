"""Rows by constant SQL are the rows that Django's own queries find, and the write of a row that is gone is noticed."""

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from sanzhi.kernel import clock, db
from sanzhi.kernel.models import Job
from sanzhi.kernel.writing import write_row

pytestmark = pytest.mark.django_db


def _job(name: str, key: str, *, done: bool = False) -> Job:
    moment = clock.now()
    return Job.objects.create(name=name, key=key, due_at=moment, done_at=moment if done else None)


@pytest.mark.parametrize(
    "held",
    [
        {"name": "a"},
        {"name": "a", "key": "1"},
        {"name": "a", "done_at": None},
        {"key": "1", "done_at": None, "given_up_at": None},
        {"attempts": 0},
        {"name": "none such"},
        {"attempts": db.LARGEST},
    ],
)
def test_rows_that_hold_these_values(held: dict[str, int | str | None]) -> None:
    for row in (("a", "1"), ("a", "2"), ("b", "1")):
        _job(*row)
    _job("a", "3", done=True)
    found = {row.pk for row in db.rows_where(Job, **held)}
    expected = Job.objects.filter(**held) if held.get("attempts") != db.LARGEST else Job.objects.none()
    assert found == set(expected.values_list("pk", flat=True))


def test_the_same_question_is_another_where_nothing_may_stand() -> None:
    open_one, done = _job("a", "1"), _job("a", "2", done=True)
    assert [row.pk for row in db.rows_where(Job, name="a", done_at=None)] == [open_one.pk]
    assert {row.pk for row in db.rows_where(Job, name="a")} == {open_one.pk, done.pk}


def test_a_row_that_is_gone_is_not_written() -> None:
    row = _job("a", "1")
    write_row(row)
    Job.objects.filter(pk=row.pk).delete()
    with pytest.raises(DatabaseError, match="gone"):
        write_row(row)


def test_whoever_counts_questions_counts_these_and_these_writes() -> None:
    row = _job("a", "1")
    with CaptureQueriesContext(connection) as counted:
        db.rows_where(Job, name="a")
        write_row(row)
    assert [one["sql"].split()[0] for one in counted] == ["SELECT", "UPDATE"]
