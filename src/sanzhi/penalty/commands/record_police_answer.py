"""Record what the police answer, or another agency: taken up, or given back, and then it may be punished here (移送规定 §8–§10)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnBack, TurnToEnd, turn_back, turn_to_end
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Referral, Referred
from sanzhi.penalty.referrals import CRIME, is_of_the_receiver, running


class RecordPoliceAnswer(OnProceeding):
    is_taken_up: bool = False
    outcome: str = Field(min_length=4, max_length=60)
    outcome_on: date


def _objects(proceeding: Proceeding) -> Verdict:
    row = running(proceeding)
    return Verdict.when(
        row and row.handed_at, "没有移交以后等待答复的案件。", citation=CRIME, remedy="请先移交并取得回执。"
    )


CARD = Card(
    citation="行政处罚法第二十七条；行政执法机关移送涉嫌犯罪案件的规定第八条",
    captions={
        "is_taken_up": "公安机关决定立案（其他机关受理）",
        "outcome": "立案、不予立案通知书（其他机关退回函）文号",
        "outcome_on": "通知书日期",
    },
    helps={
        "is_taken_up": "不予立案、退回的不勾选：依法应当给予行政处罚的，继续办理。立案以后撤销案件、不起诉而退回的，同样登记。"
    },
    objects=_objects,
    is_main=True,
    after_closure=True,
)


def _enter(row: Referral, order: RecordPoliceAnswer) -> str:
    """What was answered first stays; what came back later stands beside it (行政处罚法 §27(1))."""
    if row.is_taken_up:
        row.returned, row.returned_on = order.outcome, order.outcome_on
        return "立案以后退回"
    row.is_taken_up, row.outcome, row.outcome_on = order.is_taken_up, order.outcome, order.outcome_on
    return "决定立案" if order.is_taken_up else "不予立案，退回"


@act("penalty.record_police_answer", title="登记接收机关答复", card=CARD)
def record_police_answer(actor: Actor, order: RecordPoliceAnswer, *, on: Proceeding) -> Referral:
    row = running(on)
    assert row is not None and row.handed_at is not None  # the card has asked for it
    handed_on = row.handed_at.astimezone(clock.CHINA).date()
    require(
        Verdict.when(
            handed_on <= order.outcome_on <= clock.today(),
            "通知书日期应不早于移交日、不晚于今天。",
            citation=CRIME,
            remedy="请按公安机关的通知书填写。",
        ),
        is_of_the_receiver(on, Referred(row.to), number=order.outcome),
        Verdict.when(
            not (row.is_taken_up and order.is_taken_up),
            "接收机关已经立案（受理）。",
            citation=CRIME,
            remedy="其后撤销案件、不起诉并退回依法给予行政处罚的，不勾选，填写退回的文号。",
        ),
    )
    was_elsewhere, outcome = row.is_elsewhere, _enter(row, order)
    row.save()
    facts = {"receiver": row.receiver, "outcome": outcome, "number": order.outcome}
    record(events.POLICE_ANSWERED, actor=actor, subject=on.case, facts=facts)
    _go_where_it_belongs(actor, on, row=row, was_elsewhere=was_elsewhere)
    return row


def _go_where_it_belongs(actor: Actor, on: Proceeding, *, row: Referral, was_elsewhere: bool) -> None:
    """What was decided before goes on being performed, whatever they answer (移送规定 §11(2))."""
    if hasattr(on, "decision"):
        return
    if row.is_elsewhere and on.step not in {"", queries.procedure_of(on).last.key}:
        turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason=f"{row.receiver}已受理"))
    waits_to_close = queries.termination_of(on) is not None and on.closed_on is None
    if was_elsewhere and not row.is_elsewhere and not waits_to_close:
        turn_back(actor, TurnBack(case=on.case_id, proceeding=on.pk, reason=f"{row.receiver}退回"))
