"""Assess a levy: quantities that evidence proves, by the tariff in force, each step counted in law/ (城市道路管理条例 §37)."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.joinders import named_in, usable_evidence
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import has_two_qualified_officers, is_not_decided
from sanzhi.cases.vouching import Weighed
from sanzhi.catalogues.charges import Charge
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.derivation import Derivation
from sanzhi.law.levies import Use
from sanzhi.law.measures import Disposal, Measure, Term, described
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.assessing import LAW, belongs, charge_named, counted, uses_fit
from sanzhi.levy.guards import lowerings_settled
from sanzhi.levy.models import Assessment, reduction_as_row, uses_as_rows
from sanzhi.levy.overlap import is_charged_once
from sanzhi.levy.owed import LATE_FEE
from sanzhi.levy.queries import assessment_of, edition_in_force, items_of, reliefs


class AssessLevy(OnProceeding):
    """`to_on` only where the tariff is by the day; `evidence` proves quantity and days."""

    item: str = Field(max_length=60)
    quantity: Decimal = Field(gt=0, max_digits=12, decimal_places=3)
    from_on: date
    to_on: date | None = None
    evidence: list[int] = Field(min_length=1, max_length=50)
    reason: Told = Field(min_length=5, max_length=1000)
    apart_for: Told = Field(default="", max_length=500)
    public_interest: bool = False


def _proofs(proceeding: Proceeding) -> Choices:
    case = proceeding.case
    return [(row.pk, named_in(case, row)) for row in usable_evidence(case)]


def _as_it_stands(proceeding: Proceeding) -> dict[str, Any]:
    row = assessment_of(proceeding)
    if row is None:
        items = items_of(proceeding)
        return {"item": items[0] if items else "", "from_on": proceeding.case.happened_on}
    use = row.used[-1]
    return {
        "item": row.item,
        "quantity": use.quantity,
        "from_on": use.from_on,
        "to_on": use.to_on if row.by_day else None,
        "evidence": row.evidence,
        "reason": row.proposal.reason,
        "apart_for": row.proposal.basis.get("said", {}).get("apart_for", ""),
        "public_interest": row.proposal.public_interest,
    }


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        is_not_decided(proceeding)
        & lowerings_settled(proceeding)
        & Verdict.when(proceeding.respondent, "尚未登记缴费义务人。", citation=LAW, remedy="请先登记当事人。")
        & Verdict.when(
            items_of(proceeding),
            f"收费标准清单中没有“{proceeding.cause}”的收费项目，不能征收。",
            citation=LAW,
            remedy="请政策法规科先把批准的收费标准编入清单。",
        )
        & has_two_qualified_officers(proceeding.case)
    )


CARD = Card(
    captions={
        "item": "收费项目",
        "quantity": "数量",
        "from_on": "起始日（不按日计的，为发生日）",
        "to_on": "截止日（按日计的填写）",
        "evidence": "证明数量和期间的证据",
        "reason": "事实和理由",
        "apart_for": "与另案不是同一占用、使用的理由",
        "public_interest": "重大公共利益或者疑难复杂",
    },
    helps={
        "quantity": "按收费标准清单的计费单位填写。",
        "apart_for": "只在另案已经就同一地点、同一项目征收重叠的期间时填写。",
    },
    choices={"item": lambda on: [(item, item) for item in items_of(on)], "evidence": _proofs},
    initial=_as_it_stands,
    objects=_objects,
    is_main=True,
)


@act("levy.assess_levy", title="核定征收数额", card=CARD)
def assess_levy(actor: Actor, order: AssessLevy, *, on: Proceeding) -> Assessment:
    charge = charge_named(on, order.item)
    require(
        belongs(charge, on),
        uses_fit(charge, from_on=order.from_on, to_on=order.to_on),
        Verdict.when(
            set(order.evidence) <= {pk for pk, _ in _proofs(on)},
            "所选的证据不是本案的。",
            citation=LAW,
            remedy="请先登记证据，再从列表中选择。",
        ),
    )
    uses = (Use(order.quantity, order.from_on, order.to_on or order.from_on),)
    require(is_charged_once(on, uses[0], item=charge.item, apart_for=order.apart_for))
    reduced = reliefs(on)
    found = counted(charge, uses, reductions=reduced)
    require(
        Verdict.when(
            found.result or reduced,
            "按标准计算不足一分，没有可以征收的金额。",
            citation=LAW,
            remedy="请核对数量和期间；确实不足一分的，登记终止征收，选择“经核实不应当征收”。",
        )
    )
    proposal = enter_proposal(actor, _proposal(order, charge, found=found, on=on))
    row = Assessment(
        proceeding=on,
        proposal=proposal,
        edition_id=edition_in_force(on),
        uses=uses_as_rows(uses),
        reductions=[reduction_as_row(one) for one in reduced],
        evidence=order.evidence,
        assessed_on=clock.today(),
        assessed_by=actor.name,
        **_counted(charge, found),
    )
    row.save()
    facts = {"item": charge.item, "amount": yuan(found.result)}
    record(events.ASSESSED, actor=actor, subject=on.case, facts=facts)
    return row


def _proposal(order: AssessLevy, charge: Charge, *, found: Derivation, on: Proceeding) -> EnterProposal:
    imposed = (Term(Measure.LEVY, found.result, charge.item),)
    return EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=Disposal.LEVY,
        terms=imposed,
        text=described(imposed),
        grounds={"act": "levy", "edition": edition_in_force(on), "lines": list(found.lines())},
        weighed=Weighed(said=_told(order, charge), counted={"数量": str(order.quantity)}),
        reason=order.reason,
        public_interest=order.public_interest,
        whole=order.said(),
    )


def _told(order: AssessLevy, charge: Charge) -> dict[str, str]:
    """What the party is told word for word: another item, other days, a late rate are told anew."""
    days = f"{order.from_on}至{order.to_on}" if order.to_on else str(order.from_on)
    rate = f"{charge.late_per_day}（{charge.late_basis}）" if charge.is_late_charged else "不收"
    return {"收费项目": charge.item, "期间": days, LATE_FEE: rate, "理由": order.reason}


def _counted(charge: Charge, found: Derivation) -> dict[str, Any]:
    return {
        "item": charge.item,
        "unit": charge.unit,
        "by_day": charge.by_day,
        "amount": found.result,
        "lines": list(found.lines()),
        "citation": found.citation,
        "standard": charge.standard,
        "mark": found.mark,
        "late_per_day": charge.late_per_day,
        "late_basis": charge.late_basis,
    }
