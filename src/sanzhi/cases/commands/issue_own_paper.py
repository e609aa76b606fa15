"""Issue a paper that a kind's act makes by itself, signed by who acts."""

from sanzhi.cases import events, queries
from sanzhi.cases.issuing import form_for, issue_paper
from sanzhi.cases.models import Paper
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class IssuePaper(OnProceeding):
    purpose: str


@command("cases.issue_own_paper", title="制发文书", internal=True)
def issue_own_paper(actor: Actor, order: IssuePaper) -> Paper:
    """Raises Refused when a fact for the paper is missing."""
    proceeding = queries.proceeding_for_update(actor, order)
    document = issue_paper(actor, proceeding, form=form_for(order.purpose))
    record(events.DOCUMENT_WRITTEN, actor=actor, subject=proceeding.case, facts={"title": document.title})
    return Paper.objects.get(document=document)
