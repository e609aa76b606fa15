"""Order the respondent to correct the violation (行政处罚法 §28); the day for it must lie ahead."""

from datetime import date

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Correction
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class OrderCorrection(Order):
    case: int
    content: str = Field(min_length=5, max_length=2000)
    correct_by_on: date


@command("cases.order_correction", title="责令改正")
def order_correction(actor: Actor, order: OrderCorrection) -> Correction:
    case = queries.case_for_update(actor, order.case)
    standing = Correction.objects.filter(case=case).first()
    require(
        may_act(actor, case, act="order_correction"),
        Verdict.when(order.correct_by_on >= clock.today(), "改正期限不能早于今天。"),
        Verdict.when(standing is None or standing.reviewed_on is None, "责令改正已经复查，不能再修改。"),
    )
    correction = standing or Correction(case=case)
    correction.content, correction.correct_by_on = order.content, order.correct_by_on
    correction.ordered_on = clock.today()
    correction.save()
    facts = {"correct_by_on": f"{order.correct_by_on:%Y年%m月%d日}"}
    record(events.CORRECTION_ORDERED, actor=actor, subject=case, facts=facts)
    return correction
