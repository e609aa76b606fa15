"""Record the collective discussion of the heads; for a major decision it follows the review (G-07)."""

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.models import Deliberation
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RecordDeliberation(Order):
    case: int
    place: str = Field(min_length=2, max_length=100)
    chair: str = Field(min_length=1, max_length=60)
    participants: list[str] = Field(min_length=2, max_length=30)
    opinions: str = Field(min_length=5, max_length=10000)
    conclusion: str = Field(min_length=5, max_length=5000)


@command("cases.record_deliberation", title="记录集体讨论")
def record_deliberation(actor: Actor, order: RecordDeliberation) -> Deliberation:
    case = queries.case_for_update(actor, order.case)
    require(
        may_act(actor, case, act="record_deliberation"),
        # 河南省行政执法条例 §28: 法制机构审核后，经负责人集体讨论决定
        board.guard("legal_review_passed", case),
        Verdict.when(
            len(set(order.participants)) >= 2,
            "集体讨论至少应有两名负责人参加。",
            citation="行政处罚法第五十七条",
        ),
    )
    deliberation = Deliberation.objects.filter(case=case).first() or Deliberation(case=case)
    for name, value in order.model_dump(exclude={"case"}).items():
        setattr(deliberation, name, value)
    deliberation.held_on = clock.today()
    deliberation.save()
    record(events.DELIBERATION_RECORDED, actor=actor, subject=case, facts={"count": len(order.participants)})
    return deliberation
