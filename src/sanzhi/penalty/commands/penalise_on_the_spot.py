"""Decide on the spot 当场处罚: within 200 / 3,000 yuan or a warning, told and heard first, handed over at once."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import board, queries
from sanzhi.cases.answering import leaves_the_conclusion
from sanzhi.cases.card import Card
from sanzhi.cases.commands import (
    EnterFinding,
    EnterPlea,
    EnterProposal,
    IssueDecision,
    enter_finding,
    enter_plea,
    enter_proposal,
    issue_decision,
)
from sanzhi.cases.electronic import electronic_recorded
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import has_two_qualified_officers, recusals_settled
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal, described
from sanzhi.law.penalties import Mitigation
from sanzhi.penalty.again import is_not_the_same_again
from sanzhi.penalty.capacity import capacity_is_weighed
from sanzhi.penalty.commanded import is_nothing_left_out
from sanzhi.penalty.competing import heaviest_is_applied
from sanzhi.penalty.discretion import gravity_of, tier_fits, tier_of
from sanzhi.penalty.grounds import Grounds, terms
from sanzhi.penalty.in_hand import is_in_no_other_case
from sanzhi.penalty.once import is_not_punished_twice
from sanzhi.penalty.proofs import names_of, proofs_to_choose
from sanzhi.penalty.quantities import Quantity
from sanzhi.penalty.rules import (
    fine_bounds,
    fine_fits,
    grounds_proved,
    is_corrected_too,
    law_of_today,
    lighter_fits,
    measures_fit,
    minor_is_mitigated,
    quantities_fit,
    within_simplified_limits,
)

NAME = "penalty.penalise_on_the_spot"


class PenaliseOnTheSpot(OnProceeding):
    warns: bool = False
    fine: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    quantities: dict[str, Quantity] = Field(default_factory=dict)
    correction: str = Field(default="", max_length=300)
    gains: Decimal | None = Field(default=None, ge=0, max_digits=14, decimal_places=2)
    gains_note: Told = Field(default="", max_length=300)
    lighter: Mitigation | None = None
    ground_proofs: list[int] = Field(default_factory=list, max_length=20)
    competing: Told = Field(default="", max_length=500)
    conduct: Told = Field(min_length=10, max_length=1000)
    reason: Told = Field(min_length=5, max_length=2000)
    rights_told: bool = False
    plea_text: str = Field(default="", max_length=2000)
    plea_answer: Told = Field(default="", max_length=2000)
    told_fine: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)


def _beside(proceeding: Proceeding) -> dict[str, Any]:
    return {"power": queries.power_of(proceeding), "bounds": fine_bounds(proceeding, {})}


def _reported(proceeding: Proceeding) -> dict[str, Any]:
    return {"conduct": proceeding.case.summary}


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        not hasattr(proceeding, "decision"), "本案已经当场作出处罚决定。", citation="行政处罚法第二十九条"
    )


CARD = Card(
    captions={
        "warns": "警告",
        "fine": "罚款（元）",
        "quantities": "计罚数量",
        "correction": "责令改正的内容和期限（已经改正的写明）",
        "gains": "违法所得（元，没有的填0）",
        "gains_note": "违法所得如何查明",
        "lighter": "从轻处罚的法定事由",
        "ground_proofs": "证明从轻事由的证据",
        "competing": "不按竞合案由处罚的理由",
        "conduct": "当场查明的事实",
        "reason": "理由",
        "rights_told": "已告知拟处罚内容、事实、理由、依据和陈述申辩权利",
        "plea_text": "当事人陈述申辩",
        "plea_answer": "对陈述申辩核实的情况和理由",
        "told_fine": "采纳陈述申辩以前告知的罚款（元）",
    },
    helps={
        "plea_answer": "不写是否采纳：填写了采纳以前告知的罚款就是采纳，否则不予采纳，文书依此写明。",
        "told_fine": "只在采纳陈述申辩、罚款低于告知的数额时填写；违法事实不成立的，不当场处罚，改用普通程序查明。",
    },
    choices={
        "lighter": lambda proceeding: [(row.value, row.label) for row in Mitigation],
        "ground_proofs": proofs_to_choose,
    },
    initial=_reported,
    beside=_beside,
    objects=_objects,
    is_main=True,
)


@act(NAME, title="当场处罚", card=CARD)
def penalise_on_the_spot(actor: Actor, order: PenaliseOnTheSpot, *, on: Proceeding) -> Decision:
    require(quantities_fit(on, order.quantities))
    require(_is_lawful(on, order))
    step = queries.procedure_of(on).step_with(NAME)
    assert step is not None  # the act is offered by a step
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    evidence = [row.pk for row in queries.evidence(on.case)]
    reported: dict[str, Any] = {"happened_on": on.case.happened_on, "place": on.case.place}
    reported |= {"gains": order.gains, "gains_note": order.gains_note}
    found = EnterFinding(**place, **reported, conduct=order.conduct, evidence=evidence)
    if is_news(
        filter(None, [on.finding]), found.said(), what="查明的事实"
    ):  # of another offender it may stand
        enter_finding(actor, found)
    _hear(actor, order, on=on)
    require(is_not_the_same_again(queries.proceeding_for_update(actor, order)))
    issue = IssueDecision(**place, form=step.issues[Disposal.PUNISH], is_simplified=True)
    return issue_decision(actor, issue)


def _hear(actor: Actor, order: PenaliseOnTheSpot, *, on: Proceeding) -> None:
    """What is accepted was said to the fine that was told first; what is decided is another proposal (行政处罚法 §45)."""
    plea = EnterPlea(
        case=on.case_id,
        proceeding=on.pk,
        text=order.plea_text,
        answer=order.plea_answer,
        is_accepted=order.told_fine is not None,
    )
    if order.told_fine is not None:
        _propose(actor, order.model_copy(update={"fine": order.told_fine}), on=on)
        enter_plea(actor, plea)
    _propose(actor, order, on=on)
    if order.plea_text and order.told_fine is None:
        enter_plea(actor, plea)


def _propose(actor: Actor, order: PenaliseOnTheSpot, *, on: Proceeding) -> None:
    imposed, grounds = terms(warns=order.warns, fine=order.fine), _grounds(on, order)
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=Disposal.PUNISH,
        terms=imposed,
        text=described(imposed),
        grounds=grounds.as_row(),
        weighed=grounds.weighed(order.reason, gravity=gravity_of(on, grounds.tier)),
        reason=order.reason,
        whole=order.said(),
    )
    enter_proposal(actor, proposal)


def _is_heard(proceeding: Proceeding, order: PenaliseOnTheSpot) -> Verdict:
    """What is well founded is accepted, and shows in the fine; what is told is lawful itself (行政处罚法 §44, §45)."""
    told = order.told_fine
    verdict = Verdict.when(
        not order.plea_text or order.plea_answer,
        "当事人提出了陈述申辩，请填写复核意见。",
        citation="行政处罚法第四十五条",
    ) & Verdict.when(
        told is None or (order.plea_text and told > (order.fine or 0)),
        "采纳陈述申辩的，罚款应当低于告知的数额，并登记当事人的陈述申辩。",
        citation="行政处罚法第四十五条",
        remedy="请降低罚款；没有采纳的，不填写告知的罚款。",
    )
    if told is not None:
        verdict &= within_simplified_limits(proceeding, told)
        verdict &= fine_fits(proceeding, told, quantities=order.quantities, mitigation="")
    return verdict & leaves_the_conclusion(order.plea_answer)


def _grounds(on: Proceeding, order: PenaliseOnTheSpot) -> Grounds:
    return Grounds(
        tier_of(on, order.fine),
        lighter=order.lighter or "",
        proved_by=names_of(on, order.ground_proofs),
        competing=order.competing.strip(),
        correction=order.correction,
        quantities=order.quantities,
    )


def _gained_nothing(order: PenaliseOnTheSpot) -> Verdict:
    """Illegal gains are confiscated, and nothing is confiscated on the spot (行政处罚法 §28(2), §51)."""
    return Verdict.when(
        order.gains is not None and len(order.gains_note.strip()) >= 4,
        "尚未查明当事人有无违法所得。",
        citation="行政处罚法第二十八条第二款",
        remedy="请填写违法所得的数额及认定；没有的填0并写明如何查明。",
    ) & Verdict.when(
        not order.gains,
        "当事人有违法所得，应当没收，不能当场处罚。",
        citation="行政处罚法第二十八条第二款、第五十一条",
        remedy="请改用普通程序立案调查。",
    )


def _is_of_a_tier(proceeding: Proceeding, order: PenaliseOnTheSpot, *, named: str) -> Verdict:
    """No tier is chosen on the spot, and none is left: that is for the ordinary procedure (行政处罚法 §34, §51)."""
    if not within_simplified_limits(proceeding, order.fine):
        return Verdict.yes()  # what is too much is said already
    fits = tier_fits(proceeding, order.fine, named=named, departure="", mitigation="")
    remedy = "请改为裁量档次以内的数额；需要另选档次、偏离裁量基准的，请改用普通程序立案调查。"
    unsure = "罚款数额不能认定属于裁量基准的哪一档次，不能当场处罚。"
    said = ((row, unsure if row.sentence.startswith("请选择") else row.sentence) for row in fits.reasons)
    return Verdict(tuple(replace(row, sentence=sentence, remedy=remedy) for row, sentence in said))


def _is_lawful(proceeding: Proceeding, order: PenaliseOnTheSpot) -> Verdict:
    verdict = has_two_qualified_officers(proceeding.case) & recusals_settled(proceeding.case)
    verdict &= Verdict.when(
        order.warns or order.fine, "请填写警告或者罚款。", citation="行政处罚法第五十一条"
    )
    verdict &= Verdict.when(
        order.rights_told,
        "当场处罚前应当告知拟处罚内容、事实、理由、依据和陈述申辩权利。",
        citation="行政处罚法第四十四条",
    )
    verdict &= _is_heard(proceeding, order)
    verdict &= _is_on_the_spot(proceeding)
    verdict &= within_simplified_limits(proceeding, order.fine)
    verdict &= measures_fit(proceeding, (), warns=order.warns)
    verdict &= is_corrected_too(order.correction)
    grounds = _grounds(proceeding, order)
    verdict &= minor_is_mitigated(proceeding, grounds=grounds, reason=order.reason)
    verdict &= capacity_is_weighed(proceeding, grounds=grounds)
    verdict &= lighter_fits(proceeding, order.fine, grounds=grounds) & _gained_nothing(order)
    verdict &= grounds_proved(grounds)
    verdict &= _is_of_a_tier(proceeding, order, named=grounds.tier)
    verdict &= is_not_punished_twice(proceeding) & is_in_no_other_case(proceeding)
    verdict &= _needs_no_order_first(proceeding)
    verdict &= heaviest_is_applied(proceeding, order.competing, quantities=order.quantities)
    imposed = (row.measure for row in terms(warns=order.warns, fine=order.fine))
    verdict &= law_of_today(proceeding) & is_nothing_left_out(proceeding, imposed)
    verdict &= fine_fits(proceeding, order.fine, quantities=order.quantities, mitigation="")
    for name in ("penalty.within_limitation", "penalty.respondent_punishable", "penalty.referral_settled"):
        verdict &= board.guard(name, proceeding)
    return verdict


def _is_on_the_spot(proceeding: Proceeding) -> Verdict:
    """确凿 and 当场: proved, and on the day on which it was found (行政处罚法 §40, §51)."""
    found_on = proceeding.case.found_on
    proved = board.guard("cases.evidence_gathered", proceeding) & electronic_recorded(proceeding)
    return proved & Verdict.when(
        found_on == clock.today(),
        f"违法行为于{chinese_date(found_on)}发现，不是当场发现、当场查清的，不能当场处罚。",
        citation="行政处罚法第五十一条",
        remedy="请改用普通程序立案调查。",
    )


def _needs_no_order_first(proceeding: Proceeding) -> Verdict:
    """Where the article punishes who does not correct, there is nothing to punish on the spot (行政处罚法 §51)."""
    power = queries.power_of(proceeding)
    return Verdict.when(
        not power.correct_first,
        f"“{power.title}”应当先责令改正，逾期不改正的才处罚，不能当场处罚。",
        citation=power.penalty_basis,
        remedy="请转为普通程序，责令改正并复查。",
    )
