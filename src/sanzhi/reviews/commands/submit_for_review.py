"""Submit a case to the legal section with its materials (F7-06); each submission is a round of its own."""

from pydantic import Field

from sanzhi.cases import board
from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.vouching import stands
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.ledger.commands import record
from sanzhi.reviews import events, queries
from sanzhi.reviews.models import Review
from sanzhi.reviews.seen import seen_now


def _objects(on: Proceeding) -> Verdict:
    proposal = cases.current_proposal(on)
    return (
        Verdict.when(queries.open_review(on) is None, "本案正在审核，不必重复送审。")
        & Verdict.when(proposal, "尚未提出处理建议，没有可以审核的内容。", citation="行政处罚法第五十八条")
        & board.guard("cases.plea_answered", on)
        & (stands(on, proposal) if proposal else Verdict.yes())
    )


CARD = Card(captions={"explanation": "送审说明"}, page="reviews:submit", objects=_objects)


class SubmitForReview(OnProceeding):
    explanation: str = Field(min_length=5, max_length=5000)


@act("reviews.submit_for_review", title="送请法制审核", card=CARD)
def submit_for_review(actor: Actor, order: SubmitForReview, *, on: Proceeding) -> Review:
    proposal = cases.current_proposal(on)
    assert proposal is not None  # the card asks
    today = clock.today()
    until = due(rule("legal_review", today), today, calendar=on.calendar)
    review = Review(
        proceeding=on,
        proposal=proposal,
        round=len(queries.reviews_of(on)) + 1,
        saw=seen_now(on),
        materials=_materials(on),
        explanation=order.explanation,
        submitted_on=today,
        submitted_by=actor.name,
        due_on=until.on,
    )
    review.save()
    facts = {"round": review.round, "count": len(review.materials)}
    record(events.SUBMITTED, actor=actor, subject=cases.subject_of(on.case), facts=facts)
    return review


def _materials(on: Proceeding) -> list[str]:
    """The issued papers of the proceeding, and of the one that it serves; the evidence where there is none yet."""
    rows = [*(cases.papers(on.main) if on.main else ()), *cases.papers(on)]
    issued = [paper.label for paper in rows if paper.is_issued]
    return issued or [row.name for row in cases.evidence(on.case)]
