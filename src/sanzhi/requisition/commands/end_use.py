"""Record that the use has ended: from now on the days to give back are counted (突发事件应对法 §12)."""

from datetime import date

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.chosen import any_in_use
from sanzhi.requisition.models import Requisition, UseEndedFor
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import last_use, requisition_of


class EndUse(OnProceeding):
    ground: UseEndedFor
    ended_on: date


def _objects(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    return any_in_use(proceeding) & Verdict.when(
        row is None or row.use_ended_on is None,
        "已经登记停止使用。",
        citation=LAW,
        remedy="请逐项返还、清点。",
    )


CARD = Card(
    captions={"ground": "结束的情形", "ended_on": "结束日"},
    initial=lambda on: {"ended_on": clock.today()},
    choices={
        "ground": lambda on: [(row.value, row.label) for row in UseEndedFor if row != UseEndedFor.REFUSED]
    },
    objects=_objects,
)


@act("requisition.end_use", title="登记停止使用", card=CARD)
def end_use(actor: Actor, order: EndUse, *, on: Proceeding) -> Requisition:
    row = requisition_of(on)
    assert row is not None and row.taken_on is not None  # something is in use
    expired, used_on = row.last_on < clock.today(), last_use(on)
    require(
        Verdict.when(
            used_on is None or order.ended_on >= used_on,
            f"结束日早于最后一次使用的登记（{chinese_date(used_on) if used_on else ''}）。",
            citation=LAW,
            remedy="请核对使用登记，按实际停止使用的日期填写。",
        ),
        Verdict.when(
            row.taken_on <= order.ended_on <= clock.today(),
            "结束日应在征用之日以后、不晚于今天。",
            citation=LAW,
        ),
        Verdict.when(
            order.ground != UseEndedFor.REFUSED and (order.ground != UseEndedFor.EXPIRED or expired),
            "登记的情形与本案不符：期限尚未届满，或者不批准由机关负责人登记。",
            citation=LAW,
            remedy="请选择相符的情形。",
        ),
    )
    row.use_ended_on, row.use_ended_for = order.ended_on, order.ground
    row.save()
    facts = {"ground": UseEndedFor(order.ground).label}
    record(events.USE_ENDED, actor=actor, subject=on.case, facts=facts)
    return row
