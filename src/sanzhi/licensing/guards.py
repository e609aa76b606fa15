"""What licensing answers to the words of its procedures."""

from datetime import date

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import served_on
from sanzhi.cases.fixed import tells
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Disposal
from sanzhi.licensing import terms
from sanzhi.licensing.instant import is_instant
from sanzhi.licensing.intake import is_free
from sanzhi.licensing.models import Asks, TimeGranted, TimeLeftOut
from sanzhi.licensing.queries import (
    application_of,
    ban_of,
    ending_of,
    examined,
    handed_in,
    hearing_of,
    interested_views,
    item_of,
    times_granted,
    times_left_out,
)
from sanzhi.licensing.told import hearing_said

HEARING = "行政许可法第四十六条至第四十八条"
SUMMONS = "行政许可法第四十八条第一款第一项"
SUMMONED_AHEAD = 7  # 行政许可法 §48(1)(1), working days by §82


def accepted(proceeding: Proceeding) -> Verdict:
    row = application_of(proceeding)
    return Verdict.when(
        row is None or row.accepted_on,
        "申请尚未受理。",
        citation="行政许可法第三十二条",
        remedy="材料齐全的请受理；不齐全的一次告知补正；依法不予受理的请办理不予受理。",
    ) & Verdict.when(
        row is None or not row.accepted_on or served_on(proceeding, "license_acceptance"),
        "《受理（不予受理）通知书》尚未送达申请人。",
        citation="行政许可法第三十二条第二款",
        remedy="请送达并登记。",
    )


def is_examined(proceeding: Proceeding) -> Verdict:
    """Two looked, after the last papers came in; on the spot where the item says so; nothing where it is granted at once."""
    row, item, found = application_of(proceeding), item_of(proceeding), examined(proceeding)
    if row is None or item is None or is_instant(proceeding):
        return Verdict.yes()
    last = max((one.handed_on for one in handed_in(row)), default=row.received_on)
    return Verdict.when(
        found is not None and found.examined_on >= last,
        "尚未由两名以上工作人员对申请材料的实质内容进行核查，或者核查以后又提交了材料。",
        citation="行政许可法第三十四条第三款",
        remedy="请登记核查情况。",
    ) & Verdict.when(
        found is None or found.is_on_site or not item.on_site,
        f"“{item.title}”应当现场核查。",
        citation="行政许可法第三十四条第三款",
        remedy="请到现场核查并登记。",
    )


def interested_heard(proceeding: Proceeding) -> Verdict:
    """Everybody who was told has said something that is answered, or has let the time pass (行政许可法 §36)."""
    waiting, today = [], clock.today()
    for row in interested_views(proceeding):
        if row.said_on is None and today <= terms.days_of(terms.OPINION, row.told_on, on=proceeding).on:
            waiting.append(row.name)
    return Verdict.when(
        not waiting,
        f"利害关系人{'、'.join(waiting)}提出意见的期限未满。",
        citation="行政许可法第三十六条",
        remedy="请等待其提出意见；明确表示没有意见的，如实登记。",
    )


def hearing_settled(proceeding: Proceeding) -> Verdict:
    """Told, and then held, given up, or not asked for in time; where one is owed it is held (行政许可法 §§46–48)."""
    row, item, ending = hearing_of(proceeding), item_of(proceeding), ending_of(proceeding)
    application = application_of(proceeding)
    owed = (
        item is not None and item.first == "听证" and application is not None and application.asks == Asks.NEW
    )
    against = ending is not None and ending.disposal in {Disposal.RESCIND, Disposal.RECALL}
    if row is None:
        return Verdict.when(
            not owed and not against,
            "尚未告知听证的权利。" if against else "本事项应当听证，尚未公告、告知。",
            citation=HEARING if owed else f"{HEARING}；河南省行政执法条例第二十六条",
            remedy="请告知听证权利，送达告知书。",
        )
    if row.concluded_on or row.waived_on:
        return Verdict.yes()
    told = served_on(proceeding, terms.HEARING_NOTICE)
    until = terms.ask_by(proceeding)
    open_ = row.is_owed or row.asked_on is not None
    return (
        Verdict.when(
            told,
            "《许可听证告知（通知）书》尚未送达。",
            citation="行政许可法第四十七条",
            remedy="请制作并送达。",
        )
        & Verdict.when(not open_, "听证尚未举行、终结。", citation=HEARING, remedy="请组织听证并登记笔录。")
        & (summoned_ahead(proceeding) if open_ and row.held_on else Verdict.yes())
        & Verdict.when(
            open_ or until is None or clock.today() > until.on,
            f"申请听证的期限到{chinese_date(until.on) if until else ''}止，尚未届满。",
            citation="行政许可法第四十七条第一款",
            remedy="请等待期限届满；明确放弃的，登记放弃听证。",
        )
    )


def notice_given(proceeding: Proceeding) -> Verdict:
    row, item = application_of(proceeding), item_of(proceeding)
    if row is None or item is None or item.first != "公示" or row.asks != Asks.NEW:
        return Verdict.yes()
    return Verdict.when(
        row.notice_until is not None and row.notice_until < clock.today(),
        f"“{item.title}”应当先公示，公示尚未办理或者期限未满。",
        citation="行政许可法第四十六条",
        remedy="请登记公示的方式和起止日期，公示期满以后再决定。",
    )


def time_told(proceeding: Proceeding) -> Verdict:
    """Each extension and each time that is left out was told the applicant in writing (行政许可法 §42, §45)."""
    verdict = Verdict.yes()
    owed: list[TimeLeftOut | TimeGranted] = [*times_left_out(proceeding)]
    owed += [one for one in times_granted(proceeding) if one.days]
    for row in owed:
        verdict &= Verdict.when(
            terms.told_of(proceeding, row),
            "延长期限、不计入期限的时间没有书面告知申请人。",
            citation="行政许可法第四十二条、第四十五条",
            remedy="请制作《延长期限通知书》并送达。",
        )
    running = [row for row in times_left_out(proceeding) if row.ended_on is None]
    return verdict & Verdict.when(
        not running,
        f"{'、'.join(row.get_ground_display() for row in running)}尚未登记结果。",
        citation="行政许可法第四十五条",
        remedy="请登记结束的日期和结果。",
    )


def decided_in_time(proceeding: Proceeding) -> Verdict:
    """Later than the limit only on the head's recorded reason, which supervision sees."""
    until = terms.decide_by(proceeding)
    if until is None or clock.today() <= until.on or proceeding.decided_on is not None:
        return Verdict.yes()
    explained = [row for row in times_granted(proceeding) if not row.days and row.granted_on > until.on]
    return Verdict.when(
        explained or terms.has_expired(proceeding),
        f"办理期限已于{chinese_date(until.on)}届满，没有机关负责人说明超期原因的记录。",
        citation="行政许可法第四十二条、第七十四条",
        remedy="请由机关负责人说明超期原因。",
    )


def proposal_lawful(proceeding: Proceeding) -> Verdict:
    """What is proposed may be decided today: by the conditions, the place, a ban, the silence of the authority itself."""
    proposal, row = cases.current_proposal(proceeding), application_of(proceeding)
    if proposal is None or row is None or proceeding.decided_on is not None:
        return Verdict.yes()
    if proposal.disposal == Disposal.REFUSE:
        return Verdict.when(
            not terms.has_expired(proceeding),
            "许可有效期届满以前没有作出决定，已经视为准予延续，不能再不予延续。",
            citation="行政许可法第五十条第二款",
            remedy="请按准予延续提出；依法应当撤销、撤回的，另行办理。",
        )
    return _may_be_granted(proceeding)


def _may_be_granted(proceeding: Proceeding) -> Verdict:
    row, found, party = application_of(proceeding), examined(proceeding), proceeding.respondent
    proposal = cases.current_proposal(proceeding)
    assert row is not None and proposal is not None  # its caller asks
    code = proceeding.case.authority.code
    ban = ban_of(code, party, item=row.item_code) if party else None
    days = {name: date.fromisoformat(proposal.grounds[f"valid_{name}"]) for name in ("from", "until")}
    return (
        Verdict.when(
            found is None or found.fits,
            "核查认为不符合法定条件，不能准予。",
            citation="行政许可法第三十八条",
            remedy="条件已经具备的，请重新核查并登记。",
        )
        & Verdict.when(
            ban is None,
            f"申请人在{chinese_date(ban.until) if ban else ''}以前不得再次申请本事项（{ban.get_ground_display() if ban else ''}）。",
            citation="行政许可法第七十八条、第七十九条",
            remedy="请不予受理或者不予许可。",
        )
        & is_free(row, since=days["from"], until=days["until"])
    )


def delivered(proceeding: Proceeding) -> Verdict:
    verdict = Verdict.when(
        served_on(proceeding, "license_certificate")
        or not cases.issued_for(proceeding, "license_certificate"),
        "许可证件尚未颁发、送达。",
        citation="行政许可法第四十四条",
        remedy="请送达并登记。",
    )
    return verdict


# ---- conditions


def instant(proceeding: Proceeding) -> bool:
    return is_instant(proceeding)


def on_site(proceeding: Proceeding) -> bool:
    found = examined(proceeding)
    return found is not None and found.is_on_site


def hearing_open(proceeding: Proceeding) -> bool:
    """A hearing is owed or asked for, and not over."""
    row = hearing_of(proceeding)
    return (
        row is not None and not row.concluded_on and not row.waived_on and (row.is_owed or bool(row.asked_on))
    )


def summoned_ahead(proceeding: Proceeding) -> Verdict:
    """The notice of this day, place and chair reached the applicant seven days ahead (行政许可法 §48(1)(1), §82)."""
    row = hearing_of(proceeding)
    held = row.held_on if row is not None else None
    said = {"licence_hearing": hearing_said(row)} if row is not None and held is not None else {}
    papers = cases.issued_for(proceeding, terms.HEARING_NOTICE) if said else ()
    told = min((paper.served_on for paper in papers if paper.served_on and tells(paper, said)), default=None)
    return Verdict.when(
        told,
        "听证的时间、地点没有书面通知申请人。",
        citation=SUMMONS,
        remedy="请确定听证并送达通知书。",
    ) & Verdict.when(
        told is None or held is None or proceeding.calendar.working_between(told, held) >= SUMMONED_AHEAD,
        f"{chinese_date(told) if told else ''}才通知申请人，距{chinese_date(held) if held else ''}不足七个工作日。",
        citation=SUMMONS,
        remedy="请重新确定举行日期，并送达通知书。",
    )
