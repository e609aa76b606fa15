"""Write the same text into one column of every row where it is empty: remedies, channels and units repeat."""

from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.columns import columns_of
from sanzhi.catalogues.commands._rows import checked_row, touch, write_row
from sanzhi.catalogues.models import Edition
from sanzhi.catalogues.policies import is_as_seen, is_open, may_compile
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.ledger.commands import record


class FillColumn(Order):
    edition: int
    column: str
    text: str = Field(min_length=1, max_length=2000)
    revision: int | None = None


@command("catalogues.fill_column", title="批量填写一列")
def fill_column(actor: Actor, order: FillColumn) -> int:
    """Returns the number of rows filled."""
    edition = Edition.locked(order.edition)
    column = next((column for column in columns_of(edition.kind) if column.name == order.column), None)
    require(
        may_compile(actor, edition.authority.code),
        is_open(edition),
        is_as_seen(edition, order.revision),
        Verdict.when(
            column is not None and column.name not in {"code", "key"},
            f"没有“{order.column}”这一列，或者它不能批量填写。",
        ),
    )
    assert column is not None
    try:
        part = column.read(order.text)
    except ValueError as wrong:
        raise Refused((Reason(f"“{column.caption}”：{wrong}"),)) from wrong
    empty = [row for row in edition.rows.all() if not column.write(row.content)]
    require(Verdict.when(bool(empty), f"“{column.caption}”每行都已填写。"))
    for row in empty:
        filled = checked_row(edition, {**row.content, **part}, number=row.position, place=f"“{row.code}”的")
        write_row(edition, filled, standing=row, position=row.position)
    touch(edition)
    facts = {"title": edition.title, "ordinal": edition.ordinal, "column": column.caption, "rows": len(empty)}
    record(events.COLUMN_FILLED, actor=actor, subject=edition, facts=facts)
    return len(empty)
