"""Record how the reconsideration or the suit ended: what was overturned must be entered, the rest goes on."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.contests import pending_contest
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.judged import grounds_are_told, is_its_own, is_not_heavier, outcome_is_told
from sanzhi.cases.models import Contest, ContestOutcome, ContestWay, OverturnedFor, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record

LAW = "行政复议法第七十五条；行政诉讼法第六十九条至第七十七条"


class EndContest(OnProceeding):
    ended_on: date
    received_on: date | None = None
    outcome: ContestOutcome
    outcome_number: str = Field(default="", max_length=80)
    overturned_for: list[OverturnedFor] = Field(default_factory=list, max_length=6)
    is_effective: bool = False
    fine: Decimal | None = Field(default=None, ge=0, max_digits=14, decimal_places=2)
    contrary_by: str = Field(default="", max_length=100)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        pending_contest(proceeding),
        "没有正在进行的复议、诉讼。",
        citation=LAW,
        remedy="请先登记复议、诉讼的受理。",
    ) & no_correction_waits(proceeding)


CARD = Card(
    citation=LAW,
    captions={
        "ended_on": "审结日",
        "received_on": "当事人收到复议决定书之日",
        "outcome": "结果",
        "outcome_number": "复议决定书、裁判文书文号",
        "overturned_for": "撤销、变更所认定的事由",
        "is_effective": "裁判已经生效（终审裁判；上诉期满没有上诉；准许撤诉）",
        "fine": "变更后的金额（元）",
        "contrary_by": "提出相反请求的第三人、利害关系人",
    },
    helps={
        "ended_on": "行政诉讼填写裁判生效之日：上诉的，终审裁判送达之日；没有上诉的，上诉期满之日。",
        "received_on": "行政复议必须填写，尚未送达当事人的没有生效；终止的，填写收到终止决定之日。行政诉讼不填写。",
        "outcome": "驳回诉讼请求、驳回复议请求的，选择“维持或者驳回”；驳回起诉的，没有审理决定，选择“撤回或者终止”。",
        "is_effective": "行政诉讼必须勾选；行政复议不必。",
        "overturned_for": "照复议决定书、裁判文书的理由部分选择；维持、驳回、撤回的不选。",
        "fine": "只在变更罚款、征收、补偿的数额时填写，照文书填写；复议、诉讼期间本机关已经自行减轻的，应缴数额以较低的为准。",
        "contrary_by": "只在因其请求而加重时填写，照文书写明是谁。",
    },
    choices={"overturned_for": lambda proceeding: OverturnedFor.choices},
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("cases.end_contest", title="登记复议、诉讼结果", card=CARD)
def end_contest(actor: Actor, order: EndContest, *, on: Proceeding) -> Contest:
    contest = pending_contest(on)
    assert contest is not None  # the card asks for it
    require(
        Verdict.when(
            contest.accepted_on <= order.ended_on <= clock.today(),
            "审结日应不早于受理日、不晚于今天。",
            citation=LAW,
            remedy="请按复议决定书、裁判文书填写。",
        ),
        _is_effective(order, contest),
        _is_received(order, contest),
        outcome_is_told(on, order.outcome, number=order.outcome_number, fine=order.fine),
        is_not_heavier(contest, order.fine, contrary_by=order.contrary_by),
        is_its_own(on, order.outcome_number, of=contest),
        grounds_are_told(order.outcome, order.overturned_for),
    )
    for name, value in order.said().items():
        setattr(contest, name, value)
    contest.save()
    way = ContestWay(contest.way).label
    facts = {"way": way, "ended_on": chinese_date(order.ended_on), "outcome": order.outcome.label}
    record(events.CONTEST_ENDED, actor=actor, subject=on.case, facts=facts)
    return contest


def _is_effective(order: EndContest, contest: Contest) -> Verdict:
    """A judgment that may still be appealed has ended no suit: nothing falls by it, and no day counts (行政诉讼法 §85, §89)."""
    return Verdict.when(
        order.is_effective or contest.way != ContestWay.LITIGATION,
        "一审裁判在上诉期内、上诉审理期间没有生效，诉讼没有审结。",
        citation="行政诉讼法第八十五条、第八十九条；行政处罚法第七十三条第三款",
        remedy="上诉期满没有上诉的，或者收到终审裁判的，请按生效的裁判登记，勾选“裁判已经生效”。",
    )


def _is_received(order: EndContest, contest: Contest) -> Verdict:
    """The fifteen days for the suit run from the receipt; until then the reconsideration has no effect."""
    citation = "行政诉讼法第四十五条；行政复议法第七十五条第二款"
    if contest.way != ContestWay.RECONSIDERATION:
        return Verdict.when(
            order.received_on is None,
            "当事人收到复议决定书之日只在行政复议审结时填写。",
            citation=citation,
            remedy="行政诉讼请将裁判生效之日填写为审结日。",
        )
    received_on = order.received_on
    return Verdict.when(
        received_on is not None and order.ended_on <= received_on <= clock.today(),
        "请填写当事人收到复议决定书之日，不早于审结日、不晚于今天。",
        citation=citation,
        remedy="请按复议机关的送达回证填写；复议决定书尚未送达当事人的，送达以后再登记。",
    )
