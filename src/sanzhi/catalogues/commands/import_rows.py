"""Take the confirmed rows of a sheet into a draft: new ones are added, changed ones replaced, named ones removed."""

from typing import Any

from django.db.models import Max
from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.commands._rows import touch, write_row
from sanzhi.catalogues.models import Edition, Row
from sanzhi.catalogues.policies import is_as_seen, is_open, may_compile
from sanzhi.catalogues.schemas import check_row, duplicates
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, require
from sanzhi.ledger.commands import record


class ImportRows(Order):
    """`rows` are the whole rows to add or replace by their codes; `source` names the file."""

    edition: int
    rows: list[dict[str, Any]] = Field(max_length=50_000)
    remove: list[str] = Field(default_factory=list)
    source: str = Field(max_length=200)
    revision: int | None = None


@command("catalogues.import_rows", title="导入清单项")
def import_rows(actor: Actor, order: ImportRows) -> Edition:
    """All or nothing: one wrong row refuses the whole sheet."""
    edition = Edition.locked(order.edition)
    require(may_compile(actor, edition.authority.code), is_open(edition), is_as_seen(edition, order.revision))
    standing = {row.code: row for row in edition.rows.all()}
    last = edition.rows.aggregate(last=Max("position"))["last"] or 0
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
    for code in order.remove:
        if code in standing:
            standing.pop(code).delete()
    fresh = []
    for row in rows:
        if row.code not in standing:
            last += 1
            fresh.append(
                Row(edition=edition, position=last, code=row.code, title=row.title, content=row.content)
            )
        elif standing[row.code].content != row.content:
            write_row(edition, row, standing=standing[row.code], position=standing[row.code].position)
    Row.objects.bulk_create(fresh)
    touch(edition)
    facts = {"title": edition.title, "ordinal": edition.ordinal, "rows": len(rows), "source": order.source}
    record(events.ROWS_IMPORTED, actor=actor, subject=edition, facts=facts)
    return edition
