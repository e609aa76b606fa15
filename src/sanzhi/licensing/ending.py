"""By which act a licence may end on which ground: 撤销 §69, 撤回 §8, 注销 §70 are three acts, 吊销 is a penalty (行政许可法)."""

from sanzhi.cases.models import PartyKind
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal
from sanzhi.licensing.models import EndingGround, Licence
from sanzhi.licensing.standing import lasting

G = EndingGround
GROUNDS = {
    Disposal.RESCIND: (G.ABUSE, G.BEYOND, G.PROCEDURE, G.UNFIT, G.FRAUD),
    Disposal.RECALL: (G.LAW_CHANGED, G.FACTS_CHANGED),
    Disposal.CANCEL: (G.EXPIRED, G.DEAD, G.DISSOLVED, G.ENDED, G.IMPOSSIBLE, G.GIVEN_UP),
}
LAWS = {
    Disposal.RESCIND: "行政许可法第六十九条",
    Disposal.RECALL: "行政许可法第八条第二款",
    Disposal.CANCEL: "行政许可法第七十条",
}


def disposal_of(ground: EndingGround) -> Disposal:
    return next(disposal for disposal, grounds in GROUNDS.items() if ground in grounds)


def may_be_ended(licence: Licence, ground: EndingGround) -> Verdict:
    """The ground is one that rows show, and the licence is still there to be ended so."""
    disposal, today = disposal_of(ground), clock.today()
    person = licence.holder.kind != PartyKind.ORGANISATION
    known = {
        G.EXPIRED: today > lasting(licence),
        G.ENDED: bool(licence.ended_as) and licence.ended_as != "cancelled",
        G.DEAD: person,
        G.DISSOLVED: not person,
    }
    return Verdict.when(
        known.get(ground, True),
        f"许可{licence.number}的登记与“{ground.label}”不符。",
        citation=LAWS[disposal],
        remedy="请选择与登记相符的情形。",
    ) & Verdict.when(
        not licence.cancelled_on and (disposal == Disposal.CANCEL or not licence.ended_as),
        f"许可{licence.number}已经{licence.get_ended_as_display() or '注销'}，不能再这样办理。",
        citation=LAWS[disposal],
        remedy="已经撤销、撤回、吊销的，只办理注销。",
    )


def is_paid_for(ground: EndingGround, compensation: str) -> Verdict:
    """Who relied on a licence is compensated, unless he got it by fraud (行政许可法 §8(2), §69(4))."""
    owed = disposal_of(ground) == Disposal.RECALL or (
        disposal_of(ground) == Disposal.RESCIND and ground != G.FRAUD
    )
    return Verdict.when(
        not owed or compensation.strip(),
        "没有写明补偿、赔偿：撤回的应当依法补偿，撤销给被许可人的合法权益造成损害的应当依法赔偿。",
        citation="行政许可法第八条第二款、第六十九条第四款；国家赔偿法第十三条",
        remedy="请写明损失的核算和给付；没有损失的，写明核对的情况。",
    ) & Verdict.when(
        ground != G.FRAUD or not compensation.strip(),
        "以欺骗、贿赂等不正当手段取得许可的，基于许可取得的利益不受保护，不填写赔偿。",
        citation="行政许可法第六十九条第四款",
        remedy="请清空补偿、赔偿一栏。",
    )
