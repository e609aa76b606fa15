"""Record the result for which time was left out; from today the time for the decision counts again (行政许可法 §45)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import TimeLeftOut
from sanzhi.licensing.queries import times_left_out


class EndTimeLeftOut(OnProceeding):
    result: Told = Field(min_length=5, max_length=2000)


def _running(proceeding: Proceeding) -> TimeLeftOut | None:
    return next((row for row in times_left_out(proceeding) if row.ended_on is None), None)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        _running(proceeding),
        "没有不计入期限的事项在进行。",
        citation="行政许可法第四十五条",
        remedy="请先登记开始。",
    )


CARD = Card(captions={"result": "结果（结论、专家意见）"}, objects=_objects)


@act("licensing.end_time_left_out", title="登记检测、鉴定、评审结果", card=CARD)
def end_time_left_out(actor: Actor, order: EndTimeLeftOut, *, on: Proceeding) -> TimeLeftOut:
    row = _running(on)
    assert row is not None  # the card has asked for it
    row.ended_on, row.result = clock.today(), order.result
    row.save()
    facts = {"ground": row.get_ground_display()}
    record(events.TIME_RUNS_ON, actor=actor, subject=on.case, facts=facts)
    return row
