"""What waits in any proceeding: a decision to be undone, somebody to stand back, a record to be put right, a standstill."""

from collections.abc import Iterable

from sanzhi.cases import overturning, pauses, queries
from sanzhi.cases.contests import contests
from sanzhi.cases.matters import Matter, matter
from sanzhi.cases.models import (
    AskedBy,
    Contest,
    Overturn,
    OverturnedBy,
    OverturnKind,
    Proceeding,
    RecordCorrection,
    Recusal,
    SuspendedFor,
    Suspension,
)
from sanzhi.cases.together import joint_matters
from sanzhi.law.days import chinese_date
from sanzhi.law.money import money_text


def core_matters(proceeding: Proceeding) -> Iterable[Matter]:
    if (row := overturning.waiting(proceeding)) is not None:
        yield _overturn(row)
    yield from map(_contest, contests(proceeding))
    yield from (_recusal(row) for row in queries.recusals(proceeding.case) if row.is_granted is None)
    yield from (_correction(row) for row in queries.waiting_corrections(proceeding))
    if (still := pauses.suspension(proceeding)) is not None:
        yield _suspension(still)
    yield from joint_matters(proceeding.case)


def _overturn(row: Overturn) -> Matter:
    own = row.by_whom == OverturnedBy.SELF
    reviewed = f"{row.reviewed_by}：{row.opinion}" if row.reviewed_by else ""
    unread = own and row.decision.is_major and not row.is_agreed
    state = "待法制审核" if unread else "待机关负责人决定"
    return matter(
        "撤销、变更意见",
        state,
        acts=(
            "cases.overturn_decision",
            "cases.decline_overturn",
            "cases.review_overturn",
            "cases.drop_overturn",
        ),
        rows={
            "种类": OverturnKind(row.kind).label,
            "原决定": f"{row.decision.number}：{row.decision.text}",
            "由谁作出": "" if own else f"{OverturnedBy(row.by_whom).label}（{row.reference}）",
            "法定事由": row.grounds,
            "具体情形": row.ground,
            "变更后的金额": money_text(row.fine) if row.fine is not None else "",
            "提出人": f"{row.proposed_by}（{chinese_date(row.proposed_on)}）",
            "法制审核意见": reviewed,
        },
    )


def _contest(row: Contest) -> Matter:
    said = {
        "受理": f"{row.body}，{row.number}，{chinese_date(row.accepted_on)}受理",
        "收到副本": row.copy_on,
        "答复": f"{chinese_date(row.replied_on)}，{row.replied_by}" if row.replied_on else "",
        "答复意见": row.reply,
        "提交的证据、依据": row.proofs,
        "逾期的原因": row.late_because,
        "停止执行": _stay(row),
    }
    if row.ended_on:
        said["结果"] = f"{row.get_outcome_display()}（{row.outcome_number}）" if row.outcome_number else ""
        said["变更后的金额"] = money_text(row.fine) if row.fine is not None else ""
    state = f"{chinese_date(row.ended_on)}审结：{row.get_outcome_display()}" if row.ended_on else "审理中"
    acts = ("answer_contest", "stay_execution", "resume_execution", "end_contest", "correct_contest")
    return matter(row.get_way_display(), state, acts=(f"cases.{verb}" for verb in acts), rows=said)


def _stay(row: Contest) -> str:
    if row.stayed_on is None:
        return ""
    until = f"，{chinese_date(row.resumed_on)}恢复" if row.resumed_on else ""
    return f"{chinese_date(row.stayed_on)}起，{row.stayed_by}：{row.stayed_because}{until}"


def _recusal(row: Recusal) -> Matter:
    return matter(
        "回避申请",
        "待决定",
        acts=("cases.decide_recusal",),
        rows={
            "被申请回避人": row.of.name,
            "申请人": AskedBy(row.asked_by).label,
            "申请理由": row.reason,
            "申请日": row.asked_on,
        },
    )


def _correction(row: RecordCorrection) -> Matter:
    return matter(
        "登记更正申请",
        "待审批",
        acts=("cases.settle_correction",),
        rows={
            "更正内容": str(row),
            "更正理由": row.reason,
            "申请人": f"{row.asked_by}（{chinese_date(row.asked_on)}）",
        },
    )


def _suspension(row: Suspension) -> Matter:
    return matter(
        "中止调查",
        "中止中",
        acts=("cases.resume_case",),
        rows={
            "情形": SuspendedFor(row.ground).label,
            "理由": row.reason,
            "中止日": row.since,
            "批准人": row.approved_by,
        },
    )
