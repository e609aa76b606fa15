"""Give the opinion: all eight points answered; agreement only when all of them hold."""

from pydantic import Field

from sanzhi.cases import board
from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.orders import Order
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.reviews import events, queries
from sanzhi.reviews.models import Review
from sanzhi.reviews.models import Verdict as Conclusion
from sanzhi.reviews.policies import is_qualified, is_waiting
from sanzhi.reviews.rules import Point, all_hold, flaws
from sanzhi.reviews.seen import has_seen_all


class PointIn(Order):
    holds: bool
    note: str = Field(default="", max_length=1000)


class GiveOpinion(OnJudged):
    points: dict[str, PointIn]
    verdict: Conclusion
    opinion: str = Field(min_length=2, max_length=5000)


def _is_still_proposed(proceeding: Proceeding, review: Review | None) -> Verdict:
    now = cases.current_proposal(proceeding)
    return Verdict.when(
        review is None or now is None or review.proposal_id == now.pk,
        "送审以后处理建议已经改变，所审的不是现在的处理建议。",
        citation="行政处罚法第五十八条",
        remedy="请出具不同意的意见，由承办人重新送审。",
    )


CARD = Card(
    office=(Role.LEGAL_REVIEWER,),
    captions={"points": "八项审核", "verdict": "审核结论", "opinion": "审核意见"},
    objects=lambda proceeding: is_waiting(queries.open_review(proceeding)),
    reads=lambda on: (queries.open_review(on), cases.current_proposal(on), on.finding),
    page="reviews:of_case",
    is_main=True,
    is_done=lambda on: bool(queries.reviews_of(on)) and queries.open_review(on) is None,
)


@act("reviews.give_opinion", title="出具法制审核意见", card=CARD)
def give_opinion(actor: Actor, order: GiveOpinion, *, on: Proceeding) -> Review:
    proceeding, review = on, queries.open_review(on)
    points = {key: Point(row.holds, row.note.strip()) for key, row in order.points.items()}
    agreed = order.verdict == Conclusion.AGREED
    require(
        is_qualified(actor),
        _is_still_proposed(proceeding, review) if agreed else Verdict.yes(),
        has_seen_all(proceeding, review) if agreed and review else Verdict.yes(),
        board.guard("cases.plea_answered", proceeding),
        Verdict(tuple(Reason(sentence, "国办发〔2018〕118号四(十三)") for sentence in flaws(points))),
        Verdict.when(
            not agreed or all_hold(points),
            "有不符合的审核项，不能出具“同意”的意见。",
            citation="行政处罚法第五十八条",
        ),
        Verdict.when(
            agreed or not all_hold(points), "八项全部符合，请出具“同意”的意见，或者指出不符合的项。"
        ),
    )
    assert review is not None
    review.points = {key: {"holds": point.holds, "note": point.note} for key, point in points.items()}
    review.verdict, review.opinion = order.verdict, order.opinion
    review.reviewed_at, review.reviewed_on, review.reviewed_by = clock.now(), clock.today(), actor.name
    review.reviewer_id = actor.officer_id
    review.save()
    facts = {"verdict": Conclusion(order.verdict).label}
    record(events.OPINION_GIVEN, actor=actor, subject=cases.subject_of(proceeding.case), facts=facts)
    return review
