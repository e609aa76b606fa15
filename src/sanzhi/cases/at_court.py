"""Asking the court to execute, alike in every kind: past every remedy, demanded, ten working days, three months (行政强制法 §§53–58)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import contestable, queries
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.contests import none_is_pending
from sanzhi.cases.court_models import AWAITED, CLOSING, CourtAsked, CourtRequest, CourtSays
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due
from sanzhi.law.receipts import is_of_others, plain_number

LAW, DEMANDED = "行政强制法第五十三条", "行政强制法第五十四条"
LATE = "行政强制法第五十三条；最高人民法院关于适用行政诉讼法的解释第一百五十六条"
ANSWERED = "行政强制法第五十六条、第五十七条、第五十八条"
APPLICATION = "court_application"  # the rule of the three months, and the purpose of the paper

ASKING = {
    "statement": "当事人的意见及催告情况",
    "object_state": "申请强制执行标的情况",
    "late_reason": "逾期申请的正当理由",
}
ASKING_HELPS = {"late_reason": "只在三个月的申请期限届满以后填写，不少于十个字。"}
ANSWERING = {"says": "答复", "reference": "裁定书、通知书文号", "received_on": "收到日"}


class AskTheCourt(OnProceeding):
    statement: str = Field(min_length=5, max_length=2000)
    object_state: str = Field(min_length=2, max_length=1000)
    late_reason: Told = Field(default="", max_length=1000)


class CourtAnswered(OnProceeding):
    says: CourtSays
    reference: str = Field(min_length=4, max_length=80)
    received_on: date


def counted(key: str, since: date | None, *, on: Proceeding) -> Deadline | None:
    """The deadline of the rule, once it runs."""
    return due(rule(key, since), since, calendar=on.calendar) if since else None


def period(proceeding: Proceeding, *, since: date | None = None) -> Deadline | None:
    """The three months, from the end of the remedies; `since` as in `contestable_until`."""
    return counted(APPLICATION, contestable.contestable_until(proceeding, since=since), on=proceeding)


def is_final(proceeding: Proceeding, *, since: date | None = None) -> Verdict:
    """Nobody contests it, and nobody can any more."""
    what = "申请法院强制执行"
    pending = none_is_pending(proceeding, what=what, citation=f"{LAW}；行政诉讼法第九十七条")
    return pending & contestable.is_final(proceeding, what=what, citation=LAW, since=since)


def is_not_asked(asked: CourtRequest | None) -> Verdict:
    return Verdict.when(
        asked is None or asked.says == CourtSays.NOT_ACCEPTED,
        "已经申请过人民法院强制执行。",
        citation=LAW,
        remedy="请登记人民法院的答复；裁定不予受理的，可以在期限内再次申请。",
    )


def newest_demand(proceeding: Proceeding, *, after: date | None) -> Paper | None:
    """The last demand that was served once it was overdue; one before it demanded something else."""
    rows = [
        (row.counts_from, row.pk, row) for row in queries.issued_for(proceeding, "demand") if row.counts_from
    ]
    told = [row for row in rows if after is None or row[0] > after]
    return max(told)[2] if told else None


def has_waited(demanded_on: date | None, *, on: Proceeding, lacks: str) -> Verdict:
    """Ten working days from the demand; a day that is only estimated has not come (行政强制法 §54)."""
    until = counted("court_demand", demanded_on, on=on)
    if until is None:
        return Verdict.no(lacks, DEMANDED, remedy="请先催告当事人履行。")
    if until.estimated:
        return Verdict.no(
            f"催告期限届满日{chinese_date(until.on)}所在年度的放假安排尚未录入，不能按估算认定届满。",
            DEMANDED,
            remedy="请管理员录入该年度放假安排。",
        )
    return Verdict.when(
        clock.today() > until.on,
        f"催告书送达后满十个工作日（{chinese_date(until.on)}）当事人仍未履行的，才能申请。",
        citation=DEMANDED,
        remedy="请在此日以后申请。",
    )


def is_in_time(until: Deadline | None, late_reason: str) -> Verdict:
    """Within the three months; later only for a good reason, which the application tells and the court weighs."""
    is_late = until is not None and clock.today() > until.on
    return Verdict.when(
        not is_late or len(late_reason) >= 10,
        f"申请期限已于{chinese_date(until.on if until else clock.today())}届满，没有正当理由的，人民法院不予受理。",
        citation=LATE,
        remedy="请写明逾期申请的正当理由（不少于十个字）；人民法院裁定不予受理的，登记以后依法终结。",
    ) & Verdict.when(
        is_late or not late_reason,
        "申请期限尚未届满，没有逾期申请的理由可写。",
        citation=LATE,
        remedy="请不填写逾期申请的正当理由。",
    )


def ask(actor: Actor, row: CourtAsked, *, on: Proceeding) -> None:
    """Saves the row with who asks which court today, and the application's paper with it."""
    row.court, row.asked_on, row.asked_by = on.case.authority.court, clock.today(), actor.name
    row.save()
    paper = issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose=APPLICATION))
    row.document_id = paper.document_id
    row.save()


def is_awaited(asked: CourtRequest | None) -> Verdict:
    return Verdict.when(
        asked is not None and asked.says in AWAITED,
        "没有等待人民法院答复的申请。",
        citation=ANSWERED,
        remedy="请先申请人民法院强制执行。",
    )


def answer(row: CourtRequest, order: CourtAnswered, *, on: Proceeding) -> None:
    """Writes the answer into the row, unsaved. Raises Refused."""
    require(
        Verdict.when(
            (order.says in CLOSING) == (row.says == CourtSays.GRANTED),
            "执行完毕、终结执行只接在准予执行之后；其他答复只登记一次。",
            citation=ANSWERED,
            remedy="请按裁定书、通知书如实登记。",
        ),
        Verdict.when(
            (row.answered_on or row.asked_on) <= order.received_on <= clock.today(),
            "收到日应不早于申请（上一次答复）之日、不晚于今天。",
            citation=ANSWERED,
            remedy="请按送达回证填写。",
        ),
        Verdict.when(
            is_of_others(order.reference, own=on.case.authority.number_prefix),
            f"“{order.reference}”不像人民法院文书的文号。",
            citation=ANSWERED,
            remedy="请填写如（2026）豫0481行审9号的文号。",
        ),
    )
    row.says, row.reference, row.answered_on = order.says, plain_number(order.reference), order.received_on
