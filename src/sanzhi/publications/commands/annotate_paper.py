"""Say of a registered document what became of what it tells: a decision that was revoked is no longer in force."""

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record
from sanzhi.publications import events, queries
from sanzhi.publications.models import Paper


class AnnotatePaper(Order):
    """`state`: how what it tells stands since then, in one word."""

    token: str
    since: str = Field(min_length=2, max_length=300)
    state: str = Field(default="", max_length=20)


@command("publications.annotate_paper", title="注明可查验文书的变化", internal=True)
def annotate_paper(actor: Actor, order: AnnotatePaper) -> Paper:
    """What was said before stays above it."""
    paper = Paper.locked(queries.paper(order.token).pk)
    paper.since = "\n".join(line for line in (paper.since, order.since) if line)
    paper.state = order.state or paper.state
    paper.save()
    facts = {"title": paper.title, "number": paper.number, "since": order.since}
    record(events.PAPER_ANNOTATED, actor=actor, subject=paper, facts=facts)
    return paper
