"""Rules on what enforcement rests on: a decision that took effect, still stands and is still not performed (行政强制法 §34–§40)."""

from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.buildings import RemovalOrdered
from tests.lawful.chronicle.happenings import (
    Answered,
    Charged,
    Decided,
    Happening,
    Ordered,
    Overturned,
    Paid,
    Pleaded,
    Postponed,
    Published,
    Rechecked,
    Served,
)
from tests.lawful.chronicle.other_kinds import CourtAsked, Enforced, Urged
from tests.lawful.judge.example import HEAD, ONE, TWO, at, fine, on, plus, without
from tests.lawful.judge.example_other import court, enforcing, substitute
from tests.lawful.judge.readings import served_on
from tests.lawful.judge.rule import Finds, rule

# what is owed is a sum
FOR_MONEY = frozenset({"late_penalty", "auction", "transfer"})
# 行政强制法 §52: without a decision before
AT_ONCE = "clear_now"


@rule(
    "49.4",
    article="行政强制法第三十四条、第三十七条第一款、第四十条第四项、第五十三条；行政处罚法第六十六条",
    says="没有有效的、未履行的决定不得强制执行，不得申请法院执行",
    kind="enforcement_without_debt",
    certainty="推论",
)
def enforced_without_debt(case: Chronicle) -> Finds:
    for row in (*case.all(Enforced), *case.all(CourtAsked)):
        gone = "" if isinstance(row, Enforced) and row.way == AT_ONCE else _why_not(case, row)
        if gone:
            yield row, gone


def _why_not(case: Chronicle, row: Enforced | CourtAsked) -> str:
    """Why nothing may be enforced; an order to correct that was not followed is enough where no sum is owed (§50)."""
    for_money = isinstance(row, CourtAsked) or row.way in FOR_MONEY
    orders = case.before(row, Ordered)
    if orders and not for_money and orders[-1].is_written:
        checks = case.before(row, Rechecked)
        done = checks and checks[-1] in case.after(orders[-1], Rechecked) and checks[-1].is_corrected
        return "已经改正，义务已经履行" if done else ""
    if not for_money and case.before(row, RemovalOrdered):
        return ""  # the rules on demolitions ask more
    decided = case.before(row, Decided)
    if not decided or not decided[-1].penalty.punishes:
        return "没有可以执行的决定"
    if any(gone in case.after(decided[-1], Overturned) for gone in case.before(row, Overturned)):
        return "决定已经撤销、变更"
    served = served_on(case, decided[-1])
    if served is None or served > row.day:
        return "决定还没有送达，没有生效"
    return _no_longer_owed(case, row, decided=decided[-1]) if for_money else ""


def _no_longer_owed(case: Chronicle, row: Happening, *, decided: Decided) -> str:
    """The fine and what was charged beside it, less what was paid; nothing is due while a deferral runs."""
    if any(later.until and later.until >= row.day for later in case.before(row, Postponed)):
        return "准予延期、分期的期限还没有届满"
    late = max((charge.amount for charge in case.before(row, Charged)), default=Decimal(0))
    owed = (decided.penalty.fine or Decimal(0)) + late
    paid = sum((part.amount for part in case.before(row, Paid)), Decimal(0))
    return "罚款已经缴清" if decided.penalty.fine and paid >= owed else ""


def _fallen(case: Chronicle, *, day: int = 50) -> Chronicle:
    gone = Overturned(at=at(day), by=(HEAD,), by_whom="court", ground="主要证据不足")
    return plus(without(case, Published), gone)


def _paid(case: Chronicle, amount: int) -> Chronicle:
    more = {"amount": fine(amount).fine or Decimal(0), "receipt": "2026000000001"}
    return plus(case, Paid(at=at(50), on=on(50), by=(ONE,), **more))


def _auction() -> Chronicle:
    return enforcing("auction")


enforced_without_debt.breach(lambda: _paid(_auction(), 800))
enforced_without_debt.breach(lambda: _paid(enforcing(), 800))
enforced_without_debt.breach(lambda: _fallen(_auction()))
enforced_without_debt.breach(lambda: _fallen(enforcing()))
enforced_without_debt.breach(lambda: _fallen(court()))
enforced_without_debt.breach(lambda: without(_auction(), Decided))
enforced_without_debt.breach(lambda: without(substitute(), Decided, Ordered))
enforced_without_debt.breach(lambda: without(_auction(), Served))
enforced_without_debt.breach(lambda: plus(_auction(), Postponed(at=at(41), by=(HEAD,), until=on(90))))
enforced_without_debt.breach(lambda: _corrected(True))
enforced_without_debt.lawful(lambda: _corrected(False))
enforced_without_debt.lawful(lambda: _paid(_auction(), 500))
enforced_without_debt.lawful(lambda: _fallen(enforcing(), day=70))
enforced_without_debt.lawful(lambda: plus(_auction(), Postponed(at=at(16), by=(HEAD,), until=on(30))))


def _corrected(is_corrected: bool) -> Chronicle:
    check = Rechecked(at=at(59), by=(ONE, TWO), is_corrected=is_corrected, result="复查")
    return plus(substitute(), check)


@rule(
    "49.5",
    article="行政强制法第三十六条、第三十七条第一款",
    says="催告之后的陈述申辩没有复核，不得强制执行",
    kind="enforcement_plea_unanswered",
    certainty="推论",
)
def enforced_with_a_plea(case: Chronicle) -> Finds:
    for row in (*case.all(Enforced), *case.all(CourtAsked)):
        urged = next(iter(case.before(row, Urged)), None)
        pleas = (
            [plea for plea in case.after(urged, Pleaded) if plea in case.before(row, Pleaded)]
            if urged
            else []
        )
        answers = case.before(row, Answered)
        for plea in pleas:
            if not any(_is_of(answer, plea, case=case) for answer in answers):
                yield row, f"{plea.day}的陈述申辩没有复核"


def _is_of(answer: Answered, plea: Pleaded, *, case: Chronicle) -> bool:
    return plea.ref in answer.of if answer.of else answer in case.after(plea, Answered)


def _pleaded(*answers: int) -> Chronicle:
    plea = Pleaded(at=at(45), on=on(45), by=(ONE,), text="已履行")
    rows = [Answered(at=at(day), by=(ONE,), is_accepted=False, text="没有履行的凭证") for day in answers]
    return plus(_auction(), plea, *rows)


enforced_with_a_plea.breach(_pleaded)
enforced_with_a_plea.breach(lambda: _pleaded(61))
enforced_with_a_plea.lawful(lambda: _pleaded(46))
