"""What speaks against an application before it is taken: who may apply, for what, for how long, and not twice (行政许可法 §§29–32)."""

from collections.abc import Iterable
from datetime import date

from sanzhi.cases.models import CaseParty, PartyKind, Proceeding
from sanzhi.cases.parties import is_same
from sanzhi.cases.receiving import is_no_officer
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.licences import LicenceItem
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import add_months
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import Asks, LicenceApplication
from sanzhi.licensing.queries import licences_at, open_applications, same_place
from sanzhi.licensing.standing import lasting, takes_up
from sanzhi.licensing.uploads import received

LAW = "行政许可法第二十九条、第三十二条"
ENTRY, OLDEST = "license_entry", "license_entry_at_all"


def item_in_force(authority: str, code: str) -> LicenceItem:
    """Raises Refused where the list in force has no such item."""
    found = catalogues.licence_items(authority).get(code)
    if found is None:
        raise Refused(
            (Reason(f"施行中的许可事项清单没有“{code}”。", "行政许可法第三十条", "请从列出的事项中选择。"),)
        )
    return found


def may_apply(item: LicenceItem, kind: PartyKind) -> Verdict:
    return Verdict.when(
        PartyKind(kind).label in item.applicants,
        f"“{item.title}”只能由{'、'.join(item.applicants)}申请。",
        citation=LAW,
        remedy="请核对申请人的类别；不需要取得许可的，告知不受理。",
    )


def days_fit(*, starts_on: date, ends_on: date) -> Verdict:
    return Verdict.when(
        starts_on <= ends_on,
        "申请期限的终止日早于起始日。",
        citation=LAW,
        remedy="请核对起止日期。",
    )


def is_in_reach(received_on: date) -> Verdict:
    gone, most = (clock.today() - received_on).days, rule(OLDEST, received_on).days
    return Verdict.when(
        gone >= 0,
        "收到申请的日期晚于今天。",
        citation=LAW,
        remedy="请填写实际收到的日期。",
    ) & Verdict.when(
        gone <= most,
        f"收到申请的日期在{most}日以前，不是等待办理的申请。",
        citation=LAW,
        remedy="请核对年份；申请人现在仍然需要的，由其重新提出申请。",
    )


def came_on(received_on: date, *, late_because: str) -> Verdict:
    """Who enters it later than the day says why: from that day the time for telling runs (行政许可法 §32(1)(4), §74)."""
    gone = (clock.today() - received_on).days
    is_late = gone > rule(ENTRY, received_on).days
    return is_in_reach(received_on) & Verdict.when(
        is_late is bool(late_because.strip()),
        f"收到申请应当及时登记，已经过去{gone}日，没有写明迟延登记的原因。"
        if is_late
        else "没有迟延登记，不填写迟延登记的原因。",
        citation="行政许可法第三十二条第一款第四项、第七十四条",
        remedy="请核对收到申请日；确实迟延的写明原因，自收到之日起计算的期限不因此改变；没有迟延的不填。",
    )


def is_not_too_long(item: LicenceItem, *, starts_on: date, ends_on: date) -> Verdict:
    if item.longest_months is None:
        return Verdict.yes()
    last = add_months(starts_on, item.longest_months)
    return Verdict.when(
        ends_on <= last,
        f"“{item.title}”的有效期不超过{item.longest_months}个月（至{chinese_date(last)}）。",
        citation=item.basis,
        remedy="请按最长有效期以内填写；期满前可以依法申请延续。",
    )


def is_first(authority: str, item: LicenceItem, *, party: CaseParty, place: str) -> Verdict:
    """The same application is not taken twice while the first one is open."""
    rows = open_applications(authority, item=item.code)
    same = [
        row
        for row in rows
        if same_place(row.place, place) and _is_of(party, row.proceeding) and row.proceeding.respondent
    ]
    number = same[0].proceeding.case.number if same else ""
    return Verdict.when(
        not same,
        f"同一申请人对同一地点的申请正在办理（{number}）。",
        citation=LAW,
        remedy="请在已有的申请中补充材料；改变内容的，撤回后重新申请。",
    )


def _is_of(party: CaseParty, proceeding: Proceeding) -> bool:
    return proceeding.respondent is not None and is_same(proceeding.respondent, party)


def is_free(row: LicenceApplication, *, since: date, until: date) -> Verdict:
    """No other licence of the item is valid for the place on these days; asked at the grant, not before (行政许可法 §36, §38)."""
    code, first = row.proceeding.case.authority.code, max(since, clock.today())
    rows = licences_at(code, item=row.item_code, place=row.place)
    taken = [one for one in rows if one.pk != row.licence_id and takes_up(one, since=first, until=until)]
    said = (
        f"{taken[0].number}，{chinese_date(taken[0].valid_from)}至{chinese_date(lasting(taken[0]))}"
        if taken
        else ""
    )
    return Verdict.when(
        not taken or row.asks != Asks.NEW,
        f"同一地点在这段时间已有有效的许可（{said}）。",
        citation="行政许可法第三十六条、第三十八条、第四十九条",
        remedy="请在申请的期限以内避开这段时间准予；避不开的，提出不予许可并说明理由；原许可人需要改变的，申请变更、延续。",
    )


def cools_until(authority: str, item: LicenceItem, *, row: LicenceApplication) -> date | None:
    """Until when the place rests after the licence before the asked days, by the item; None where they begin later."""
    if not item.cooldown_days or row.asks != Asks.NEW:
        return None
    ends = [one.ended_on or lasting(one) for one in licences_at(authority, item=item.code, place=row.place)]
    calendar = row.proceeding.calendar
    rests = (calendar.add_working(day, item.cooldown_days) for day in ends if day < row.starts_on)
    last = max(rests, default=None)
    return last if last is not None and row.starts_on <= last else None


def record_taken(actor: Actor, row: LicenceApplication, *, late_because: str) -> None:
    case, facts = row.proceeding.case, {"item": row.item_title, "asks": Asks(row.asks).label}
    record(events.APPLICATION_TAKEN, actor=actor, subject=case, facts=facts)
    if late_because:
        record(events.ENTERED_LATE, actor=actor, subject=case, facts={"reason": late_because})


def agent_stands_apart(proceeding: Proceeding, names: Iterable[str]) -> Verdict:
    """Nobody of the authority applies for others at its own window (行政许可法 §29; 民事诉讼法 §88)."""
    verdict = Verdict.yes()
    for name in filter(None, names):
        verdict &= is_no_officer(
            proceeding,
            name,
            said="申请人的代理人、法定代表人",
            citation="行政许可法第二十九条、第七十二条",
            remedy="请填写申请人实际的代理人、法定代表人。",
        )
    return verdict


def is_wanted(item: LicenceItem, handed: Iterable[str]) -> Verdict:
    """Nothing is demanded or taken that has nothing to do with the licence (行政许可法 §31)."""
    known = {row.name for row in item.materials}
    strange = [name for name in handed if name not in known]
    return Verdict.when(
        not strange,
        f"本事项不要求提交“{'、'.join(strange)}”。",
        citation="行政许可法第三十一条",
        remedy="请从事项要求的材料中勾选。",
    )


def keep(application: LicenceApplication, handed: Iterable[str], *, item: LicenceItem, by: str) -> None:
    """The materials that came with the application, on paper or as files."""
    known = [row.name for row in item.materials]
    for row in received(application, handed, known=known, on=application.received_on, by=by):
        row.save()
