"""Propose to revoke or change a decision, or enter what reconsideration or a court has decided on it."""

from decimal import Decimal

from pydantic import Field

from sanzhi.cases import board, events
from sanzhi.cases.card import Card
from sanzhi.cases.judged import is_as_judged
from sanzhi.cases.models import Overturn, OverturnedBy, OverturnedFor, OverturnKind, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.overturning import LAW, can_be_overturned, change_fits, ground_fits, none_waits
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.receipts import is_paper_number
from sanzhi.ledger.commands import record


class ProposeOverturn(OnProceeding):
    kind: OverturnKind
    by_whom: OverturnedBy = OverturnedBy.SELF
    overturned_for: list[OverturnedFor] = Field(min_length=1, max_length=6)
    ground: Told = Field(min_length=5, max_length=1000)
    reference: str = Field(default="", max_length=80)
    fine: Decimal | None = Field(default=None, ge=0, max_digits=14, decimal_places=2)


CARD = Card(
    citation="行政处罚法第七十五条第二款；河南省行政执法条例第三十二条",
    captions={
        "kind": "种类",
        "by_whom": "由谁作出",
        "overturned_for": "法定事由",
        "ground": "具体情形",
        "reference": "复议决定书、裁判文书文号",
        "fine": "变更后的金额（元）",
    },
    helps={
        "overturned_for": "复议机关、人民法院作出的，照其决定书、裁判文书认定的事由选择。",
        "ground": "写明哪一项事实、依据、程序或者裁量有错误。",
        "fine": "只在变更罚款、征收的数额时填写。",
    },
    choices={"overturned_for": lambda proceeding: OverturnedFor.choices},
    objects=can_be_overturned,
    at_any_step=True,
    after_closure=True,
)


@act("cases.propose_overturn", title="提出撤销、变更决定", card=CARD)
def propose_overturn(actor: Actor, order: ProposeOverturn, *, on: Proceeding) -> Overturn:
    own = order.by_whom == OverturnedBy.SELF
    overturn = Overturn(
        decision=on.decision, proposed_on=clock.today(), proposed_by=actor.name, **order.said()
    )
    require(
        none_waits(on, order.by_whom),
        change_fits(on, overturn),
        ground_fits(order.kind, order.overturned_for),
        Verdict.when(
            own or is_paper_number(order.reference),
            "请按复议决定书、裁判文书填写完整的文号（年份、代字、序号）。",
            citation=LAW,
        ),
        is_as_judged(on, overturn),
        board.may_overturn(on, overturn),
    )
    overturn.save()
    facts = {
        "kind": order.kind.label,
        "by_whom": order.by_whom.label,
        "grounds": overturn.grounds,
        "ground": order.ground,
    }
    record(events.OVERTURN_PROPOSED, actor=actor, subject=on.case, facts=facts)
    return overturn
