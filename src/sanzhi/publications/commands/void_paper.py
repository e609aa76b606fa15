"""Say of a registered document that it no longer counts."""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record
from sanzhi.publications import events, queries
from sanzhi.publications.models import Paper


class VoidPaper(Order):
    token: str


@command("publications.void_paper", title="作废可查验文书", internal=True)
def void_paper(actor: Actor, order: VoidPaper) -> Paper:
    paper = Paper.locked(queries.paper(order.token).pk)
    paper.is_void = True
    paper.save()
    record(
        events.PAPER_VOIDED, actor=actor, subject=paper, facts={"title": paper.title, "number": paper.number}
    )
    return paper
