"""Write one row of a draft: a new one when `code` is empty or unknown, else over the row of that code.

Saving settles what is open on the row: it counts as looked at, and the justice bureau's remarks on it as answered.
"""

from typing import Any

from django.db.models import Max
from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.commands._rows import answer_remarks, checked_row, touch, write_row
from sanzhi.catalogues.models import Edition, Row
from sanzhi.catalogues.policies import is_as_seen, is_open, may_compile
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class SaveRow(Order):
    edition: int
    code: str = Field(default="", max_length=40)
    values: dict[str, Any]
    revision: int | None = None


@command("catalogues.save_row", title="保存清单项")
def save_row(actor: Actor, order: SaveRow) -> Row:
    edition = Edition.locked(order.edition)
    standing = edition.rows.filter(code=order.code).first() if order.code else None
    require(may_compile(actor, edition.authority.code), is_open(edition), is_as_seen(edition, order.revision))
    last = edition.rows.aggregate(last=Max("position"))["last"] or 0
    number = standing.position if standing else last + 1
    row = checked_row(edition, order.values, number=number, place="")
    same = edition.rows.filter(code=row.code).first()
    require(
        Verdict.when(
            same is None or same == standing,
            f"编码“{row.code}”已经用于另一行。",
            remedy="每行的编码应当不同。",
        )
    )
    changed = standing is None or standing.content != row.content
    kept = write_row(edition, row, standing=standing, position=number, is_unchecked=False)
    if changed:
        answer_remarks(actor, edition, code=order.code or row.code, answer="已按意见修改")
    touch(edition)
    facts = {"title": edition.title, "ordinal": edition.ordinal, "row": f"{row.code} {row.title}"}
    record(events.ROW_SAVED, actor=actor, subject=edition, facts=facts)
    return kept
