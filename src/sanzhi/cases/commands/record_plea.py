"""Record a statement or defence, or its express waiver (行政处罚法 §44, §45, §62)."""

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.models import Plea, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.queries import told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RecordPlea(OnProceeding):
    is_waived: bool = False
    text: str = Field(default="", max_length=5000)


CARD = Card(captions={"is_waived": "当事人明确放弃陈述申辩", "text": "陈述申辩内容"})


@act("cases.record_plea", title="记录陈述申辩", card=CARD)
def record_plea(actor: Actor, order: RecordPlea, *, on: Proceeding) -> Plea:
    """Every plea is a row of its own and names the proposal that was told; none is written over another."""
    notice = told(on)
    require(
        Verdict.when(
            order.is_waived != bool(order.text),
            "请填写陈述申辩的内容，或者注明当事人明确放弃（二者择一）。",
            citation="行政处罚法第六十二条",
        ),
        Verdict.when(
            notice, "告知书尚未送达当事人，不能登记陈述申辩或者放弃。", citation="行政处罚法第四十四条"
        ),
    )
    assert notice is not None
    plea = Plea(
        proceeding=on,
        proposal=notice.proposal,
        is_waived=order.is_waived,
        text=order.text,
        made_on=clock.today(),
    )
    plea.save()
    outcome = "明确放弃" if order.is_waived else "提出意见"
    record(events.PLEA_RECORDED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return plea
