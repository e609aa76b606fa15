"""How an application to the court stands: not accepted, denied, under review by the higher court (行政强制法 §56–§58)."""

from datetime import date

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding, RecordKind
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.law.receipts import is_of_others
from sanzhi.penalty.models import CourtAnswer, CourtApplication, CourtSays
from sanzhi.penalty.queries import court_applications

LAW = "行政强制法第五十六条、第五十七条、第五十八条"


def answers(application: CourtApplication) -> tuple[CourtAnswer, ...]:
    """Not those that were entered wrongly."""
    rows = rows_of(application.answers)
    wrong = queries.corrected(application.proceeding, RecordKind.COURT_ANSWER) if rows else frozenset()
    return tuple(row for row in rows if row.pk not in wrong)


def last_application(proceeding: Proceeding) -> CourtApplication | None:
    return next(reversed(court_applications(proceeding)), None)


def last_answer(proceeding: Proceeding) -> CourtAnswer | None:
    """What the court has said last to the last application."""
    asked = last_application(proceeding)
    return next(reversed(answers(asked)), None) if asked else None


def review_until(proceeding: Proceeding, answer: CourtAnswer) -> date:
    """The fifteen days in which the higher court may be asked (行政强制法 §56(2), §58(3))."""
    since = answer.received_on
    return due(rule("court_review", since), since, calendar=proceeding.calendar).on


def review_since(proceeding: Proceeding) -> date | None:
    """From which day the time for the review runs, as long as it does."""
    last = last_answer(proceeding)
    return last.received_on if last and CourtSays(last.says).is_no and not last.is_of_higher else None


def is_denied_for_good(proceeding: Proceeding) -> bool:
    """The higher court has said no too, or was not asked in time."""
    last = last_answer(proceeding)
    if last is None or not CourtSays(last.says).is_no:
        return False
    return last.is_of_higher or clock.today() > review_until(proceeding, last)


def is_ended_by_court(proceeding: Proceeding, number: str) -> bool:
    """The court has granted enforcement, and `number` is that of a ruling, maybe under the number of the same case."""
    last = last_answer(proceeding)
    own = proceeding.case.authority.number_prefix
    return last is not None and last.says == CourtSays.GRANTED and is_of_others(number, own=own)


def court_has_answered(proceeding: Proceeding) -> Verdict:
    """Nothing ends here while the court still has our application before it."""
    last = last_answer(proceeding)
    return Verdict.when(
        last_application(proceeding) is None or (last is not None and last.says != CourtSays.ACCEPTED),
        "申请人民法院强制执行的案件，法院尚未作出裁定。",
        citation=LAW,
        remedy="请登记人民法院的裁定；已经履行或者决定已被撤销的，请撤回申请并登记准许撤回的裁定。",
    )


def is_not_at_court(proceeding: Proceeding) -> Verdict:
    """What the court enforces, or is asked to, we put off no more (行政强制法 §53, §57)."""
    last = last_answer(proceeding)
    there = {CourtSays.ACCEPTED, CourtSays.GRANTED}
    return Verdict.when(
        last_application(proceeding) is None or (last is not None and last.says not in there),
        "已经申请人民法院强制执行，不能再批准暂缓、分期缴纳。",
        citation="行政处罚法第六十六条第二款、第七十二条；行政强制法第五十三条",
        remedy="当事人确有困难的，请其向人民法院提出；撤回申请并经法院准许的，再行办理。",
    )


def may_be_changed(proceeding: Proceeding) -> Verdict:
    """What the court is asked to enforce keeps its sum as long as the court has not let the application go."""
    return Verdict.when(
        court_has_answered(proceeding),
        "已经申请人民法院强制执行，法院尚未作出裁定，不能变更申请执行的罚款。",
        citation="行政强制法第五十五条、第五十七条",
        remedy="请撤回申请，登记人民法院准许撤回的裁定以后变更，再按变更后的数额催告、申请；决定违法应当撤销的，可以提出撤销。",
    )


def may_ask_again(proceeding: Proceeding) -> Verdict:
    """Once; anew where the court has not taken it in, or has let us take it back. What it denied, it has looked at.

    When the time is over that needs a good reason; what is not taken in then ends as denied (行政强制法 §56).
    """
    last, open_again = last_answer(proceeding), {CourtSays.NOT_ACCEPTED, CourtSays.WITHDRAWN}
    if last is not None and last.says == CourtSays.DENIED:
        return Verdict.no(
            f"人民法院已经{last}，不能再次申请。",
            LAW,
            remedy="有异议的，十五日内向上一级人民法院申请复议；决定确有错误的，请提出撤销、变更；复议期满或者复议维持的，请办理终结执行。",
        )
    return Verdict.when(
        last_application(proceeding) is None or (last is not None and last.says in open_again),
        "已经申请过法院强制执行。",
        citation="行政处罚法第七十二条；行政强制法第五十三条",
        remedy="请登记人民法院的答复；裁定不予受理、准许撤回的，可以在期限内再次申请。",
    )


def may_be_answered(proceeding: Proceeding) -> Verdict:
    asked, last = last_application(proceeding), last_answer(proceeding)
    return Verdict.when(
        asked is not None,
        "本案没有申请人民法院强制执行。",
        citation=LAW,
        remedy="请先申请人民法院强制执行。",
    ) & Verdict.when(
        last is None
        or last.says == CourtSays.ACCEPTED
        or (CourtSays(last.says).is_no and not last.is_of_higher),
        f"人民法院已经{last}，没有需要登记的答复。",
        citation=LAW,
        remedy="准予执行的，请登记执行到的款项；复议维持的，请办理终结执行；已经撤回的，可以在期限内再次申请，履行完毕的请办理结案。",
    )


def answer_fits(proceeding: Proceeding, answer: CourtAnswer) -> Verdict:
    """After a no only the higher court speaks, asked in its time; after the acceptance the court permits or denies."""
    last, says = last_answer(proceeding), CourtSays(answer.says)
    was_no = last is not None and CourtSays(last.says).is_no
    verdict = Verdict.when(
        was_no == answer.is_of_higher,
        "不予受理、不予执行的裁定只由上一级人民法院在复议中改变，请填写申请复议的日期；其他答复不填写。",
        citation=LAW,
    )
    verdict &= Verdict.when(
        last is None or _follows(last, says),
        f"上一次的答复是{last}，不能接着登记{says.label}。",
        citation=LAW,
        remedy="请按裁定书、通知书如实登记。",
    )
    since = last.received_on if last else answer.application.asked_on
    verdict &= Verdict.when(
        since <= answer.received_on <= clock.today(),
        f"收到日应在{chinese_date(since)}以后、不晚于今天。",
        citation=LAW,
    )
    if was_no and last is not None and answer.review_asked_on is not None:
        verdict &= Verdict.when(
            last.received_on
            <= answer.review_asked_on
            <= min(answer.received_on, review_until(proceeding, last)),
            f"向上一级人民法院申请复议，应在收到裁定之日起十五日内（{chinese_date(review_until(proceeding, last))}以前）。",
            citation="行政强制法第五十六条第二款、第五十八条第三款",
            remedy="没有在期限内申请复议的，请办理终结执行。",
        )
    return verdict & Verdict.when(
        not says.is_no or len(answer.reason) >= 5,
        "不予受理、不予执行的，请写明裁定的理由。",
        citation=LAW,
    )


def _follows(last: CourtAnswer, says: CourtSays) -> bool:
    taken_in = {CourtSays.ACCEPTED, CourtSays.NOT_ACCEPTED}
    return says in taken_in if last.says == CourtSays.NOT_ACCEPTED else says not in taken_in
