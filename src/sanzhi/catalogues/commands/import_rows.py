"""Take the confirmed rows of a sheet into a draft: new ones are added, changed ones replaced, named ones removed."""

from typing import Any

from django.db.models import Max
from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.commands._rows import touch, write_row
from sanzhi.catalogues.models import Edition, Row
from sanzhi.catalogues.policies import is_as_seen, is_open, may_compile
from sanzhi.catalogues.schemas import RowIn, check_row, duplicates
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.ledger.commands import record


class ImportRows(Order):
    """`rows` are the whole rows to add or replace by their codes; `source` names the file.

    `unchecked` are codes of rows and the captions of values that were guessed there: a person must look before submission.
    """

    edition: int
    rows: list[dict[str, Any]] = Field(max_length=50_000)
    remove: list[str] = Field(default_factory=list)
    unchecked: dict[str, list[str]] = Field(default_factory=dict)
    source: str = Field(max_length=200)
    revision: int | None = None


@command("catalogues.import_rows", title="导入清单项")
def import_rows(actor: Actor, order: ImportRows) -> Edition:
    """All or nothing: one wrong row refuses the whole sheet."""
    edition = Edition.locked(order.edition)
    require(may_compile(actor, edition.authority.code), is_open(edition), is_as_seen(edition, order.revision))
    standing = {row.code: row for row in edition.rows.all()}
    last = edition.rows.aggregate(last=Max("position"))["last"] or 0
    rows = _checked(edition, order, last=last)
    left = {*standing, *(row.code for row in rows)} - (set(order.remove) - {row.code for row in rows})
    require(
        Verdict.when(
            bool(left),
            "表中没有读出清单项，不能把本版的各行都删去。",
            remedy="请核对表头和各列对应，重新预览。",
        )
    )
    guessed = {code: _origin(order.source, names) for code, names in order.unchecked.items()}
    for code in order.remove:
        if code in standing:
            standing.pop(code).delete()
    fresh = []
    for row in rows:
        marks = {"origin": guessed[row.code], "is_unchecked": True} if row.code in guessed else {}
        if row.code not in standing:
            last += 1
            kept = {"code": row.code, "title": row.title, "content": row.content}
            fresh.append(Row(edition=edition, position=last, **kept, **marks))
        elif standing[row.code].content != row.content:
            was = standing[row.code]
            write_row(edition, row, standing=was, position=was.position, **marks)
    Row.objects.bulk_create(fresh)
    touch(edition)
    facts = {"title": edition.title, "ordinal": edition.ordinal, "rows": len(rows), "source": order.source}
    record(events.ROWS_IMPORTED, actor=actor, subject=edition, facts=facts)
    return edition


def _checked(edition: Edition, order: ImportRows, *, last: int) -> list[RowIn]:
    """The rows as they will be kept. Raises Refused with all that is wrong in the first of them."""
    checked = [
        check_row(edition.kind, raw, number=last + number) for number, raw in enumerate(order.rows, start=1)
    ]
    reasons: list[Reason] = [
        wrong.at(f"第{number}行") for number, row in enumerate(checked, start=1) for wrong in row.wrongs
    ]
    rows = [row.row for row in checked if row.row]
    reasons += duplicates(row.code for row in rows)
    if reasons:
        raise Refused(tuple(reasons[:50]))
    return rows


def _origin(source: str, captions: list[str]) -> str:
    """What the row says of itself until somebody has looked: 表格“清单.xlsx”（环节键由程序拟定）."""
    said = f"（{'、'.join(captions)}由程序拟定）"
    return f"表格“{source[: 190 - len(said)]}”{said}"[:200]
