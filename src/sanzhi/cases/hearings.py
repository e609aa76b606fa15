"""A hearing and its papers: what they are filled from, and which of them still tell the hearing as it stands.

A paper of another day, place or chair counts for nothing: who is to come reads the paper, not the row.
"""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from sanzhi.cases import pauses, queries
from sanzhi.cases.addressed import Said, heard_on, notice_of_hearing, said
from sanzhi.cases.basis import HEARD
from sanzhi.cases.deadlines import earliest_hearing_day, is_hearing_day_estimated
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Hearing, HearingOutcome, Paper, Proceeding, Proposal
from sanzhi.catalogues import queries as catalogues
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.db import with_rows
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.wording import sentence
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import Role

SUMMONS, ANNOUNCEMENT = "hearing_summons", "hearing_announcement"
HEARING = "requested_on proposed cause notice notice_title held_on begins place manner chair recorder attendees attendance signing course minutes opinion"
UNHEARD = "当事人无正当理由未出席，没有陈述、申辩和质证，听证终止。"
ATTENDED = {
    HearingOutcome.HELD: "当事人出席",
    HearingOutcome.ABSENT: "当事人无正当理由未出席，视为放弃听证权利",
    HearingOutcome.LEFT: "当事人出席，未经许可中途退出，视为放弃听证权利",
}
ENDED = {
    HearingOutcome.HELD: "听取双方陈述、申辩、质证和最后陈述后，听证结束",
    HearingOutcome.ABSENT: "终止听证",
    HearingOutcome.LEFT: "终止听证",
}
SIGNED = {HearingOutcome.ABSENT: "未出席", HearingOutcome.LEFT: "中途退出"}
UNTIL_LEFT = "退出以前的发言以听证笔录为准。"
OWED = (SUMMONS, "hearing_minutes", "hearing_report")


def may_preside(proceeding: Proceeding, officer: Officer | None) -> bool:
    """Who can conclude the hearing as its chair: a serving reviewer who never handled the case (行政处罚法 §64(4))."""
    if officer is None or organisation.has_left(officer) or Role.LEGAL_REVIEWER not in officer.roles:
        return False
    case = proceeding.case
    return not queries.has_handled(case, officer.pk) and not queries.is_recused(case, officer.pk)


def was_asked_for(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        queries.hearing_of(proceeding), "当事人没有要求听证。", citation="行政处罚法第六十四条"
    )


def is_withdrawn(proceeding: Proceeding) -> bool:
    hearing = queries.hearing_of(proceeding)
    return hearing is not None and hearing.is_withdrawn


# what fills a paper on the hearing before it is held, and when it is over
ACTS = {
    "requested_on proposed cause notice notice_title": "cases.request_hearing",
    "held_on begins place manner chair recorder": "cases.notify_hearing",
    "": "cases.conclude_hearing",
}


@facts("hearing", HEARING, by=ACTS)
def hearing_known(proceeding: Proceeding) -> dict[str, Any]:
    hearing = queries.hearing_of(proceeding)
    if hearing is None:
        return {}
    proposal, notice = heard_on(proceeding, hearing), notice_of_hearing(proceeding, hearing)
    known: dict[str, Any] = {
        "requested_on": hearing.requested_on,
        "proposed": proposal.text,
        "cause": _cause(proceeding, proposal),
        "notice": notice.number if notice else None,
        "notice_title": notice.title if notice else None,
    }
    return known | _set(hearing) | _ended(hearing)


def _cause(proceeding: Proceeding, proposal: Proposal) -> str:
    """That of the proposal on which the party is heard: the case may go by another one now."""
    code = proposal.basis.get("articles", {}).get("cause", proceeding.cause_code)
    listed = catalogues.powers_of_edition(proceeding.power_edition_id)
    return listed[code].title if code != proceeding.cause_code and code in listed else proceeding.cause


def _set(hearing: Hearing) -> dict[str, Any]:
    if hearing.held_on is None:
        return {}
    with_rows([hearing], "chair", "recorder")
    return {
        "held_on": hearing.held_on,
        "begins": _time(hearing),
        "place": hearing.place,
        "manner": _manner(hearing),
        "chair": hearing.chair.name if hearing.chair else None,
        "recorder": hearing.recorder.name if hearing.recorder else None,
    }


def _ended(hearing: Hearing) -> dict[str, Any]:
    if hearing.concluded_on is None or hearing.held_on is None or hearing.is_withdrawn:
        return {}
    outcome = HearingOutcome(hearing.outcome)
    attendance = ATTENDED[outcome]
    began = f"{chinese_date(hearing.held_on)}{_time(hearing)}，听证在{hearing.place}举行"
    return {
        "attendees": hearing.attendees,
        "attendance": attendance,
        "signing": SIGNED.get(outcome),
        "course": f"{began}（{_manner(hearing)}）。{attendance}；{ENDED[outcome]}。",
        "minutes": UNHEARD if hearing.is_unattended else hearing.minutes,
        "opinion": hearing.opinion,
    }


@facts("case", "hearing_text")
def hearings_told(proceeding: Proceeding) -> dict[str, Any]:
    rows = said(proceeding)
    if not any(hearing.concluded_on for row in rows for hearing in row.hearings):
        return {}
    return {"hearing_text": "".join(f"{row.opening}{words}" for row in rows if (words := _of_notice(row)))}


def _of_notice(row: Said) -> str:
    """Where the party was heard on an earlier notice, that it did not ask again is told too."""
    offers = row.notice is not None and row.notice.purpose == "hearing_notice"
    if offers and row.opening and row.is_last and not row.hearings:
        return "没有当事人要求听证的登记。"
    return "".join(hearing_told(hearing) for hearing in row.hearings if hearing.concluded_on)


def hearing_told(hearing: Hearing) -> str:
    """How it ended, in a sentence: a hearing that was withdrawn or missed was not held."""
    on = chinese_date(hearing.concluded_on) if hearing.concluded_on else ""
    if hearing.is_withdrawn:
        return f"{on}，当事人撤回听证要求，未举行听证。"
    if hearing.is_unattended or hearing.held_on is None:
        return f"{on}，{ATTENDED[HearingOutcome.ABSENT]}，听证终止。{sentence(hearing.opinion)}"
    held = f"{chinese_date(hearing.held_on)}举行听证"
    if hearing.outcome == HearingOutcome.LEFT:
        return f"{held}，{ATTENDED[HearingOutcome.LEFT]}，{UNTIL_LEFT}听证终止。{sentence(hearing.opinion)}"
    return f"{held}，听取了当事人的陈述、申辩和质证；{on}听证终结。{sentence(hearing.opinion)}"


def has_begun(hearing: Hearing) -> bool:
    """On its day from its hour on, or on a later day."""
    if hearing.held_on is None or hearing.held_on != clock.today():
        return hearing.held_on is not None and hearing.held_on < clock.today()
    hour, _, minute = hearing.begins_at.partition(":")
    return not hour or clock.now().time() >= time(int(hour), int(minute))


def _time(hearing: Hearing) -> str:
    hour, _, minute = hearing.begins_at.partition(":")
    return f"{int(hour):02}时{minute}分" if hour else ""


def _manner(hearing: Hearing) -> str:
    if hearing.is_public:
        return "公开举行"
    return f"不公开举行（{hearing.get_closed_for_display()}：{hearing.closed_reason}）"


def standing(proceeding: Proceeding, purpose: str) -> tuple[Paper, ...]:
    """The issued papers for `purpose` that tell the hearing as it stands now, on the proposal on which it is."""
    hearing, known = queries.hearing_of(proceeding), {"hearing": hearing_known.read(proceeding)}
    on = heard_on(proceeding, hearing).pk if hearing else None
    issued = queries.issued_for(proceeding, purpose)
    return tuple(row for row in issued if row.proposal_id == on and _tells(row, known))


def _tells(paper: Paper, hearing: dict[str, Any]) -> bool:
    known = documents.fixed(paper.form, hearing)
    return all(paper.document.values.get(name) == value for name, value in known.items() if value is not None)


def summoned_on(proceeding: Proceeding) -> date | None:
    """The day on which the party was first served with the notice of this hearing."""
    served = (row.counts_from for row in standing(proceeding, SUMMONS))
    return min((day for day in served if day is not None), default=None)


def is_notified_in_time(proceeding: Proceeding) -> Verdict:
    """Seven working days lie between the service of the written notice and the hearing (行政处罚法 §64(2))."""
    hearing = queries.hearing_of(proceeding)
    if is_withdrawn(proceeding):
        return Verdict.yes()
    if hearing is None or hearing.held_on is None:
        return Verdict.no("尚未通知当事人听证的时间、地点。", "行政处罚法第六十四条第二项")
    told_on = summoned_on(proceeding)
    if told_on is None:
        return Verdict.no(
            "《听证通知书》尚未送达当事人。",
            "行政处罚法第六十四条第二项",
            remedy="请制作、送达通知书；已经来不及的，请另定日期。",
        )
    return is_counted(proceeding, told_on) & Verdict.when(
        hearing.held_on >= earliest_hearing_day(proceeding, told_on),
        f"听证通知书{chinese_date(told_on)}送达，到听证之日不足七个工作日。",
        citation="行政处罚法第六十四条第二项",
        remedy="请另定举行日期，重新通知。",
    )


def is_counted(proceeding: Proceeding, told_on: date) -> Verdict:
    """The party's seven working days are not counted by a guess at the holidays (行政处罚法 §64(2), §85)."""
    return Verdict.when(
        not is_hearing_day_estimated(proceeding, told_on),
        f"自{chinese_date(told_on)}起七个工作日所及年度的放假安排尚未录入，不能按估算确定举行听证的日期。",
        citation="行政处罚法第六十四条第二项、第八十五条",
        remedy="请管理员录入该年度放假安排后再办理。",
    )


def is_announced(proceeding: Proceeding) -> Verdict:
    """A public hearing is announced before its day (行政处罚法 §64(3); the announcement itself: 记忆)."""
    hearing = queries.hearing_of(proceeding)
    if hearing is None or not hearing.is_public or hearing.held_on is None or hearing.is_withdrawn:
        return Verdict.yes()
    days = (row.issued_on for row in standing(proceeding, ANNOUNCEMENT))
    return Verdict.when(
        any(day is not None and day < hearing.held_on for day in days),
        "公开举行的听证没有事先公告。",
        citation="行政处罚法第六十四条第三项；河南省行政处罚听证办法",
        remedy="请发布听证公告；已到举行之日的，请另定日期，重新通知。",
    )


def counts(proceeding: Proceeding) -> Verdict:
    """One that is over carries a decision: told in time, announced, led by people who did not have to stand back."""
    return is_notified_in_time(proceeding) & is_announced(proceeding) & was_led(proceeding)


def was_led(proceeding: Proceeding) -> Verdict:
    """Who was recused, be it afterwards, has led and recorded nothing on which a decision could rest (行政处罚法 §43)."""
    hearing = queries.hearing_of(proceeding)
    if hearing is None or hearing.concluded_on is None or hearing.is_withdrawn:
        return Verdict.yes()
    with_rows([hearing], "chair", "recorder")
    people = [officer for officer in (hearing.chair, hearing.recorder) if officer]
    barred = [officer.name for officer in people if queries.is_recused(proceeding.case, officer.pk)]
    return Verdict.when(
        not barred,
        f"主持、记录听证的{'、'.join(barred)}已经决定回避，这次听证不能据以作出决定。",
        citation="行政处罚法第四十三条、第六十四条第四项",
        remedy="请另选主持人、记录员，重新通知、举行听证；现在的环节不能通知听证的，请先退回。",
    )


def could_be_held(proceeding: Proceeding) -> Verdict:
    """Told in time, announced, on a day on which the case did not stand still, with a recorder who may sit there."""
    return is_notified_in_time(proceeding) & is_announced(proceeding) & _sits(proceeding)


def _sits(proceeding: Proceeding) -> Verdict:
    hearing = queries.hearing_of(proceeding)
    if hearing is None or hearing.held_on is None or hearing.is_withdrawn:
        return Verdict.yes()
    case, recorder = proceeding.case, with_rows([hearing], "recorder")[0].recorder
    apart = recorder and (queries.has_handled(case, recorder.pk) or queries.is_recused(case, recorder.pk))
    return Verdict.when(
        not pauses.stood_still(proceeding, hearing.held_on),
        f"{chinese_date(hearing.held_on)}本案中止调查，听证不能在该日举行。",
        citation="行政处罚法第六十四条第六项",
        remedy="请另定举行日期，重新通知。",
    ) & Verdict.when(
        not apart,
        f"记录员{recorder.name if recorder else ''}已经回避或者成为本案承办人，不能记录听证。",
        citation="行政处罚法第四十三条、第六十四条第四项",
        remedy="请更换记录员，另定日期，重新通知。",
    )


def sits_apart(proceeding: Proceeding, form: str, *, typed: Mapping[str, Any]) -> Verdict:
    """Who sits beside the chair is neither an investigator nor recused (行政处罚法 §43, §64(4))."""
    if documents.form(form).purpose not in HEARD:
        return Verdict.yes()
    fields = (field for field in documents.form(form).fields if field.shape == "names")
    named = "、".join(str(typed.get(field.name) or "") for field in fields)
    barred = {row.officer.name for row in queries.ever_assigned(proceeding.case)}
    barred |= {row.of.name for row in queries.recusals(proceeding.case) if row.is_granted}
    found = sorted(name for name in barred if name in named)
    return Verdict.when(
        not found,
        f"{'、'.join(found)}是本案承办人或者已经回避，不能担任听证员。",
        citation="行政处罚法第四十三条、第六十四条第四项",
        remedy="请填写其他人员。",
    )


def papers_owed(proceeding: Proceeding) -> bool:
    """A hearing was asked for, and one of its papers is not there."""
    wanted = queries.hearing_of(proceeding) is not None and not is_withdrawn(proceeding)
    return wanted and not all(standing(proceeding, purpose) for purpose in OWED)


def announcement_owed(proceeding: Proceeding) -> bool:
    hearing = queries.hearing_of(proceeding)
    wanted = hearing is not None and hearing.is_public and not hearing.is_withdrawn
    return wanted and not standing(proceeding, ANNOUNCEMENT)
