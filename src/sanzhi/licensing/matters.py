"""An application as the page of its case shows it: what is asked, how far it is, both clocks, what is still owed."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from sanzhi.applications.models import Application
from sanzhi.cases.matters import Matter, matter
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.law.deadlines import Deadline
from sanzhi.licensing import filed, terms
from sanzhi.licensing.models import HandedIn, LicenceApplication
from sanzhi.licensing.queries import (
    application_of,
    ending_of,
    examined,
    follow_ups,
    handed_in,
    hearing_of,
    interested_views,
    item_of,
    licence_of,
    times_granted,
    times_left_out,
)
from sanzhi.licensing.standing import lasting, state_on

INTAKE = (
    "licensing.hand_in_materials",
    "licensing.tell_corrections",
    "licensing.accept_application",
    "licensing.decline_application",
    "licensing.examine",
    "licensing.propose_licence",
    "licensing.decide_licence",
)
ON_HEARING = (
    "licensing.tell_hearing",
    "licensing.ask_hearing",
    "licensing.set_hearing",
    "licensing.conclude_licence_hearing",
)


def matters(proceeding: Proceeding) -> Iterable[Matter]:
    row = application_of(proceeding)
    if row is not None:
        yield _application(proceeding, row)
    yield from _licence(proceeding)
    yield from _examination(proceeding)
    yield from _views(proceeding)
    yield from _hearing(proceeding)
    yield from _time(proceeding)
    yield from _afterwards(proceeding)


def _application(proceeding: Proceeding, row: LicenceApplication) -> Matter:
    item, portal = item_of(proceeding), filed.behind(row)
    lacking = () if row.accepted_on else terms.missing(row)
    return matter(
        f"{row.item_title}（{row.get_asks_display()}）",
        _state(row),
        acts=INTAKE,
        rows={
            "地点": row.place,
            "申请内容": row.content,
            "填写内容": row.answer_lines,
            "申请期限": f"{chinese_date(row.starts_on)}至{chinese_date(row.ends_on)}",
            "收到材料": [_handed(one) for one in handed_in(row)],
            "还缺": "、".join(lacking),
            "网上申请": _filed(portal),
            "补正告知": "；".join([*row.missing, *([row.defects] if row.defects else [])]),
            "法定期限届满": _told(terms.decide_by(proceeding)),
            "承诺期限届满": _told(terms.promised_by(proceeding)),
            "收费": item.fees if item else "",
            "告知的现场核查日": row.visit_on,
            "公示": _notice(row),
            "终止办理": f"{row.get_declined_for_display()} {row.turned_away_because}".strip(),
        },
        links={"打开网上申请和上传的材料": reverse("licensing:filed-one", args=[portal.pk])}
        if portal
        else {},
    )


def _handed(one: HandedIn) -> str:
    upload = f"：{one.note}" if one.file_sha256 else ""
    return f"{one.name}{upload}（{chinese_date(one.handed_on)}收到）"


def _filed(portal: Application | None) -> list[str]:
    """What came from the public site since: replies to a correction, or that the applicant took it back there."""
    if portal is None:
        return []
    replies = portal.replies.prefetch_related("materials")
    said = [
        f"{_day(one.replied_at)}补正：{'、'.join(filter(None, [*(file.wanted for file in one.materials.all()), one.words]))}"
        for one in replies
    ]
    gone = [f"{_day(portal.withdrawn_at)}申请人在网上撤回"] if portal.withdrawn_at else []
    return [portal.number, *said, *gone]


def _day(at: datetime) -> str:
    return chinese_date(timezone.localtime(at).date())


def _told(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    return f"{chinese_date(deadline.on)}{'（估算）' if deadline.estimated else ''}"


def _notice(row: LicenceApplication) -> str:
    if row.notice_from is None or row.notice_until is None:
        return ""
    days = f"{chinese_date(row.notice_from)}至{chinese_date(row.notice_until)}"
    return "\n".join(filter(None, [f"{days}，{row.notice_place}", row.objections]))


def _state(row: LicenceApplication) -> str:
    if row.turned_away:
        return row.get_turned_away_display()
    if row.accepted_on:
        return f"{chinese_date(row.accepted_on)}受理"
    started = terms.accepted_from(row)
    if started is not None:
        return f"逾期没有告知补正，自{chinese_date(started)}起视为受理，待登记"
    return "待补正" if row.corrections_told_on else "待受理"


def _licence(proceeding: Proceeding) -> Iterable[Matter]:
    row, ending = licence_of(proceeding), ending_of(proceeding)
    if row is None:
        return
    today = clock.today()
    yield matter(
        f"{row.certificate}（{row.number}）",
        state_on(row, today),
        acts=("licensing.propose_ending", "licensing.decide_licence"),
        rows={
            "被许可人": row.holder.name,
            "地点": row.place,
            "内容": row.content,
            "附加条件": row.conditions,
            "有效期": f"{chinese_date(row.valid_from)}至{chinese_date(lasting(row))}",
            "拟作处理": f"{ending.get_ground_display()}：{ending.facts}" if ending else "",
            "补偿、赔偿": ending.compensation if ending else "",
            "恢复原状、返还": ending.aftermath if ending else "",
        },
    )


def _examination(proceeding: Proceeding) -> Iterable[Matter]:
    row = examined(proceeding)
    if row is None:
        return
    yield matter(
        "现场核查" if row.is_on_site else "书面核查",
        "符合条件" if row.fits else "不符合条件",
        acts=("licensing.examine",),
        rows={
            "日期": row.examined_on,
            "核查人员": "、".join(row.officers),
            "情况": row.found,
            "不符合的条件": row.unmet,
            "与告知的核查日不同的原因": row.other_day_because,
        },
    )


def _views(proceeding: Proceeding) -> Iterable[Matter]:
    for row in interested_views(proceeding):
        yield matter(
            f"利害关系人：{row.name}",
            "已答复" if row.answer else "已提出意见" if row.said_on else "已告知",
            acts=("licensing.enter_view",),
            rows={
                "利害关系": row.interest,
                "告知": row.told_on,
                "意见": row.said,
                "审查": row.answer,
            },
        )


def _hearing(proceeding: Proceeding) -> Iterable[Matter]:
    row = hearing_of(proceeding)
    if row is None:
        return
    done = {
        "已终结": row.concluded_on,
        "已放弃": row.waived_on,
        "待举行": row.held_on,
        "已申请": row.asked_on,
    }
    yield matter(
        "听证",
        next((caption for caption, day in done.items() if day), "已告知"),
        acts=ON_HEARING,
        rows={
            "事由": row.because,
            "申请人": row.asked_by,
            "举行": f"{chinese_date(row.held_on)}，{row.place}" if row.held_on else "",
            "主持人": row.chair.name if row.chair else "",
            "听证意见": row.opinion,
        },
    )


def _time(proceeding: Proceeding) -> Iterable[Matter]:
    for out in times_left_out(proceeding):
        yield matter(
            f"不计入期限：{out.get_ground_display()}",
            "已结束" if out.ended_on else "进行中",
            acts=("licensing.end_time_left_out",),
            rows={
                "内容": out.what,
                "所需时间": f"{out.days}个工作日",
                "开始": out.begun_on,
                "结束": out.ended_on,
                "书面告知": terms.told_of(proceeding, out),
                "结果": out.result,
            },
        )
    for more in times_granted(proceeding):
        yield matter(
            "延长办理期限" if more.days else "超期原因",
            f"{more.days}个工作日" if more.days else "已说明",
            acts=(),
            rows={"理由": more.reason, "批准": f"{more.granted_by}，{chinese_date(more.granted_on)}"},
        )


def _afterwards(proceeding: Proceeding) -> Iterable[Matter]:
    for row in follow_ups(proceeding):
        yield matter(
            "许可后检查",
            ("符合" if row.fits else "不符合") if row.done_on else f"应在{chinese_date(row.due_on)}以前检查",
            acts=("licensing.follow_up",),
            rows={
                "检查内容": row.what,
                "日期": row.done_on,
                "检查人员": "、".join(row.officers),
                "情况": row.found,
                "不符合的内容和要求": row.unmet,
            },
        )
