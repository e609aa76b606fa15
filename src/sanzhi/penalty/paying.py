"""When a payment holds: by whom taken, on which day, with which receipt (行政处罚法 §67–§70)."""

from datetime import date, timedelta

from django.db.models import QuerySet

from sanzhi.cases import queries
from sanzhi.cases.correcting import found_wrong
from sanzhi.cases.models import Proceeding, RecordKind
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law import penalties
from sanzhi.law.deadline_rules import rule
from sanzhi.law.measures import Measure
from sanzhi.law.money import yuan
from sanzhi.law.receipts import is_printed, plain_number
from sanzhi.penalty.models import CashGround, CashTransfer, Confiscation
from sanzhi.penalty.owed import fine_owed
from sanzhi.penalty.rules import is_on_the_spot

GAINS = Measure.CONFISCATION_OF_GAINS


def on_the_spot_collection(
    proceeding: Proceeding, ground: CashGround | None, *, paid_on: date, note: str
) -> Verdict:
    """Cash: a fine on the spot of a hundred yuan at most, or hard to collect later; or remote, and the party asks."""
    if ground == CashGround.REMOTE_ASKED:
        return _is_told_why(note)
    decision = getattr(proceeding, "decision", None)
    at_once = Verdict.when(
        decision is None or paid_on == decision.decided_on,
        "当场收缴限于作出决定的当时；以后收取的，不是当场收缴。",
        citation="行政处罚法第六十八条",
        remedy="请由当事人到指定银行缴纳；交通不便且当事人提出的，请选择该情形。",
    )
    return at_once & _is_small_or_hard(proceeding, ground, note=note)


def _is_small_or_hard(proceeding: Proceeding, ground: CashGround | None, *, note: str) -> Verdict:
    limit, spot = penalties.ON_THE_SPOT_COLLECTION, is_on_the_spot(proceeding)
    if ground in {None, CashGround.SMALL}:
        return Verdict.when(
            spot and fine_owed(proceeding) <= limit.amount,
            f"当场收缴限于当场作出的{yuan(limit.amount)}元以下罚款，其余应由当事人到指定银行缴纳。",
            citation=limit.citation,
            remedy="属于事后难以执行，或者交通不便且当事人提出的，请选择相应情形并写明经过。",
        )
    verdict = Verdict.when(
        ground != CashGround.HARD_LATER or spot,
        "以事后难以执行为由当场收缴，限于当场作出的处罚决定。",
        citation="行政处罚法第六十八条",
        remedy="请由当事人到指定银行缴纳；交通不便且当事人提出的，请选择该情形。",
    )
    return verdict & _is_told_why(note)


def _is_told_why(note: str) -> Verdict:
    return Verdict.when(
        len(note.strip()) >= 5,
        "请写明当场收缴的经过：为什么事后难以执行，或者交通不便、当事人提出的情况。",
        citation="行政处罚法第六十八条、第六十九条",
    )


def is_paid_when_it_could_be(proceeding: Proceeding, paid_on: date, *, in_cash: bool) -> Verdict:
    """What a bank took after the decision fell is entered, and given back; officers take nothing then."""
    decision, fallen = getattr(proceeding, "decision", None), queries.overturn_of(proceeding)
    verdict = Verdict.when(
        paid_on <= clock.today() and (decision is None or paid_on >= decision.decided_on),
        "缴款日应不早于决定日、不晚于今天。",
        citation="行政处罚法第六十七条",
        remedy="请按票据填写。",
    )
    gone_on = fallen.decided_on if fallen and queries.has_fallen(proceeding) else None
    return verdict & Verdict.when(
        gone_on is None or paid_on <= gone_on or not in_cash,
        "处罚决定已被撤销，不能再当场收缴罚款。",
        citation="行政处罚法第七十一条、第七十五条第二款",
        remedy="请将撤销以后收取的现金当即退还当事人；银行收取的，登记为多缴，登记后退还。",
    )


def is_receipt(number: str, *, of: Measure, on: Proceeding, day: date, but: int = 0) -> Verdict:
    """A number that can be printed on the Ministry's receipts, and that no other payment or confiscation names (§70, §74).

    Fine and gains that were paid together have one.
    """
    number = plain_number(number)
    paid, taken = queries.payments_with(number).exclude(pk=but), _taken_with(number)
    if of == GAINS:
        paid = paid.exclude(proceeding=on, paid_on=day)
    if of == Measure.FINE:
        taken = taken.exclude(proceeding=on, taken_on=day, measure=GAINS)
    handed_in = CashTransfer.objects.filter(voucher=number)
    return Verdict.when(
        not paid.exists() and not taken.exists() and not handed_in.exists(),
        f"票据号{number}已经登记过。",
        citation="行政处罚法第七十条",
        remedy="请核对票据；原来的登记有误的，请申请更正该登记。",
    ) & Verdict.when(
        is_printed(number),
        f"“{number}”不像票据号。",
        citation="行政处罚法第七十条",
        remedy="请填写财政部门统一制发的专用票据号码。",
    )


def _taken_with(number: str) -> QuerySet[Confiscation]:
    rows = Confiscation.objects.filter(voucher=number)
    return rows.exclude(pk__in=found_wrong(RecordKind.TAKING))


def entered_since(proceeding: Proceeding, kind: RecordKind) -> date:
    """The first day of money or things that may still be entered today: soon, or anew in the place of a wrong entry."""
    if queries.corrected(proceeding, kind):
        return date.min
    return clock.today() - timedelta(days=rule("money_entry", clock.today()).days)


def is_voucher(number: str, *, target: str, on: date) -> Verdict:
    """The paper for cash that was handed on: of its own, for what went the same way on the same day (§71)."""
    number, law = plain_number(number), "行政处罚法第七十一条"
    receipts = queries.payments_with(number).exists() or _taken_with(number).exists()
    others = CashTransfer.objects.filter(voucher=number).exclude(target=target, transferred_on=on)
    return (
        Verdict.when(
            is_printed(number),
            f"“{number}”不像交款凭证号。",
            citation=law,
            remedy="请填写上交、缴付时取得的交款凭证（回单）的完整号码。",
        )
        & Verdict.when(
            not receipts,
            f"{number}是已经登记的罚没票据号，不是交款凭证。",
            citation=law,
            remedy="请填写上交、缴付时取得的交款凭证号。",
        )
        & Verdict.when(
            not others.exists(),
            f"交款凭证{number}已经用于其他日期或者其他去向的交款。",
            citation=law,
            remedy="请核对凭证号；一张凭证只能登记同一天、同一去向的交款。",
        )
    )
