"""Propose the penalty at the end of the investigation; a later proposal supersedes the earlier one, which stays."""

from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.orders import OnProceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Measure, Weight, described
from sanzhi.penalty.quantities import Quantity
from sanzhi.penalty.rules import (
    confiscation_fits,
    describe_penalty,
    fine_bounds,
    fine_fits,
    is_corrected_too,
    is_not_aggravated,
    is_nothing_left_out,
    measures_fit,
    measures_offered,
)


class ProposePenalty(OnProceeding):
    warns: bool = False
    fine: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    measures: list[Measure] = Field(default_factory=list, max_length=10)
    confiscates: str = Field(default="", max_length=100)
    confiscated: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    no_penalty: bool = False
    quantities: dict[str, Quantity] = Field(default_factory=dict)
    tier: str = Field(default="", max_length=40)
    correction: str = Field(default="", max_length=300)
    reason: str = Field(min_length=5, max_length=3000)
    mitigation: str = Field(default="", max_length=200)
    public_interest: bool = False


def _tiers(proceeding: Proceeding) -> list[tuple[str, str]]:
    rows = catalogues.tiers(proceeding.case.authority.code, proceeding.cause_code)
    return [(row.name, f"{row.name}：{row.text}") for row in rows]


def _measures(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(row.value, row.label) for row in measures_offered(proceeding)]


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    row = queries.current_proposal(proceeding)
    names = (name for name in ProposePenalty.model_fields if hasattr(row, name))
    return {name: getattr(row, name) for name in names if name != "proceeding"} if row else {}


def _beside(proceeding: Proceeding) -> dict[str, Any]:
    return {"power": queries.power_of(proceeding), "bounds": fine_bounds(proceeding, {})}


CARD = Card(
    captions={
        "warns": "警告",
        "fine": "罚款（元）",
        "measures": "其他处罚（处罚依据规定的）",
        "confiscates": "没收的财物（名称、数量）",
        "confiscated": "没收的违法所得、财物价值（元）",
        "quantities": "计罚数量",
        "no_penalty": "建议不予处罚",
        "tier": "裁量档次",
        "correction": "责令改正的内容和期限（已经改正的写明）",
        "reason": "理由",
        "mitigation": "减轻处罚的法定事由",
        "public_interest": "涉及重大公共利益，或者疑难复杂、牵涉多个法律关系：须经法制审核",
    },
    helps={
        "fine": "留空表示不罚款。",
        "confiscated": "没收违法所得、非法财物的必填：与罚款适用同一听证标准。",
        "mitigation": "低于法定下限时填写，例如：行政处罚法第三十二条第一项。",
    },
    choices={"tier": _tiers, "measures": _measures},
    initial=_standing,
    beside=_beside,
)


@act("penalty.propose_penalty", title="提出处罚建议", card=CARD)
def propose_penalty(actor: Actor, order: ProposePenalty, *, on: Proceeding) -> Proposal:
    punishes = order.warns or order.fine is not None or bool(order.measures)
    require(
        Verdict.when(
            punishes != order.no_penalty,
            "请或者提出处罚，或者建议不予处罚。",
            citation="行政处罚法第五十七条",
        ),
        fine_fits(on, order.fine, quantities=order.quantities, mitigation=order.mitigation),
        measures_fit(on, order.measures, warns=order.warns),
        confiscation_fits(on, order.measures, goods=order.confiscates, value=order.confiscated),
        is_not_aggravated(on, _weight(order)),
        is_corrected_too(order.correction) if punishes else Verdict.yes(),
        is_nothing_left_out(on, order.measures) if punishes else Verdict.yes(),
    )
    others = described(order.measures, goods=order.confiscates)
    text = describe_penalty(warns=order.warns, fine=order.fine, other_measures=others)
    content = order.model_dump(exclude={"case", "proceeding", "confiscates"})
    proposal = EnterProposal(
        case=on.case_id, proceeding=on.pk, says=text or "不予处罚", other_measures=others, **content
    )
    return enter_proposal(actor, proposal)


def _weight(order: ProposePenalty) -> Weight:
    nothing = Decimal(0)
    fine, taken = order.fine or nothing, order.confiscated or nothing
    return Weight(order.warns, fine, taken, frozenset(order.measures))
