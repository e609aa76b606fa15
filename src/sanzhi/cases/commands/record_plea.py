"""Record a statement or defence, or its express waiver (行政处罚法 §44, §45, §62)."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Plea
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RecordPlea(Order):
    case: int
    is_waived: bool = False
    text: str = Field(default="", max_length=5000)


@command("cases.record_plea", title="记录陈述申辩")
def record_plea(actor: Actor, order: RecordPlea) -> Plea:
    case = queries.case_for_update(actor, order.case)
    standing = Plea.objects.filter(case=case).first()
    require(
        may_act(actor, case, act="record_plea"),
        Verdict.when(
            order.is_waived or order.text,
            "请填写陈述申辩的内容，或者注明当事人明确放弃。",
            citation="行政处罚法第六十二条",
        ),
        Verdict.when(standing is None or standing.answered_on is None, "该陈述申辩已经复核。"),
    )
    plea = standing or Plea(case=case)
    plea.is_waived, plea.text, plea.made_on = order.is_waived, order.text, clock.today()
    plea.save()
    outcome = "明确放弃" if order.is_waived else "提出意见"
    record(events.PLEA_RECORDED, actor=actor, subject=case, facts={"outcome": outcome})
    return plea
