"""How the commands write rows: one place that numbers, replaces and counts the change."""

from collections.abc import Mapping
from typing import Any

from sanzhi.catalogues.models import Edition, Kind, Row
from sanzhi.catalogues.schemas import RowIn, Wrong, check_row
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused


def checked_row(edition: Edition, values: Mapping[str, Any], *, number: int, place: str) -> RowIn:
    """The row as it will be kept. Raises Refused with every wrong column."""
    checked = check_row(edition.kind, values, number=number)
    if checked.row is None:
        raise Refused(tuple(wrong.at(place) for wrong in checked.wrongs))
    return checked.row


def write_row(edition: Edition, row: RowIn, *, standing: Row | None, position: int, **marks: Any) -> Row:
    """Write `row` over `standing`, or as a new one at `position`."""
    kept = standing or Row(edition=edition, position=position)
    kept.code, kept.title, kept.content = row.code, row.title, row.content
    for name, value in marks.items():
        setattr(kept, name, value)
    kept.save()
    return kept


def touch(edition: Edition) -> None:
    """Count the change; a procedure's head is the table that its rows make together."""
    edition.revision += 1
    if edition.kind == Kind.PROCEDURE:
        steps = list(edition.rows.values_list("content", flat=True))
        edition.head = {**edition.head, "steps": steps}
    edition.save()


def answer_remarks(actor: Actor, edition: Edition, *, code: str, answer: str) -> None:
    """Close the open remarks on a row."""
    for remark in edition.row_remarks.filter(code=code, answered_on=None):
        remark.answer, remark.answered_by, remark.answered_on = answer, actor.name, clock.today()
        remark.save()


def no_wrongs(wrongs: tuple[Wrong, ...], place: str) -> None:
    if wrongs:
        raise Refused(tuple(wrong.at(place) for wrong in wrongs))
