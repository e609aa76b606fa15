"""Propose the penalty at the end of the investigation; a later proposal supersedes the earlier one, which stays."""

from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.orders import OnFinding, Told
from sanzhi.cases.policies import finding_is_seen
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal, Measure, Term, Weight, described
from sanzhi.law.penalties import Mitigation
from sanzhi.penalty.capacity import capacity_is_weighed, proofs_of_ability
from sanzhi.penalty.commanded import is_nothing_left_out
from sanzhi.penalty.competing import heaviest_is_applied, obedience_is_weighed, refusal_is_weighed
from sanzhi.penalty.discretion import gravity_of, tier_fits, tier_of, tiers_for
from sanzhi.penalty.gains import share_of
from sanzhi.penalty.grounds import Grounds, Untaken, terms
from sanzhi.penalty.proofs import chosen_again, names_of, proofs_to_choose
from sanzhi.penalty.quantities import Quantity
from sanzhi.penalty.rules import (
    confiscation_fits,
    fine_bounds,
    fine_fits,
    gains_found,
    gains_taken,
    grounds_proved,
    is_corrected_too,
    is_not_aggravated,
    law_of_today,
    lighter_fits,
    measures_fit,
    measures_offered,
    minor_is_mitigated,
    mitigation_fits,
    quantities_fit,
)
from sanzhi.penalty.untaken import (
    is_taken_from_one,
    nothing_is_there,
    proofs_of_nothing,
    stays_taken,
    untaken_to_choose,
)


class ProposePenalty(OnFinding):
    warns: bool = False
    fine: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    measures: list[Measure] = Field(default_factory=list, max_length=10)
    confiscates: str = Field(default="", max_length=100)
    confiscated: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    gains: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    quantities: dict[str, Quantity] = Field(default_factory=dict)
    tier: Told = Field(default="", max_length=40)
    correction: str = Field(default="", max_length=300)
    reason: Told = Field(min_length=5, max_length=3000)
    departure: Told = Field(default="", max_length=1000)
    competing: Told = Field(default="", max_length=500)
    lighter: Mitigation | None = None
    mitigation: Mitigation | None = None
    ground_proofs: list[int] = Field(default_factory=list, max_length=20)
    able_proofs: list[int] = Field(default_factory=list, max_length=20)
    untaken: Untaken | None = None
    untaken_proofs: list[int] = Field(default_factory=list, max_length=20)
    public_interest: bool = False


def _tiers(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(row.name, f"{row.name}：{row.text}") for row in tiers_for(proceeding)]


def _measures(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(row.value, row.label) for row in measures_offered(proceeding)]


def _mitigations(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(row.value, row.label) for row in Mitigation]


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    row, finding = queries.current_proposal(proceeding), proceeding.finding
    seen = {"seen_finding": finding.version if finding else 0}
    if row is None or row.disposal != Disposal.PUNISH:
        return seen
    weight, grounds = row.weight, Grounds.of(row)
    return {
        **seen,
        "warns": weight.warns,
        "fine": weight.fine or None,
        "measures": [measure.value for measure in weight.measures],
        "confiscates": "".join(term.thing for term in row.measures),
        "confiscated": weight.goods or None,
        "gains": weight.gains if weight.gains and share_of(proceeding).others else None,
        "tier": grounds.tier,
        "departure": grounds.departure,
        "competing": grounds.competing,
        "lighter": grounds.lighter or None,
        "mitigation": grounds.mitigation or None,
        "ground_proofs": chosen_again(proceeding, grounds.proved_by),
        "able_proofs": chosen_again(proceeding, grounds.able_by),
        "untaken": grounds.untaken or None,
        "untaken_proofs": chosen_again(proceeding, grounds.untaken_by),
        "correction": grounds.correction,
        "reason": row.reason,
        "public_interest": row.public_interest,
    }


def _beside(proceeding: Proceeding) -> dict[str, Any]:
    return {"power": queries.power_of(proceeding), "bounds": fine_bounds(proceeding, {})}


CARD = Card(
    captions={
        "warns": "警告",
        "fine": "罚款（元）",
        "measures": "其他处罚（处罚依据规定的）",
        "confiscates": "没收的财物（名称、数量）",
        "confiscated": "没收的财物价值（元）",
        "gains": "没收的违法所得（元）",
        "quantities": "计罚数量",
        "tier": "裁量档次",
        "correction": "责令改正的内容和期限（已经改正的写明）",
        "reason": "理由",
        "departure": "偏离裁量基准的理由",
        "competing": "不按竞合案由处罚的理由",
        "lighter": "从轻处罚的法定事由（法定幅度以内）",
        "mitigation": "减轻处罚的法定事由（法定下限以下）",
        "ground_proofs": "证明从轻、减轻事由的证据",
        "able_proofs": "证明当事人违法时能够辨认、控制自己行为的证据",
        "untaken": "没有财物可以没收的情形（处罚依据规定应当没收的）",
        "untaken_proofs": "证明没有财物可以没收的证据",
        "public_interest": "涉及重大公共利益，或者疑难复杂、牵涉多个法律关系：须经法制审核",
    },
    helps={
        "fine": "留空表示不罚款。",
        "confiscated": "没收财物的必填：与罚款适用同一听证标准。违法所得按查明的数额没收。",
        "gains": "只在共同违法、各有所得时填写本当事人的所得；留空的，没收查明数额中其他当事人没有承担的全部。",
        "tier": "留空的，由罚款数额认定。",
        "competing": "权责清单写明有罚款数额更高的竞合案由时填写：本行为为什么不构成该案由。",
        "departure": "罚款不在所选档次之内时填写：须经法制审核和集体讨论。",
        "mitigation": "低于法定下限时选择；理由中写明查明的情况。",
        "untaken": "只在没有可以没收的工具、物品时选择，并选择证明的证据；写入告知书和决定书。",
        "able_proofs": "当事人登记为不能辨认自己行为，而查明违法时能够辨认和控制的，选择证据；写入告知书和决定书。",
    },
    choices={
        "tier": _tiers,
        "measures": _measures,
        "lighter": _mitigations,
        "mitigation": _mitigations,
        "ground_proofs": proofs_to_choose,
        "able_proofs": proofs_of_ability,
        "untaken": untaken_to_choose,
        "untaken_proofs": proofs_of_nothing,
    },
    initial=_standing,
    beside=_beside,
)


@act("penalty.propose_penalty", title="提出处罚建议", card=CARD)
def propose_penalty(actor: Actor, order: ProposePenalty, *, on: Proceeding) -> Proposal:
    require(quantities_fit(on, order.quantities))
    grounds, imposed = _grounds(on, order), _terms(on, order)
    require(
        finding_is_seen(on, order.seen_finding),
        Verdict.when(
            order.warns or order.fine is not None or order.measures,
            "没有提出任何处罚。",
            citation="行政处罚法第五十七条",
            remedy="请填写处罚；依法不予处罚的，请按法定事由提出不予处罚建议。",
        ),
        _is_weighed_rightly(on, order, grounds=grounds),
        measures_fit(on, order.measures, warns=order.warns),
        _confiscates_rightly(on, order, gains=Weight.of(imposed).gains),
        is_not_aggravated(on, Weight.of(imposed), reason=order.reason),
        is_corrected_too(order.correction),
        is_nothing_left_out(on, (row.measure for row in imposed), grounds=grounds),
        nothing_is_there(on, grounds=grounds, imposed=order.measures),
        is_taken_from_one(on, imposed),
        stays_taken(on, Weight.of(imposed).things),
    )
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=Disposal.PUNISH,
        terms=imposed,
        text=described(imposed),
        grounds=grounds.as_row(),
        weighed=grounds.weighed(order.reason, gravity=gravity_of(on, grounds.tier)),
        reason=order.reason,
        public_interest=order.public_interest,
        whole=order.said(),
    )
    return enter_proposal(actor, proposal)


def _is_weighed_rightly(on: Proceeding, order: ProposePenalty, *, grounds: Grounds) -> Verdict:
    mitigation = grounds.mitigation
    return (
        law_of_today(on)
        & fine_fits(on, order.fine, quantities=order.quantities, mitigation=mitigation)
        & mitigation_fits(on, mitigation)
        & grounds_proved(grounds)
        & refusal_is_weighed(on)
        & obedience_is_weighed(on)
        & heaviest_is_applied(on, order.competing, quantities=order.quantities)
        & lighter_fits(on, order.fine, grounds=grounds)
        & minor_is_mitigated(on, grounds=grounds, reason=order.reason)
        & capacity_is_weighed(on, grounds=grounds)
        & tier_fits(on, order.fine, named=order.tier, departure=order.departure, mitigation=mitigation)
    )


def _confiscates_rightly(on: Proceeding, order: ProposePenalty, *, gains: Decimal) -> Verdict:
    return (
        confiscation_fits(order.measures, goods=order.confiscates, value=order.confiscated, gains=order.gains)
        & gains_found(on)
        & gains_taken(on, order.measures, amount=gains)
    )


def _grounds(on: Proceeding, order: ProposePenalty) -> Grounds:
    return Grounds(
        tier_of(on, order.fine, named=order.tier),
        mitigation=order.mitigation or "",
        lighter=order.lighter or "",
        departure=order.departure.strip(),
        competing=order.competing.strip(),
        correction=order.correction,
        proved_by=names_of(on, order.ground_proofs),
        able_by=names_of(on, order.able_proofs),
        untaken=order.untaken or "",
        untaken_by=names_of(on, order.untaken_proofs),
        quantities=order.quantities,
    )


def _terms(on: Proceeding, order: ProposePenalty) -> tuple[Term, ...]:
    return terms(
        warns=order.warns,
        fine=order.fine,
        measures=order.measures,
        goods=order.confiscates,
        confiscated=order.confiscated,
        gains=order.gains or share_of(on).left,
    )
