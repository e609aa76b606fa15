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
from sanzhi.penalty.rules import describe_penalty, fine_bounds, fine_fits, is_heavier


class ProposePenalty(OnProceeding):
    warns: bool = False
    fine: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    other_measures: str = Field(default="", max_length=300)
    confiscated: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    no_penalty: bool = False
    quantities: dict[str, Decimal] = Field(default_factory=dict)
    tier: str = Field(default="", max_length=40)
    reason: str = Field(min_length=5, max_length=3000)
    mitigation: str = Field(default="", max_length=200)
    public_interest: bool = False


def _tiers(proceeding: Proceeding) -> list[tuple[str, str]]:
    rows = catalogues.tiers(proceeding.case.authority.code, proceeding.cause_code)
    return [(row.name, f"{row.name}：{row.text}") for row in rows]


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
        "other_measures": "其他处罚或者措施",
        "confiscated": "没收的违法所得、财物价值（元）",
        "no_penalty": "建议不予处罚",
        "tier": "裁量档次",
        "reason": "理由",
        "mitigation": "减轻处罚的法定事由",
        "public_interest": "涉及重大公共利益，或者疑难复杂、牵涉多个法律关系：须经法制审核",
    },
    helps={
        "fine": "留空表示不罚款。",
        "confiscated": "没收违法所得、非法财物的必填：与罚款适用同一听证标准。",
        "mitigation": "低于法定下限时填写，例如：行政处罚法第三十二条第一项。",
    },
    choices={"tier": _tiers},
    initial=_standing,
    beside=_beside,
)


@act("penalty.propose_penalty", title="提出处罚建议", card=CARD)
def propose_penalty(actor: Actor, order: ProposePenalty, *, on: Proceeding) -> Proposal:
    punishes = order.warns or order.fine is not None or bool(order.other_measures)
    require(
        Verdict.when(
            punishes != order.no_penalty,
            "请或者提出处罚，或者建议不予处罚。",
            citation="行政处罚法第五十七条",
        ),
        fine_fits(on, order.fine, quantities=order.quantities, mitigation=order.mitigation),
        _confiscation_is_valued(order),
        _not_aggravated(on, order),
    )
    text = describe_penalty(warns=order.warns, fine=order.fine, other_measures=order.other_measures)
    says = text or "不予处罚"
    return enter_proposal(actor, EnterProposal(case=on.case_id, proceeding=on.pk, says=says, **order.said()))


def _confiscation_is_valued(order: ProposePenalty) -> Verdict:
    """What is confiscated and what it is worth go together: the hearing line counts the value."""
    citation = "行政处罚法第六十三条；河南省行政处罚听证办法第四条"
    confiscates = "没收" in order.other_measures
    return Verdict.when(
        order.confiscated or not confiscates,
        "拟没收的违法所得、财物没有填写价值，无法判断是否达到听证标准。",
        citation=citation,
    ) & Verdict.when(
        confiscates or not order.confiscated,
        "填写了没收的价值，请在“其他处罚或者措施”中写明没收什么。",
        citation=citation,
    )


def _not_aggravated(proceeding: Proceeding, order: ProposePenalty) -> Verdict:
    standing = queries.current_proposal(proceeding)
    pleaded = hasattr(proceeding, "plea") and not proceeding.plea.is_waived
    heavier = standing is not None and is_heavier(order, standing)
    return Verdict.when(
        not (pleaded and heavier), "不得因当事人陈述申辩而给予更重的处罚。", citation="行政处罚法第四十五条"
    )
