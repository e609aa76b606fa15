"""Record that a reconsideration or a suit against the decision was accepted: what is contested is not final."""

import re
from datetime import date

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.contestable import changes_told
from sanzhi.cases.contests import contests, pending_contest
from sanzhi.cases.judged import is_its_own
from sanzhi.cases.models import Contest, ContestOutcome, ContestWay, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.receipts import is_of_others
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation

LAW = "行政复议法第二条；行政诉讼法第二条"
# 行政复议法 §24: the government of the same level; its office for reconsideration may stamp the paper
BODIES = {
    ContestWay.LITIGATION: re.compile("人民法院$"),
    ContestWay.RECONSIDERATION: re.compile("人民政府|复议"),
}


class RecordContest(OnProceeding):
    way: ContestWay
    body: str = Field(min_length=2, max_length=100)
    number: str = Field(min_length=3, max_length=60)
    accepted_on: date
    copy_on: date | None = None
    is_simplified: bool = False


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        hasattr(proceeding, "decision") or not queries.procedure_of(proceeding).deciding,
        "本案没有作出决定，没有复议、诉讼可以登记。",
        citation=LAW,
        remedy="请核对受理通知书；属于其他案件的，登记在该案。",
    ) & Verdict.when(
        pending_contest(proceeding) is None,
        "已登记的复议、诉讼尚未审结。",
        citation=LAW,
        remedy="请先登记其结果。",
    )


CARD = Card(
    citation=LAW,
    captions={
        "way": "途径",
        "body": "受理机关",
        "number": "受理文号",
        "accepted_on": "受理日",
        "copy_on": "本机关收到申请书、起诉状副本之日",
        "is_simplified": "复议适用简易程序",
    },
    helps={"copy_on": "答复期限自此日起算：复议十个工作日（简易程序五个工作日），诉讼十五日。"},
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("cases.record_contest", title="登记行政复议、诉讼", card=CARD)
def record_contest(actor: Actor, order: RecordContest, *, on: Proceeding) -> Contest:
    require(
        _is_theirs(order, on=on),
        is_its_own(on, order.number),
        _is_open(order, on=on),
        _is_dated(order, on=on),
        _is_copied(order),
    )
    row = Contest(proceeding=on, recorded_on=clock.today(), **order.said())
    row.save()
    facts = {
        "way": order.way.label,
        "accepted_on": chinese_date(order.accepted_on),
        "number": order.number,
    }
    record(events.CONTEST_RECORDED, actor=actor, subject=on.case, facts=facts)
    board.recount(actor, on, reason=f"{order.way.label}已经受理")
    return row


def _is_dated(order: RecordContest, *, on: Proceeding) -> Verdict:
    ended_on = max((row.ended_on for row in contests(on) if row.ended_on), default=None)
    return Verdict.when(
        _done_on(on) <= order.accepted_on <= clock.today(),
        "受理日应不早于决定日、不晚于今天。",
        citation="行政复议法第二十条；行政诉讼法第四十六条",
        remedy="请按受理通知书填写。",
    ) & Verdict.when(
        ended_on is None or order.accepted_on >= ended_on,
        "受理日不能早于上一次审结。",
        citation=LAW,
        remedy="请按受理通知书填写。",
    )


def _is_copied(order: RecordContest) -> Verdict:
    """Our reply is due from the copy on; the short way is one of reconsideration alone."""
    return Verdict.when(
        order.copy_on is None or order.accepted_on <= order.copy_on <= clock.today(),
        "收到副本之日应不早于受理日、不晚于今天。",
        citation="行政复议法第四十八条；行政诉讼法第六十七条",
        remedy="请按收到的日期填写；尚未收到副本的不填，收到以后登记答复时填写。",
    ) & Verdict.when(
        not order.is_simplified or order.way == ContestWay.RECONSIDERATION,
        "简易程序的选择只用于行政复议。",
        citation="行政复议法第五十三条",
        remedy="行政诉讼请不要选择。",
    )


def _done_on(proceeding: Proceeding) -> date:
    """When it was decided; what is done without a decision, as what is cleared at once, not before its case was there."""
    decision = getattr(proceeding, "decision", None)
    done_on: date = decision.decided_on if decision else proceeding.case.happened_on
    return done_on


def _is_open(order: RecordContest, *, on: Proceeding) -> Verdict:
    """What was taken in before is not reconsidered (行政复议法 §29(2), §30(1)(7)); what ended undecided bars nothing.

    Our own change is another act, which nobody has taken in before it was told.
    Where reconsideration comes first (行政复议法 §23) a suit brought too early is dismissed, and its end is 终止.
    """
    since = max(changes_told(on), default=date.min)
    taken = [
        row for row in contests(on) if row.outcome != ContestOutcome.WITHDRAWN and row.accepted_on >= since
    ]
    last = taken[-1] if taken else None
    return Verdict.when(
        last is None or order.way != ContestWay.RECONSIDERATION,
        f"{last.body if last else ''}已经受理本决定的{last.get_way_display() if last else ''}"
        f"（{last.number if last else ''}），不能再申请行政复议。",
        citation="行政复议法第二十九条第二款、第三十条第一款第七项",
        remedy="请核对受理通知书；再审、另一诉讼登记为行政诉讼；该项登记有误，或者是撤回、驳回起诉结案的，请先申请更正该项登记。",
    )


def _is_theirs(order: RecordContest, *, on: Proceeding) -> Verdict:
    """A court hears suits, the government reconsiders; never we ourselves (行政复议法 §24; 行政诉讼法 §14)."""
    authority = on.case.authority
    return Verdict.when(
        BODIES[order.way].search("".join(order.body.split()))
        and not organisation.names_us(order.body, authority=authority),
        f"“{order.body}”不是受理{order.way.label}的机关。",
        citation="行政复议法第二十四条；行政诉讼法第十四条",
        remedy="行政复议填写受理的人民政府，行政诉讼填写受理的人民法院。",
    ) & Verdict.when(
        is_of_others(order.number, own=authority.number_prefix),
        f"“{order.number}”不像受理通知书的文号。",
        citation=LAW,
        remedy="请按受理通知书填写完整的文号（年份、代字、序号）。",
    )
