"""How and when a paper was served: entered then and there, proved by a receipt, announced only at the last.

The day of service is the day of the receipt (民事诉讼法 §87, §91); what is entered long after it counts for the
party's periods only from the day of the entry, see `Paper.counts_from`.
"""

import re
from datetime import date, datetime, time

from django.db import models

from sanzhi.cases import queries
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Decision, Paper, PartyKind
from sanzhi.documents import queries as documents
from sanzhi.documents.models import ServiceMethod
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.receipts import is_postal, plain_number
from sanzhi.organisation import queries as organisation

ANNOUNCED = "民事诉讼法第九十五条"
ENTRY = {
    ServiceMethod.POSTAL: "postal_entry",
    ServiceMethod.ENTRUSTED: "postal_entry",
    ServiceMethod.FORWARDED: "postal_entry",
}
BODY = re.compile("[一-鿿]{2,}(局|院|政府|委员会|办事处|大队|支队|派出所|司法所|中心)$")
TRIES, SIGNS, DIFFERENT = 2, 6, 4  # how many tries an announcement tells of, a reason in how many signs: 建议


class Unreachable(models.TextChoices):
    """Why only an announcement is left (民事诉讼法 §95)."""

    MISSING = "missing", "受送达人下落不明"
    TRIED = "tried", "用其他方式无法送达"


class HeldAs(models.TextChoices):
    """Why a unit hands the paper on (民事诉讼法 §92, §93)."""

    SOLDIER = "soldier", "受送达人是军人，由所在部队团以上单位的政治机关转交"
    IMPRISONED = "imprisoned", "受送达人被监禁，由所在监所转交"
    EDUCATED = "educated", "受送达人被采取强制性教育措施，由所在强制性教育机构转交"


# by what a unit of the forces is known; and what is none of them, or below a regiment
FORCES = (
    "解放军|武警|武装警察|部队|[海空陆]军|火箭军|军区|军分区|([军旅]|(?<![律教导])师|(?<![集青旅])团)(?=政治)"
)
NO_FORCES = "公司|集团|建设兵团|公安|政府|[局营连排]政治"
# how the names of such units end
UNITS = {
    HeldAs.SOLDIER: re.compile(f"^(?!.*({NO_FORCES})).*({FORCES}).*政治(工作)?(部|处|机关)$"),
    HeldAs.IMPRISONED: re.compile("(监狱|看守所|拘留所|管教所|拘役所)$"),
    HeldAs.EDUCATED: re.compile("(戒毒所|专门学校|教育所|教养所)$"),
}


class LateFor(models.TextChoices):
    """Why a decision made on the spot was not handed over there (行政处罚法 §52, §61)."""

    LEFT = "left", "当事人当场离开"
    REFUSED = "refused", "当事人当场拒绝签收"
    DANGER = "danger", "现场有人身危险，无法交付"


def is_after_issue(paper: Paper, done_on: date | None) -> Verdict:
    """Said before all else: of a day on which the paper did not exist nothing more is asked."""
    issued = documents.issued_on(paper.document)
    told = chinese_date(done_on) if done_on else ""
    return Verdict.when(
        issued is None or done_on is None or issued <= done_on,
        f"{told}早于《{paper.title}》的签发日（{chinese_date(issued) if issued else ''}），那时还没有这份文书。",
        citation="民事诉讼法第八十七条",
        remedy="请核对日期，按送达回证填写。",
    )


def is_long_ago(method: ServiceMethod, served_on: date, *, today: date) -> bool:
    """Longer than what was handed over, or came by post, may wait to be written down."""
    return (today - served_on).days > rule(ENTRY.get(method, "service_entry"), served_on).days


def is_entered_in_time(method: ServiceMethod, done_on: date | None, *, today: date) -> Verdict:
    """What is handed over is written down then and there, not dated back (民事诉讼法 §87); a receipt comes by post."""
    if done_on is None:
        return Verdict.yes()
    row = rule(ENTRY.get(method, "service_entry"), done_on)
    return Verdict.when(
        not is_long_ago(method, done_on, today=today),
        f"送达应当当时记明，不能在{row.days}日以后倒填{'公告发出' if method == ServiceMethod.PUBLIC_NOTICE else '送达'}日期。",
        citation=row.citation if method in ENTRY else "民事诉讼法第八十七条",
        remedy="请重新送达并当时登记。",
    )


def is_delivered(paper: Paper, number: str, *, served_on: date | None) -> Verdict:
    """The receipt of one letter, which carries the papers of one case on one day (民事诉讼法 §91)."""
    law, plain = "民事诉讼法第九十一条", plain_number(number)
    used = [
        row
        for row in documents.services_with(plain)
        if row.document_id != paper.document_id
        and (row.document.subject, row.served_on) != (paper.document.subject, served_on)
    ]
    return Verdict.when(
        is_postal(plain),
        f"“{number}”不像邮件号（回执号）。",
        citation=law,
        remedy="请按回执填写挂号信、特快专递的完整号码。",
    ) & Verdict.when(
        not used,
        f"邮件号{plain}已经用于其他文书或者其他日期的送达。",
        citation=law,
        remedy="请核对回执；原来的登记有误的，请申请更正该登记。",
    )


def is_hard_to_reach(note: str) -> Verdict:
    """By post, or through another authority, only where it was hard to hand the paper over (民事诉讼法 §91)."""
    return Verdict.when(
        _is_meant(note),
        "直接送达有困难的，才能邮寄送达、委托送达：请在说明中写明直接送达的困难，"
        "例如“当事人住所在外县，两次上门无人应答”。",
        citation="民事诉讼法第九十一条",
        remedy="请写明原因；没有困难的，请直接送达。",
    )


def is_entrusted(paper: Paper, entrusted_to: str) -> Verdict:
    """Another authority hands it over, named by name (民事诉讼法 §91)."""
    ours = organisation.names_us(entrusted_to, authority=paper.proceeding.case.authority)
    return Verdict.when(
        BODY.search(entrusted_to.strip()) is not None and not ours,
        "委托送达应当写明受委托送达的机关（不能是本机关）。",
        citation="民事诉讼法第九十一条",
        remedy="请填写受托机关的全称；由本机关送达的，请选择直接送达。",
    )


def is_forwarded(paper: Paper, held: HeldAs | None, *, unit: str) -> Verdict:
    """Only to a person who serves, is imprisoned or kept for education, and by that very unit (民事诉讼法 §92–§94)."""
    party, law = paper.proceeding.respondent, "民事诉讼法第九十二条、第九十三条"
    return (
        Verdict.when(
            held is not None and party is not None and party.kind != PartyKind.ORGANISATION,
            "转交送达限于受送达人是军人、被监禁或者被采取强制性教育措施，请选择事由。",
            citation=law,
            remedy="没有这些情形的，请直接送达。",
        )
        & Verdict.when(
            held is None or UNITS[held].search("".join(unit.split())),
            f"“{unit}”不像{held.label.rpartition('由')[2].removesuffix('转交') if held else ''}的名称。",
            citation=law,
            remedy="请填写转交单位的全称。",
        )
        & Verdict.when(
            not organisation.names_us(unit, authority=paper.proceeding.case.authority),
            f"“{unit}”是本机关或者本机关的机构，不能转交。",
            citation=law,
            remedy="由本机关送达的，请选择直接送达。",
        )
    )


def has_agreed(paper: Paper, served_on: date | None) -> Verdict:
    """This party, of this proceeding, had agreed by the day of the service; what it confirmed last counts."""
    party = paper.proceeding.respondent
    confirmed = [
        row.document.values
        for row in queries.issued_for(paper.proceeding, "service_address")
        if served_on is not None and _confirmed_on(row) <= served_on
    ]
    last = confirmed[-1] if confirmed else {}
    return Verdict.when(
        party is not None
        and last.get("electronic_consent") is True
        and "".join(str(last.get("recipient") or "").split()) == "".join(party.name.split()),
        "本程序的当事人在送达日以前没有签署同意电子送达的确认书，不能电子送达。",
        citation="行政处罚法第六十一条",
        remedy="请先由该当事人签署《送达地址（方式）确认书》，或者改用其他方式；同案其他当事人的同意不能代替。",
    )


def _confirmed_on(paper: Paper) -> date:
    """Neither before the party has signed nor before the paper exists."""
    said = date.fromisoformat(str(paper.document.values["confirmed_on"])[:10])
    return max(said, paper.issued_on or said)


def is_last_resort(
    paper: Paper, ground: Unreachable | None, *, attempts: list[str], published_on: date | None
) -> Verdict:
    """An announcement serves only who is missing or could not be reached otherwise, and the file says how (§95)."""
    if ground is None:
        return Verdict.no("公告送达限于下落不明或者其他方式无法送达，请选择事由。", ANNOUNCED)
    since = paper.proceeding.case.found_on if ground == Unreachable.MISSING else paper.issued_on
    told = {
        _words(text) for text in attempts if _is_told(text, since=since, until=published_on or clock.today())
    }
    return Verdict.when(
        len(told) >= TRIES,
        "公告送达应当记明原因和经过：请写明至少两次送达、查找的日期和经过（上门、电话、邮寄退回等），"
        "例如“2026年9月3日上门送达，无人应答，邻居称已搬离”。",
        citation=ANNOUNCED,
        remedy="请逐次写明，日期应在公告发出之前。",
    )


DAY = re.compile(r"(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})日?")


def _is_told(text: str, *, since: date | None, until: date) -> bool:
    """A day that can be, between the paper and the announcement, and words that say something."""
    found = DAY.search(text)
    try:
        day = date(int(found[1] or until.year), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return False
    return day is not None and (since is None or since <= day) and day <= until and _is_meant(text)


def _is_meant(text: str) -> bool:
    """Words enough to say something, and not one of them repeated."""
    words = _words(text)
    return len(words) >= SIGNS and len(set(words)) >= DIFFERENT


def _words(text: str) -> str:
    return "".join(re.findall(r"[一-鿿]", DAY.sub("", text)))


def is_late(
    paper: Paper, done_on: date | None, *, method: ServiceMethod, late_for: LateFor | None
) -> Verdict:
    """Late is said of a decision made on the spot and not handed over there, and of nothing else (行政处罚法 §52)."""
    decision = _decided_by(paper)
    fits = (
        decision is not None
        and decision.is_simplified
        and not _is_handed_there(done_on, method=method, decided_on=decision.decided_on)
    )
    return Verdict.when(
        late_for is None or fits,
        "“当场决定没有当场交付的原因”只适用于没有当场交付的当场决定书。",
        citation="行政处罚法第五十二条",
        remedy="请清空该栏目。",
    )


def is_explained(
    paper: Paper,
    done_on: date | None,
    *,
    method: ServiceMethod,
    note: str,
    late_for: LateFor | None,
    today: date,
) -> Verdict:
    """A decision is handed over on the spot, or within seven working days served or announced; why it was late stands in the file."""
    decision = _decided_by(paper)
    if decision is None or done_on is None:
        return Verdict.yes()
    if decision.is_simplified:
        there = _is_handed_there(done_on, method=method, decided_on=decision.decided_on)
        return _on_the_spot(
            paper, done_on, decided_on=decision.decided_on, is_explained=there or late_for is not None
        )
    until = deadline(paper.proceeding, "service")
    proved_on = documents.proved_day(done_on, recorded_on=today)
    return Verdict.when(
        until is None or proved_on <= until.on or len(note) >= 5,
        "决定书没有在法定期限内送达，请在说明中写明原因。",
        citation="行政处罚法第六十一条",
    )


def _decided_by(paper: Paper) -> Decision | None:
    """The decision that this very paper is."""
    decision: Decision | None = getattr(paper.proceeding, "decision", None)
    return decision if decision and decision.document_id == paper.document_id else None


def _is_handed_there(done_on: date | None, *, method: ServiceMethod, decided_on: date) -> bool:
    """Handed over, or left with who would not take it, on the day itself: what is carried by others was not."""
    return method in {ServiceMethod.DIRECT, ServiceMethod.LEFT} and done_on == decided_on


def _on_the_spot(paper: Paper, done_on: date, *, decided_on: date, is_explained: bool) -> Verdict:
    """行政处罚法 §52: 当场交付; who has gone or refused gets it within the seven working days of §61."""
    until = due(rule("service", decided_on), decided_on, calendar=paper.proceeding.calendar)
    return Verdict.when(
        is_explained,
        "当场作出的决定书应当当场交付；没有当场交付的，请选择原因。",
        citation="行政处罚法第五十二条",
    ) & Verdict.when(
        done_on <= until.on,
        f"当场作出的决定书最迟应在{chinese_date(until.on)}以前送达。",
        citation="行政处罚法第五十二条、第六十一条",
        remedy="决定没有送达、不发生效力的，请提出撤销，需要再作决定的按普通程序重新办理。",
    )


def is_handed_then(paper: Paper, on: date | None, *, at: time | None) -> Verdict:
    """A time that is told lies between the issue of the paper, to the minute, and now."""
    issued_at = paper.document.issued_at
    handed = datetime.combine(on, at, tzinfo=clock.CHINA) if on is not None and at is not None else None
    return Verdict.when(
        handed is None
        or issued_at is None
        or issued_at.replace(second=0, microsecond=0) <= handed <= clock.now(),
        "送达、发出公告的时间应在文书签发以后、不晚于现在。",
        citation="民事诉讼法第八十七条",
        remedy="请按送达回证填写。",
    )
