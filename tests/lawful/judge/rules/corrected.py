"""Rules on the order to correct: first where the article says so, beside the penalty always (§28)."""

import re
from dataclasses import replace

from tests.lawful.chronicle import Chronicle, Penalty
from tests.lawful.chronicle.happenings import Found, Issued, Ordered, Paid, Rechecked, Told
from tests.lawful.chronicle.measures import read_measures
from tests.lawful.chronicle.text import plain
from tests.lawful.judge.example import ONE, TWO, at, changed, fine, on, ordinary, paper_changed, plus, without
from tests.lawful.judge.example_grave import corrected_first, grave, spot
from tests.lawful.judge.offences import OFFENCES
from tests.lawful.judge.readings import fined_after_order, is_daily, notice_for, punished
from tests.lawful.judge.rule import Finds, rule

ARTICLES = "平顶山市城市市容和环境卫生管理条例第四十一条至第五十五条；行政处罚法第二十八条第一款"


def _refused(case: Chronicle, *, checked: bool) -> Chronicle:
    """Ordered to correct it at once; refused the same day, before the notice."""
    check = Rechecked(at=at(2, 16), by=(ONE, TWO), is_corrected=False, result="拒不改正")
    return plus(changed(case, Ordered, by_on=None), check) if checked else case


def _halted(code: str, *, checked: bool = False, words: str = "责令停工整治") -> Chronicle:
    """A fine of 20,000 yuan and a halt, as if the article were still in force."""
    row = replace(OFFENCES[code], until=None)
    penalty = fine(20000, text=words, measures=read_measures(words))
    return _refused(grave(penalty, offence=row, cause=code), checked=checked)


def _closed_down(*, checked: bool = False, ordered: bool = True) -> Chronicle:
    """大气污染防治法 §118: closed, without a fine."""
    row = replace(OFFENCES["C44"], until=None)
    penalty = Penalty(text="责令改正，予以关闭", measures=frozenset({"closure"}))
    case = without(grave(penalty, offence=row, cause="C44"), Paid)
    return _refused(case if ordered else without(case, Ordered), checked=checked)


@rule(
    "4.1",
    article=ARTICLES,
    says="先责令改正，逾期（拒）不改正的才可以罚款",
    kind="correct_first_skipped",
    certainty="原文",
)
def order_skipped(case: Chronicle) -> Finds:
    for decided in fined_after_order(case):
        if not case.before(decided, Ordered):
            yield decided, "处罚之前没有责令改正"


order_skipped.breach(lambda: without(corrected_first(), Ordered))
order_skipped.breach(lambda: _closed_down(ordered=False))
order_skipped.lawful(lambda: _closed_down(checked=True))
order_skipped.lawful(lambda: changed(corrected_first(), Ordered, at=at(4)))


@rule(
    "4.2",
    article=ARTICLES,
    says="没有不改正的复查记录，不得罚款",
    kind="correct_first_skipped",
    certainty="推论",
)
def refusal_not_recorded(case: Chronicle) -> Finds:
    for decided in fined_after_order(case):
        orders = case.before(decided, Ordered)
        checks = case.before(decided, Rechecked)
        if orders and not [row for row in checks if row in case.after(orders[0], Rechecked)]:
            yield decided, "责令之后没有复查"


refusal_not_recorded.breach(lambda: without(corrected_first(), Rechecked))
for _code in ("C42", "C43", "DUST-21"):
    refusal_not_recorded.breach(lambda code=_code: _halted(code))
    refusal_not_recorded.lawful(lambda code=_code: _halted(code, checked=True))
refusal_not_recorded.breach(lambda: _closed_down())
refusal_not_recorded.lawful(lambda: _closed_down(checked=True))
refusal_not_recorded.lawful(lambda: _halted("C42", words=""))
refusal_not_recorded.lawful(lambda: corrected_first(at_once=True, due=None, recheck=2))


@rule(
    "4.3",
    article=ARTICLES,
    says="改正期限届满之前的复查不能证明逾期不改正",
    kind="correct_first_skipped",
    certainty="推论",
)
def rechecked_too_early(case: Chronicle) -> Finds:
    for decided in fined_after_order(case):
        orders, checks = case.before(decided, Ordered), case.before(decided, Rechecked)
        due = orders[-1].by_on if orders else None
        if due and checks and not any(_is_late(case, row) for row in checks):
            yield decided, f"期限到{due}，最后一次复查在{checks[-1].day}"


rechecked_too_early.breach(lambda: corrected_first(recheck=5))
rechecked_too_early.lawful(lambda: corrected_first(recheck=6))


CORRECTED = re.compile(
    "(?:经复查,?)?(?:当事人)?[均都]?已(?:经|全部|全面|完全|按要求)*(?:清理|改正|整改|拆除|恢复原状)(?:完毕|到位|完成|干净)?。?"
)


@rule(
    "4.4",
    article=ARTICLES,
    says="复查已经改正的，不得再罚款",
    kind="fined_after_correction",
    certainty="推论",
)
def fined_after_correction(case: Chronicle) -> Finds:
    """Who complied has used the order up: for a relapse there must be a new order, and its refusal (推论).

    Who let the days of an order pass first has not corrected in time, whatever he did upon a later one.
    """
    for decided in fined_after_order(case):
        orders, checks = case.before(decided, Ordered), case.before(decided, Rechecked)
        done = [row for row in checks if row.is_corrected or CORRECTED.fullmatch(plain(row.result))]
        anew = [row for row in orders if row in case.after(done[-1], Ordered)] if done else []
        refused = anew and any(row in case.after(anew[0], Rechecked) for row in checks)
        if done and not refused and not _let_pass(case, done[0]):
            yield decided, f"{done[-1].day}复查已改正，仍然处罚"


def _let_pass(case: Chronicle, done: Rechecked) -> bool:
    """Looked at after the last day of an order, and not corrected; then ordered once more."""
    missed = [row for row in case.before(done, Rechecked) if _is_late(case, row) and not _is_done(row)]
    last = case.before(done, Ordered)[-1:]
    return any(order in case.after(row, Ordered) for row in missed for order in last)


def _is_late(case: Chronicle, check: Rechecked) -> bool:
    """After the last day of the order that stood."""
    dues = [order.by_on for order in case.before(check, Ordered)]
    return bool(dues and dues[-1] and check.day > dues[-1])


def _obeyed_late(*, ordered_anew: bool = True) -> Chronicle:
    """The last day of the order passed; ordered once more, and that was obeyed."""
    again = [Ordered(at=at(7), by=(ONE, TWO), content="清理", by_on=on(8))] if ordered_anew else []
    done = Rechecked(at=at(8, 12), by=(ONE, TWO), is_corrected=True, result="已清理")
    return plus(corrected_first(), *again, done)


fined_after_correction.lawful(lambda: _obeyed_late())
fined_after_correction.breach(lambda: _obeyed_late(ordered_anew=False))


def _relapsed(*orders: int, check: int = 8) -> Chronicle:
    """Cleared by day 6; there again, and perhaps ordered once more, and seen there on the day of the check."""
    case = changed(corrected_first(), Rechecked, is_corrected=True, result="已清理")
    again = [Ordered(at=at(day), by=(ONE, TWO), content="清理", by_on=on(day)) for day in orders]
    relapse = Rechecked(at=at(check, 12), by=(ONE, TWO), is_corrected=False, result="复发，又摆出来了")
    return plus(case, *again, relapse)


fined_after_correction.breach(_relapsed)
fined_after_correction.lawful(lambda: _relapsed(7))
fined_after_correction.breach(lambda: changed(corrected_first(), Rechecked, is_corrected=True))
fined_after_correction.breach(lambda: changed(corrected_first(), Rechecked, result="已全部清理"))
fined_after_correction.lawful(lambda: changed(corrected_first(), Rechecked, result="只清理了一部分"))


@rule(
    "4.5",
    article=ARTICLES,
    says="责令限期改正应当书面送达，写明期限",
    kind="correct_first_skipped",
    certainty="推论",
)
def order_not_written(case: Chronicle) -> Finds:
    for decided in fined_after_order(case):
        orders = case.before(decided, Ordered)
        at_once = case.offence is not None and case.offence.at_once
        if orders and not at_once and not any(row.is_written and row.by_on for row in orders):
            yield decided, "责令改正没有书面送达或者没有期限"


order_not_written.breach(lambda: changed(corrected_first(), Ordered, is_written=False))
order_not_written.breach(lambda: changed(corrected_first(), Ordered, by_on=None))
order_not_written.lawful(lambda: changed(corrected_first(at_once=True, due=None), Ordered, is_written=False))


@rule(
    "4.6",
    article=ARTICLES,
    says="先罚款后责令的，不能补足“逾期不改正”",
    kind="correct_first_skipped",
    certainty="推论",
)
def told_before_the_refusal(case: Chronicle) -> Finds:
    for decided in fined_after_order(case):
        late = [row for row in case.after(decided, Ordered) if not case.before(decided, Ordered)]
        if late:
            yield late[0], "罚款之后才责令改正"


told_before_the_refusal.breach(lambda: changed(corrected_first(), Ordered, at=at(40)))
told_before_the_refusal.lawful(lambda: changed(corrected_first(), Ordered, at=at(5)))


@rule("4.7", article=ARTICLES, says="责令的内容应当明确", kind="order_empty", certainty="推论")
def order_empty(case: Chronicle) -> Finds:
    for row in case.all(Ordered):
        if not row.content.strip():
            yield row, "没有写明改正的内容"


order_empty.breach(lambda: changed(ordinary(), Ordered, content=""))
order_empty.lawful(lambda: changed(ordinary(), Ordered, content="拆除"))


@rule(
    "4.8",
    article="行政处罚法第二十八条第一款",
    says="改正的期限不得早于责令之日",
    kind="time_contradicts",
    certainty="推论",
)
def order_due_before(case: Chronicle) -> Finds:
    for row in case.all(Ordered):
        if row.by_on and row.by_on < row.day:
            yield row, f"{row.day}责令，期限{row.by_on}"


order_due_before.breach(lambda: changed(ordinary(), Ordered, by_on=on(0)))
order_due_before.lawful(lambda: changed(ordinary(), Ordered, by_on=on(2)))


@rule(
    "4.9",
    article=ARTICLES,
    says="改正期限自责令改正通知书送达起算：送达晚于期限或者复查的，不能证明逾期不改正",
    kind="correct_first_skipped",
    certainty="推论",
)
def order_served_too_late(case: Chronicle) -> Finds:
    for decided in fined_after_order(case):
        orders, checks = case.before(decided, Ordered), case.before(decided, Rechecked)
        served = orders[-1].served_on if orders else None
        due = orders[-1].by_on if orders else None
        if served and due and (served > due or (checks and served > checks[-1].day)):
            yield decided, f"期限到{due}，{served}才送达"


order_served_too_late.breach(lambda: changed(corrected_first(), Ordered, served_on=on(6)))
order_served_too_late.lawful(lambda: changed(corrected_first(), Ordered, served_on=on(5)))


@rule(
    "4.10",
    article=f"{ARTICLES}、第四十四条",
    says="先责令改正的，告知的事实包括不改正：复查未改正之后才能告知",
    kind="correct_first_skipped",
    certainty="推论",
)
def told_before_refused(case: Chronicle) -> Finds:
    for decided in fined_after_order(case):
        told = notice_for(case, decided)
        first = case.offence is not None and case.offence.correct_first
        if told is None or not first or decided.is_simplified or is_daily(case, decided):
            continue
        refused = [row for row in case.before(decided, Rechecked) if _is_refusal(case, row)]
        if refused and not any(_is_known(case, row, told=told) for row in refused):
            yield told, f"{told.day}告知，{refused[0].day}复查才查明不改正"


def _is_done(check: Rechecked) -> bool:
    return check.is_corrected or bool(CORRECTED.fullmatch(plain(check.result)))


def _is_refusal(case: Chronicle, check: Rechecked) -> bool:
    """Not corrected after the order and its period, and not corrected since: that would need a new order."""
    orders = case.before(check, Ordered)
    due = orders[-1].by_on if orders else None
    over = bool(orders) and (due is None or check.day > due)
    return over and not _is_done(check) and not any(_is_done(row) for row in case.after(check, Rechecked))


def _is_known(case: Chronicle, check: Rechecked, *, told: Told) -> bool:
    """Recorded before the notice was signed and served, and of no later day."""
    papers = [row for row in case.all(Issued) if row.ref and row.ref == told.paper]
    moments = (told, *papers[-1:])
    return check.day <= told.day and all(check in case.before(row, Rechecked) for row in moments)


def _ordered_at_once(*checks: int) -> Chronicle:
    """Ordered on day 2 to clear it at once; told on day 10."""
    case = without(corrected_first(at_once=True, due=None), Rechecked)
    return plus(
        case,
        *(Rechecked(at=at(day, 16), by=(ONE, TWO), is_corrected=False, result="拒不清理") for day in checks),
    )


def _looked_again(*, recheck: int, again: int) -> Chronicle:
    more = Rechecked(at=at(again), by=(ONE, TWO), is_corrected=False, result="没有清理")
    return plus(corrected_first(recheck=recheck), more)


told_before_refused.breach(lambda: corrected_first(recheck=12))
told_before_refused.breach(lambda: _ordered_at_once(12))
told_before_refused.breach(lambda: _looked_again(recheck=12, again=4))
told_before_refused.breach(lambda: paper_changed(corrected_first(), "D29", at=at(5)))
told_before_refused.breach(lambda: changed(corrected_first(), Told, on=on(5)))
told_before_refused.breach(lambda: changed(_ordered_at_once(12), Ordered, at=at(11)))
told_before_refused.lawful(lambda: corrected_first(recheck=9))
told_before_refused.lawful(lambda: _ordered_at_once(2))
told_before_refused.lawful(lambda: _looked_again(recheck=6, again=12))


@rule(
    "5.1",
    article="行政处罚法第二十八条第一款",
    says="处罚的同时应当责令改正或者限期改正，违法状态已消除的除外",
    kind="no_correction_order",
    certainty="推论",
)
def penalty_without_order(case: Chronicle) -> Finds:
    for decided in punished(case):
        words = decided.penalty.text + str((decided.says or {}).get("correction") or "")
        words += str((decided.says or {}).get("decision_text") or "")
        written = any(word in words for word in ("责令", "改正", "恢复原状", "清理"))
        over = any(row.is_over for row in case.before(decided, Found))
        told = [row for row in case.before(decided, Ordered) if row.is_written or not row.by_on]
        if not (told or written or over):
            yield decided, "没有责令改正，也没有查明已消除"


penalty_without_order.breach(lambda: without(ordinary(), Ordered))
penalty_without_order.breach(lambda: changed(ordinary(), Ordered, is_written=False))
penalty_without_order.lawful(lambda: changed(ordinary(), Ordered, is_written=False, by_on=None))
penalty_without_order.lawful(
    lambda: plus(without(ordinary(), Ordered), Found(at=at(2, 20), by=(ONE,), is_over=True))
)
penalty_without_order.lawful(lambda: spot())
