"""Rules on paying: where, how much, with which receipt (§67–§70, §74, §76)."""

from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import CashMoved, Charged, Decided, Paid
from tests.lawful.chronicle.text import plain
from tests.lawful.judge import lines
from tests.lawful.judge.example import ONE, at, changed, fine, on, ordinary, plus
from tests.lawful.judge.example_grave import spot
from tests.lawful.judge.readings import last_fall, yuan
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.rules.money import fined, late, paid_anew


@rule(
    "35.1",
    article="行政处罚法第六十七条第二款、第六十八条、第六十九条",
    says="执法人员收现金限于当场一百元以下、事后难以执行、边远不便且当事人提出",
    kind="cash_unlawful",
    certainty="原文",
)
def cash_unlawful(case: Chronicle) -> Finds:
    for paid in case.all(Paid):
        decided = fined(case, paid)
        spot_now = decided is not None and decided.is_simplified
        fine_of = (decided.penalty.fine if decided else None) or Decimal(0)
        small = spot_now and fine_of <= lines.CASH
        hard = spot_now and paid.ground == "hard_later"
        if paid.in_cash and not (small or hard or paid.ground == "remote_asked"):
            yield paid, f"收现金{yuan(paid.amount)}，没有法定情形"


def _cash(amount: int, ground: str = "") -> Chronicle:
    case = changed(spot(fine(amount)), Paid, in_cash=True, ground=ground)
    moved = [CashMoved(at=case.all(Paid)[0].at, by=(ONE,), target=target) for target in ("authority", "bank")]
    return plus(case, *moved)


cash_unlawful.breach(lambda: _cash(150))
cash_unlawful.breach(lambda: changed(ordinary(), Paid, in_cash=True, ground="small"))
cash_unlawful.lawful(lambda: _cash(100, "small"))
cash_unlawful.lawful(lambda: _cash(150, "hard_later"))


RECEIPT_DIGITS = 6  # a number of the Ministry's receipts has no fewer


@rule(
    "35.2",
    article="行政处罚法第七十条",
    says="收缴罚款应当出具专用票据",
    kind="no_receipt",
    certainty="推论",
)
def paid_without_receipt(case: Chronicle) -> Finds:
    for paid in case.all(Paid):
        if sum(letter.isdigit() for letter in paid.receipt) < RECEIPT_DIGITS:
            yield paid, f"缴款{yuan(paid.amount)}没有票据号"


paid_without_receipt.breach(lambda: changed(ordinary(), Paid, receipt=""))
paid_without_receipt.breach(lambda: changed(ordinary(), Paid, receipt="见票"))
paid_without_receipt.lawful(lambda: changed(ordinary(), Paid, receipt="000123"))


@rule(
    "35.3",
    article="行政处罚法第七十条",
    says="一张票据只能用一次",
    kind="receipt_reused",
    certainty="推论",
)
def receipt_reused(case: Chronicle) -> Finds:
    seen: set[str] = set()
    for paid in case.all(Paid):
        number = plain(paid.receipt)
        if number in seen:
            yield paid, f"票据{number}已经用过"
        seen |= {number} - {""}


def _halves(second: str) -> Chronicle:
    case = changed(ordinary(), Paid, amount=Decimal(400))
    return plus(case, Paid(at=at(18, 10), on=on(18), amount=Decimal(400), receipt=second))


receipt_reused.breach(lambda: _halves("2026000000001"))
receipt_reused.breach(lambda: _halves(" 2026000000001 "))
receipt_reused.lawful(lambda: _halves("2026000000002"))


@rule(
    "35.4",
    article="行政处罚法第七十四条第二款、第七十六条第一款第二项",
    says="收缴的不得多于应缴的",
    kind="overpaid",
    certainty="推论",
)
def overpaid(case: Chronicle) -> Finds:
    decisions = case.all(Decided)
    fined = sum((row.penalty.fine or Decimal(0) for row in decisions[-1:]), Decimal(0))
    taken = sum((row.penalty.confiscated or Decimal(0) for row in decisions[-1:]), Decimal(0))
    late = max((row.amount for row in _this_time(case, Charged)), default=Decimal(0))
    paid = sum((row.amount for row in _this_time(case, Paid)), Decimal(0))
    if case.all(Paid) and decisions and paid > fined + taken + late:
        yield case.all(Paid)[-1], f"应缴{yuan(fined + taken + late)}，已缴{yuan(paid)}"


def _this_time(case: Chronicle, kind: type[Paid | Charged]) -> tuple[Paid | Charged, ...]:
    """Of the decision that stands last: what was paid before an earlier one fell is to be given back."""
    decisions = case.all(Decided)
    fall = last_fall(case, decisions[-1]) if decisions else None
    return case.after(fall, kind) if fall else case.all(kind)


overpaid.breach(lambda: paid_anew(601))
overpaid.lawful(lambda: paid_anew(600))
overpaid.breach(lambda: changed(ordinary(), Paid, amount=Decimal(801)))
overpaid.lawful(lambda: _halves("2026000000002"))
overpaid.lawful(lambda: late(40, 40, amount=72))


@rule(
    "35.5",
    article="行政处罚法第四条、第六十七条",
    says="没有决定不得收缴罚款",
    kind="paid_without_decision",
    certainty="推论",
)
def paid_without_decision(case: Chronicle) -> Finds:
    for paid in case.all(Paid):
        if fined(case, paid) is None and paid.amount > 0:
            yield paid, f"收款{yuan(paid.amount)}，没有罚款决定"


paid_without_decision.breach(lambda: changed(ordinary(), Paid, at=at(8), on=on(8)))
paid_without_decision.lawful(lambda: changed(ordinary(), Paid, at=at(15, 10), on=on(15)))


@rule(
    "35.6",
    article="行政处罚法第六十七条",
    says="缴款的数额应当大于零",
    kind="overpaid",
    certainty="推论",
)
def paid_nothing(case: Chronicle) -> Finds:
    for paid in case.all(Paid):
        if paid.amount <= 0:
            yield paid, f"缴款{yuan(paid.amount)}"


paid_nothing.breach(lambda: changed(ordinary(), Paid, amount=Decimal(-5)))
paid_nothing.lawful(
    lambda: plus(
        changed(ordinary(), Paid, amount=Decimal("799.99")),
        Paid(at=at(18, 10), amount=Decimal("0.01"), receipt="2026000000002"),
    )
)
