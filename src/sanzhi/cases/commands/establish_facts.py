"""Establish the facts: what happened when and where, and by what it is proved (行政处罚法 §40, §46, §54)."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands.enter_finding import EnterFinding, enter_finding
from sanzhi.cases.joinders import named_in, usable_evidence
from sanzhi.cases.models import Finding, Proceeding
from sanzhi.cases.orders import OnFinding, Told
from sanzhi.cases.policies import basis_applies, finding_is_seen
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date

LAW = "行政处罚法第四十条、第四十六条"
LIMITATION = "行政处罚法第三十六条"
FOUND = [
    "happened_on",
    "place",
    "conduct",
    "consequence",
    "endangers_life",
    "gains",
    "gains_note",
    "corrected_on",
    "evidence",
]


class EstablishFacts(OnFinding):
    happened_on: date
    place: Told = Field(min_length=2, max_length=200)
    conduct: Told = Field(min_length=10, max_length=3000)
    consequence: Told = Field(default="", max_length=1000)
    endangers_life: bool = False
    gains: Decimal | None = Field(default=None, ge=0, max_digits=14, decimal_places=2)
    gains_note: Told = Field(default="", max_length=300)
    corrected_on: date | None = None
    evidence: list[int] = Field(default_factory=list, max_length=100)


def _proofs(proceeding: Proceeding) -> list[tuple[int, str]]:
    case = proceeding.case
    return [(row.pk, f"{named_in(case, row)}：{row.proves}") for row in usable_evidence(case)]


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    found, case = proceeding.finding, proceeding.case
    if found is None:
        proofs = [key for key, _ in _proofs(proceeding)]
        return {
            "evidence": proofs if len(proofs) == 1 else [],
            "seen_finding": 0,
            "happened_on": case.happened_on,
            "place": case.place,
            "conduct": case.summary,
        }
    own = {"corrected_on": proceeding.corrected_on, "seen_finding": found.version}
    return {name: getattr(found, name) for name in FOUND} | own


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        not hasattr(proceeding, "decision"),
        "本案已经作出决定，不能再改变查明的事实。",
        citation="行政处罚法第五十七条",
        remedy="决定确有错误的，依法撤销或者变更。",
    )


CARD = Card(
    captions={
        "happened_on": "行为发生（终了）日",
        "place": "地点",
        "conduct": "查明的事实（经过、情节）",
        "consequence": "危害后果",
        "endangers_life": "涉及公民生命健康安全、金融安全且有危害后果（追责时效五年）",
        "gains": "违法所得（元，依法退赔的除外；没有的填0）",
        "gains_note": "违法所得如何认定（没有的写明如何查明）",
        "corrected_on": "本程序的当事人已经改正的，改正日期",
        "evidence": "证明以上事实的证据",
    },
    helps={"gains": "没有查明的可以暂不填写；提出处理建议以前须查明并填写，没有违法所得的填0。"},
    choices={"evidence": _proofs},
    initial=_standing,
    objects=_objects,
)


@act("cases.establish_facts", title="查明事实", card=CARD)
def establish_facts(actor: Actor, order: EstablishFacts, *, on: Proceeding) -> Finding:
    require(
        finding_is_seen(on, order.seen_finding),
        _is_proved(order, on),
        _could_happen_then(order, on),
        basis_applies(queries.power_of(on), order.happened_on),
        _endangers_life(order),
        _gains_are_explained(order),
        _was_corrected_in_time(order),
    )
    return enter_finding(
        actor, EnterFinding(**order.model_dump(exclude={"seen_finding"}) | {"proceeding": on.pk})
    )


def _is_proved(order: EstablishFacts, on: Proceeding) -> Verdict:
    known = {row.pk for row in usable_evidence(on.case)}
    return Verdict.when(
        order.evidence and set(order.evidence) <= known,
        "请选择证明以上事实的证据，没有证据的不能认定。",
        citation=LAW,
        remedy="请先登记证据。",
    )


def _could_happen_then(order: EstablishFacts, on: Proceeding) -> Verdict:
    party = on.respondent
    return Verdict.when(
        order.happened_on <= on.case.found_on,
        f"行为发生日晚于发现日（{chinese_date(on.case.found_on)}），请核对。",
        citation=LIMITATION,
    ) & Verdict.when(
        party is None or party.born_on is None or party.born_on <= order.happened_on,
        "行为发生日早于当事人的出生日期，请核对。",
        citation="行政处罚法第三十条",
    )


def _endangers_life(order: EstablishFacts) -> Verdict:
    return Verdict.when(
        not order.endangers_life or len(order.consequence) >= 10,
        "认定涉及生命健康安全、金融安全的，应当写明查实的危害后果（不少于10个字）。",
        citation=LIMITATION,
    )


def _gains_are_explained(order: EstablishFacts) -> Verdict:
    """None is also a finding and has its reason (行政处罚法 §28(2))."""
    return Verdict.when(
        order.gains is None or len(order.gains_note.strip()) >= 4,
        "请写明违法所得的数额如何认定；没有违法所得的，写明如何查明。",
        citation="行政处罚法第二十八条第二款",
    )


def _was_corrected_in_time(order: EstablishFacts) -> Verdict:
    return Verdict.when(
        order.corrected_on is None or order.happened_on <= order.corrected_on <= clock.today(),
        "改正日期应当在行为发生日至今天之间。",
        citation="行政处罚法第三十三条第一款",
    )
