"""Submit a case to the legal section with its materials (F7-06); each submission is a round of its own."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import working_calendar
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.ledger.commands import record
from sanzhi.reviews import events
from sanzhi.reviews.models import Review


class SubmitForReview(Order):
    case: int
    explanation: str = Field(min_length=5, max_length=5000)


@command("reviews.submit_for_review", title="送请法制审核")
def submit_for_review(actor: Actor, order: SubmitForReview) -> Review:
    case = cases.case_for_update(actor, order.case)
    rounds = list(Review.objects.filter(case=case))
    materials = [paper.label for paper in cases.papers(case) if paper.is_issued]
    require(
        may_act(actor, case, act="submit_for_review"),
        Verdict.when(all(row.reviewed_on for row in rounds), "本案正在审核，不必重复送审。"),
        Verdict.when(
            any(paper.form == "D27" and paper.is_issued for paper in cases.papers(case)),
            "送审材料缺少《案件调查终结报告》。",
            citation="国办发〔2018〕118号四(十三)",
        ),
    )
    today = clock.today()
    until = due(rule("legal_review", today), today, calendar=working_calendar())
    review = Review(
        case=case,
        round=len(rounds) + 1,
        materials=materials,
        explanation=order.explanation,
        submitted_on=today,
        submitted_by=actor.name,
        due_on=until.on,
    )
    review.save()
    facts = {"round": review.round, "count": len(materials)}
    record(events.SUBMITTED, actor=actor, subject=cases.subject_of(case), facts=facts)
    return review
