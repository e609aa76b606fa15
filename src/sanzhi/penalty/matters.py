"""What is put before the head in a matter of a penalty: a referral, a request to pay later, things kept as evidence."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from sanzhi.cases.matters import Matter, matter
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.law.money import money_text
from sanzhi.penalty.models import Deferral, KeptAs, Preservation, Referral, Referred
from sanzhi.penalty.preservations import kept_now, proposed
from sanzhi.penalty.queries import waiting_deferral
from sanzhi.penalty.referrals import referral_of


def matters(proceeding: Proceeding) -> Iterable[Matter]:
    if (referred := referral_of(proceeding)) is not None:
        yield _referral(referred)
    if (deferral := waiting_deferral(proceeding)) is not None:
        yield _deferral(deferral)
    if (kept := kept_now(proceeding) or proposed(proceeding)) is not None:
        yield _preservation(kept)


def _referral(row: Referral) -> Matter:
    to_police = row.to == Referred.POLICE
    return matter(
        "移送公安机关" if to_police else "移送有管辖权的机关",
        _stage(row),
        acts=(
            "penalty.answer_referral",
            "penalty.hand_over",
            "penalty.record_police_answer",
            "penalty.take_things_back",
            "penalty.dispose_things_back",
        ),
        rows={
            "接收机关": row.receiver,
            "涉嫌的罪名、条款" if to_police else "管辖依据": row.ground,
            "移送理由": row.reason,
            "涉案物品": row.things or "无",
            "报告人": "、".join(one["name"] for one in row.reporters),
            "报告日": row.reported_at.astimezone(clock.CHINA).date(),
            "审批意见": f"{row.answered_by}：{row.answer}" if row.answered_by else "",
            "移交日": row.handed_at.astimezone(clock.CHINA).date() if row.handed_at else None,
            "回执": row.receipt,
            "公安机关答复": _answer(row),
            "退回": f"{row.returned}（{chinese_date(row.returned_on)}）" if row.returned_on else "",
        },
    )


def _stage(row: Referral) -> str:
    if row.is_approved is None:
        return "已报告，待审批"
    if not row.is_approved:
        return "未批准"
    if row.returned_on:
        return "已退回"
    if row.is_taken_up is not None:
        return "公安机关已立案" if row.is_taken_up else "公安机关不予立案"
    return "已移交" if row.handed_at else "已批准，待移交"


def _answer(row: Referral) -> str:
    if row.is_taken_up is None or row.outcome_on is None:
        return ""
    said = "立案" if row.is_taken_up else "不予立案"
    return f"{said}，{row.outcome}（{chinese_date(row.outcome_on)}）"


def _deferral(row: Deferral) -> Matter:
    plan = [
        f"{chinese_date(date.fromisoformat(one['day']))}前缴纳{money_text(Decimal(one['amount']))}"
        for one in row.instalments
    ]
    return matter(
        "暂缓、分期缴纳申请",
        "待审批",
        acts=("penalty.decide_deferral",),
        rows={
            "当事人的理由": row.reason,
            "证明材料": row.proof,
            "缴纳方案": plan,
            "申请日": row.asked_on,
        },
    )


def _preservation(row: Preservation) -> Matter:
    begun = row.begun_at is not None
    return matter(
        KeptAs(row.kept_as).label,
        "保存中" if begun else "已提出，待批准、实施",
        acts=(
            "penalty.settle_preservation",
            "penalty.preserve_evidence",
            "penalty.withdraw_preservation",
        ),
        rows={
            "理由": row.reason,
            "地点": row.place,
            "物品": row.things,
            "提出人": f"{row.proposed_by}（{chinese_date(row.proposed_at.astimezone(clock.CHINA).date())}）",
            "实施日": row.begun_on,
        },
    )
