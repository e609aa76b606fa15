"""Record that a stay of execution was lifted before the contest ended (行政复议法 §42; 行政诉讼法 §56)."""

from datetime import date

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.commands.stay_execution import LAW
from sanzhi.cases.contests import pending_contest
from sanzhi.cases.models import Contest, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record


class ResumeExecution(OnProceeding):
    resumed_on: date


def _objects(proceeding: Proceeding) -> Verdict:
    row = pending_contest(proceeding)
    return Verdict.when(
        row is not None and row.is_stayed,
        "没有停止执行的登记。",
        citation=LAW,
        remedy="复议、诉讼审结的，停止执行随之结束，不必登记恢复。",
    )


CARD = Card(
    citation=LAW,
    captions={"resumed_on": "恢复执行之日"},
    initial=lambda on: {"resumed_on": clock.today()},
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("cases.resume_execution", title="登记恢复执行", card=CARD)
def resume_execution(actor: Actor, order: ResumeExecution, *, on: Proceeding) -> Contest:
    row = pending_contest(on)
    assert row is not None and row.stayed_on is not None  # the card has asked for it
    require(
        Verdict.when(
            row.stayed_on <= order.resumed_on <= clock.today(),
            "恢复执行之日应不早于停止执行之日、不晚于今天。",
            citation=LAW,
            remedy="请按决定书、裁定书填写。",
        )
    )
    row.resumed_on = order.resumed_on
    row.save()
    record(
        events.EXECUTION_RESUMED, actor=actor, subject=on.case, facts={"on": chinese_date(order.resumed_on)}
    )
    return row
