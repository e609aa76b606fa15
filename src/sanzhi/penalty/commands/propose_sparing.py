"""Propose that there be no penalty, on a ground that the facts bear out (行政处罚法 §30, §31, §33, §36, §57)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.orders import OnFinding, Told
from sanzhi.cases.policies import finding_is_seen, is_not_decided
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.models import SparedFor
from sanzhi.penalty.proofs import names_of, proofs_to_choose
from sanzhi.penalty.sparing import ground_is_true

SPARED = "不予行政处罚"
UNFOUNDED = f"违法事实不能成立，{SPARED}"


PROVED = {
    SparedFor.INCAPABLE: "当事人没有责任能力，应当有鉴定意见、诊断证明等证据证明。",
    SparedFor.BLAMELESS: "没有主观过错的，应当有当事人提出的证据足以证明。",
}


class ProposeSparing(OnFinding):
    ground: SparedFor
    reason: Told = Field(min_length=5, max_length=3000)
    ground_proofs: list[int] = Field(default_factory=list, max_length=20)


CARD = Card(
    captions={"ground": "不予处罚的法定事由", "reason": "理由", "ground_proofs": "证明该事由的证据"},
    choices={"ground_proofs": proofs_to_choose},
    helps={"reason": "事由的事实和证据；不予处罚决定书在所选事由后写明，事由和条款不必重复。"},
    initial=lambda proceeding: {"seen_finding": proceeding.finding.version if proceeding.finding else 0},
    objects=is_not_decided,
)


@act("penalty.propose_sparing", title="提出不予处罚建议", card=CARD)
def propose_sparing(actor: Actor, order: ProposeSparing, *, on: Proceeding) -> Proposal:
    """What was told, pleaded or reviewed before stays; whoever is spared needs none of it."""
    proved_by = names_of(on, order.ground_proofs)
    require(
        finding_is_seen(on, order.seen_finding),
        ground_is_true(on, order.ground),
        Verdict.when(
            proved_by or order.ground not in PROVED,
            PROVED.get(order.ground, ""),
            citation="行政处罚法第三十一条、第三十三条第二款、第四十条",
            remedy="请在认定事实所依据的证据中选择；没有的，请先补充证据并重新认定事实。",
        ),
    )
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=Disposal.SPARE,
        text=UNFOUNDED if order.ground == SparedFor.UNFOUNDED else SPARED,
        grounds=Grounds(spared=order.ground.value, proved_by=proved_by).as_row(),
        reason=order.reason,
        whole=order.said(),
    )
    return enter_proposal(actor, proposal)
