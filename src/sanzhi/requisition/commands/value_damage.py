"""Value what came back damaged or is lost, by evidence: the repair, or the worth less what remains (突发事件应对法 §12)."""

from decimal import Decimal

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import has_two_qualified_officers, is_not_decided
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.derivation import to_fen
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.models import RequisitionedThing
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import things_of


class ValueDamage(OnProceeding):
    thing: int
    worth: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    remaining: Decimal = Field(default=Decimal(0), ge=0, max_digits=14, decimal_places=2)
    evidence: list[int] = Field(min_length=1, max_length=20)
    reason: Told = Field(default="", max_length=500)
    owner_word: str = Field(default="", max_length=500)


def _hurt(proceeding: Proceeding) -> Choices:
    return [(row.pk, row.thing.text) for row in things_of(proceeding) if row.is_hurt]


def _proofs(proceeding: Proceeding) -> Choices:
    return [(row.pk, row.name) for row in cases.evidence(proceeding.case)]


def _objects(proceeding: Proceeding) -> Verdict:
    verdict = is_not_decided(proceeding) if proceeding.main_id else Verdict.yes()
    return (
        verdict
        & Verdict.when(
            _hurt(proceeding),
            "没有毁损、灭失的财物需要估价。",
            citation=LAW,
            remedy="请先逐项返还、清点。",
        )
        & has_two_qualified_officers(proceeding.case)
    )


CARD = Card(
    captions={
        "thing": "毁损、灭失的财物",
        "worth": "修复费用或者灭失部分的估价（元）",
        "remaining": "残值（元）",
        "evidence": "证据（修理报价、评估报告等）",
        "reason": "估价与清单不同的理由",
        "owner_word": "权利人对估价的意见",
    },
    helps={
        "evidence": "先登记证据，再从列出的证据中选择。",
        "reason": "灭失的，估价减残值应当等于清单的估价；毁损的，不高于清单的估价。不同的写明理由和权利人的意见，相同的不写。",
    },
    choices={"thing": _hurt, "evidence": _proofs},
    objects=_objects,
)


@act("requisition.value_damage", title="毁损、灭失估价", card=CARD)
def value_damage(actor: Actor, order: ValueDamage, *, on: Proceeding) -> RequisitionedThing:
    row = next((one for one in things_of(on) if one.pk == order.thing and one.is_hurt), None)
    proofs = dict(_proofs(on))
    require(
        Verdict.when(row, "所选的财物没有毁损、灭失。", citation=LAW, remedy="请从列出的财物中选择。"),
        Verdict.when(
            order.remaining < order.worth,
            "残值不低于估价，没有可以补偿的毁损、灭失。",
            citation=LAW,
            remedy="请核对评估报告。",
        ),
        Verdict.when(
            set(order.evidence) <= set(proofs),
            "所选的证据不是本案的。",
            citation=LAW,
            remedy="请先登记证据，再从列表中选择。",
        ),
    )
    assert row is not None
    require(_fits_inventory(row, order))
    row.damage_worth, row.remaining = order.worth, order.remaining
    row.damage_proof = "、".join(dict.fromkeys(proofs[pk] for pk in order.evidence))
    row.damage_reason, row.owner_word = order.reason, order.owner_word
    row.save()
    facts = {"what": row.thing.text, "worth": yuan(order.worth)}
    record(events.DAMAGE_VALUED, actor=actor, subject=on.case, facts=facts)
    return row


def _fits_inventory(row: RequisitionedThing, order: ValueDamage) -> Verdict:
    """What is lost is worth what the inventory says, a damage no more than what it befell; else why, and what the owner says."""
    each, net = row.worth / row.count, order.worth - order.remaining
    least = to_fen(each * row.lost)
    most = to_fen(each * (row.lost + (row.returned or 0))) if row.is_damaged else least
    fits = least <= net <= most
    said = (len(order.reason.strip()) >= 5, len(order.owner_word.strip()) >= 2)
    bounds = f"{yuan(least)}元" if least == most else f"{yuan(least)}元至{yuan(most)}元"
    return Verdict.when(
        said == (not fits, not fits),
        f"估价减残值为{yuan(net)}元，清单的估价为{bounds}，不同的应当写明理由（至少五个字）和权利人的意见。"
        if not fits
        else "估价与清单相符，不写不同的理由和权利人的意见。",
        citation=LAW,
        remedy="请按《征用财物清单和收据》的估价核对；确有变化的，写明证据所证明的情况，征求权利人的意见。",
    )
