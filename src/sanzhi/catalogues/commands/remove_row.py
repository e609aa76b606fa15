"""Take a row out of a draft; editions in force keep theirs."""

from sanzhi.catalogues import events
from sanzhi.catalogues.commands._rows import answer_remarks, touch
from sanzhi.catalogues.models import Edition
from sanzhi.catalogues.policies import is_as_seen, is_open, may_compile
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class RemoveRow(Order):
    edition: int
    code: str
    revision: int | None = None


@command("catalogues.remove_row", title="删除清单项")
def remove_row(actor: Actor, order: RemoveRow) -> Edition:
    edition = Edition.locked(order.edition)
    row = edition.rows.filter(code=order.code).first()
    if row is None:
        raise NotVisible
    require(may_compile(actor, edition.authority.code), is_open(edition), is_as_seen(edition, order.revision))
    facts = {"title": edition.title, "ordinal": edition.ordinal, "row": f"{row.code} {row.title}"}
    row.delete()
    answer_remarks(actor, edition, code=order.code, answer="已删除本行")
    touch(edition)
    record(events.ROW_REMOVED, actor=actor, subject=edition, facts=facts)
    return edition
