"""Rules on a levy: counted anew by the tariff, told, decided, billed, lowered on grounds, never too much (城市道路管理条例 §§37, 38)."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from decimal import ROUND_DOWN, Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.fees import (
    Assessed,
    Billed,
    FeePaid,
    LevyDecided,
    LevyToCourt,
    LevyTold,
    LoweringAsked,
    LoweringDecided,
    RefundDecided,
    Refunded,
    Tariff,
    Used,
)
from tests.lawful.chronicle.happenings import Happening, Overturned, Waived
from tests.lawful.chronicle.lanes import LaneClosed
from tests.lawful.judge.example import LEADER, ONE, at, changed, on, without
from tests.lawful.judge.example_fee import BASIS, WHOLE, cut_short, levied, relieved
from tests.lawful.judge.lanes import own
from tests.lawful.judge.named_law import named_in
from tests.lawful.judge.readings import heads, people
from tests.lawful.judge.rule import Finds, rule

FEN, NOTHING, HUNDRED = Decimal("0.01"), Decimal(0), Decimal(100)
ROAD = "城市道路管理条例"
MOST = 4000  # days that anybody counts


def recounted(tariff: Tariff, uses: tuple[Used, ...], *, reliefs: Iterable[str]) -> Decimal | None:
    """Each day by the bands that hold on it, each band its share; less the reliefs; down to the fen. None where nothing holds."""
    whole = NOTHING
    for use in uses:
        if use.since is None or use.until is None or (use.until - use.since).days > MOST:
            return None
        span = (use.until - use.since).days + 1 if tariff.by_day else 1
        for n in range(max(span, 0)):
            day = use.since + timedelta(days=n)
            bands = [band for band in tariff.bands if band.holds_on(day)]
            if not bands:
                return None
            whole += sum((band.share_of(use.quantity) * band.price for band in bands), NOTHING)
    left = whole
    for title in reliefs:
        if title not in tariff.reliefs:
            return None
        left -= min(whole * tariff.reliefs[title] / HUNDRED, left)
    return left.quantize(FEN, ROUND_DOWN)


def granted(case: Chronicle, row: Happening) -> tuple[LoweringAsked, ...]:
    """What was asked and granted before the row."""
    yes = {one.ref for one in case.before(row, LoweringDecided) if one.is_granted}
    return tuple(one for one in case.before(row, LoweringAsked) if one.ref in yes)


def owed_before(case: Chronicle, row: Happening) -> Decimal | None:
    """The principal: as it was decided, less what was granted since, counted anew; None where the judge cannot count."""
    fallen = bool(case.before(row, Overturned))
    if fallen or case.tariff is None:
        return NOTHING if fallen else None
    assessed = case.before(row, Assessed)
    if not assessed:
        return None
    lowered = granted(case, row)
    uses = next((one.uses for one in reversed(lowered) if one.uses), assessed[-1].uses)
    reliefs = [*assessed[-1].reliefs, *(one.relief for one in lowered if one.relief)]
    return recounted(case.tariff, uses, reliefs=tuple(dict.fromkeys(reliefs)))


def late_at_most(case: Chronicle, owed: Decimal) -> Decimal:
    """行政强制法 §45: nothing without a rate, never more than the principal."""
    return owed if case.tariff and case.tariff.late_per_day else NOTHING


def kept_before(case: Chronicle, row: Happening) -> Decimal:
    paid = sum((one.amount for one in case.before(row, FeePaid)), NOTHING)
    return paid - sum((one.amount for one in case.before(row, Refunded)), NOTHING)


@rule(
    "59.7",
    article=f"{ROAD}第三十七条",
    says="核定、决定的数额等于现行收费标准乘以查明的数量、期间，减去已经准予的减免，算到分，不足一分的舍去",
    kind="levy_wrong_sum",
    certainty="推论",
)
def assessed_wrongly(case: Chronicle) -> Finds:
    if case.tariff is None:
        return
    last = case.last(Assessed)
    for row in case.all(Assessed):
        if row is last:  # the tariff is that of the last one
            right = recounted(case.tariff, row.uses, reliefs=row.reliefs)
            if right != row.amount:
                yield row, f"应为{right}元，核定{row.amount}元"
    for decided in case.all(LevyDecided):
        right = owed_before(case, decided)
        if right is not None and decided.amount != right:
            yield decided, f"应为{right}元，决定{decided.amount}元"


assessed_wrongly.breach(lambda: levied(amount=Decimal("3960.01"), paid=None))
assessed_wrongly.breach(lambda: changed(levied(), LevyDecided, amount=Decimal(4000)))
assessed_wrongly.lawful(lambda: levied(paid=None))


@rule(
    "59.8",
    article="河南省行政执法条例第二十六条",
    says="征收决定之前已经告知所决定的内容，陈述申辩的期限届满或者明确放弃",
    kind="levy_untold",
    certainty="推论",
)
def decided_untold(case: Chronicle) -> Finds:
    for row in case.all(LevyDecided):
        told = [one for one in own(case.before(row, LevyTold), row.of) if one.text == row.text]
        waived = [one for one in case.before(row, Waived) if one.right == "plea"]
        if not told:
            yield row, "没有按所决定的内容告知"
        elif not waived and row.day <= case.days.after(told[-1].day, told[-1].days):
            yield row, f"{told[-1].day}告知，陈述申辩的期限没有届满"


decided_untold.breach(lambda: without(levied(), LevyTold))
decided_untold.breach(lambda: changed(levied(), LevyTold, text="征收城市道路占用费3000元"))
decided_untold.breach(lambda: changed(levied(), LevyTold, at=at(2), on=on(2)))
decided_untold.lawful(lambda: changed(levied(), LevyTold, at=at(0, 12), on=on(0)))


@rule(
    "59.9",
    article=f"{ROAD}第三十七条；河南省行政执法条例第二十九条",
    says="征收决定有法律、法规依据，写在决定书上",
    kind="levy_without_basis",
    certainty="推论",
)
def decided_without_basis(case: Chronicle) -> Finds:
    for row in case.all(LevyDecided):
        if not named_in(row.basis):
            yield row, f"依据是“{row.basis.strip() or '没有'}”"


decided_without_basis.breach(lambda: levied(basis="舞钢市占道收费办法第三条"))
decided_without_basis.lawful(lambda: levied(basis=BASIS))


@rule(
    "59.10",
    article=f"{ROAD}第三十七条",
    says="缴费通知的数额等于决定减去已经准予的减免和已经缴纳的",
    kind="levy_billed_wrong",
    certainty="推论",
)
def billed_wrongly(case: Chronicle) -> Finds:
    for row in case.all(Billed):
        decided = own(case.before(row, LevyDecided), row.of)
        owed = owed_before(case, row)
        if not decided:
            yield row, "没有征收决定"
        elif owed is not None:
            most = owed + late_at_most(case, owed) - kept_before(case, row)
            if row.amount > max(most, NOTHING):
                yield row, f"应缴{most}元，通知{row.amount}元"


billed_wrongly.breach(lambda: changed(levied(), Billed, amount=Decimal(5000)))
billed_wrongly.breach(lambda: without(levied(), LevyDecided))
billed_wrongly.lawful(lambda: changed(levied(), Billed, amount=WHOLE))


@rule(
    "59.11",
    article=f"{ROAD}第三十七条、第三十八条；行政强制法第四十五条",
    says="结案时收的不多于应缴，多收的已经退还；以缴清结案的确已缴清",
    kind="levy_kept_wrong",
    certainty="推论",
)
def closed_with_a_difference(case: Chronicle) -> Finds:
    for row in case.all(LaneClosed):
        decided, owed = own(case.before(row, LevyDecided), row.of), owed_before(case, row)
        if not decided or owed is None:
            continue
        kept = kept_before(case, row)
        if kept > owed + late_at_most(case, owed):
            yield row, f"应缴{owed}元，收了{kept}元"
        asked = own(case.before(row, LevyToCourt), row.of)
        if row.kind == "performed" and kept < owed and not asked:
            yield row, f"应缴{owed}元，只收了{kept}元"


closed_with_a_difference.breach(lambda: levied(paid=Decimal(4000)))
closed_with_a_difference.breach(lambda: levied(paid=Decimal(3959)))
closed_with_a_difference.breach(lambda: without(cut_short(), RefundDecided, Refunded))
closed_with_a_difference.lawful(lambda: levied())
closed_with_a_difference.lawful(lambda: cut_short())


@rule(
    "59.12",
    article=f"{ROAD}第三十七条；河南省行政执法条例第二十九条",
    says="有征收决定才收款，财政票据不得重复",
    kind="levy_paid_wrong",
    certainty="推论",
)
def paid_undecided(case: Chronicle) -> Finds:
    for row in case.all(FeePaid):
        decided = own(case.before(row, LevyDecided), row.of)
        if not decided or row.day < decided[-1].day:
            yield row, "收款的时候没有征收决定"
    numbers = Counter(one.receipt for one in case.all(FeePaid) if one.receipt)
    numbers.update(one.voucher for one in case.all(Refunded) if one.voucher)
    for row in case.all(FeePaid):
        if numbers[row.receipt] > 1:
            yield row, f"票据号{row.receipt}用了{numbers[row.receipt]}次"


paid_undecided.breach(lambda: changed(levied(), FeePaid, at=at(7), on=on(7)))
paid_undecided.breach(lambda: changed(levied(), FeePaid, on=on(7)))
paid_undecided.breach(lambda: changed(cut_short(), Refunded, voucher="410001"))
paid_undecided.lawful(lambda: changed(levied(), FeePaid, at=at(9), on=on(9)))


@rule(
    "59.13",
    article=f"{ROAD}第三十七条、第三十八条；河南省行政执法条例第二十八条第一款",
    says="减免按公布的事由，同一事由一次，数额照算，由机关负责人审批",
    kind="levy_lowered_wrong",
    certainty="推论",
)
def lowered_wrongly(case: Chronicle) -> Finds:
    known = case.tariff.reliefs if case.tariff else None
    for row in case.all(LoweringAsked):
        if row.relief and known is not None and row.relief not in known:
            yield row, f"清单没有“{row.relief}”的减免"
    for done in case.all(LoweringDecided):
        in_office = heads(case, done.day)
        if in_office and not people(case, done.by) & in_office:
            yield done, "审批的不是机关负责人"
        asked = granted(case, done)
        now = [one for one in case.before(done, LoweringAsked) if one.ref == done.ref]
        if done.is_granted and now and now[-1].relief and now[-1].relief in {one.relief for one in asked}:
            yield done, f"“{now[-1].relief}”已经准予过"
        right = _owed_with(case, done, now=now)
        if done.is_granted and now and right is not None and now[-1].owed != right:
            yield done, f"减少以后应为{right}元，审批{now[-1].owed}元"


def _owed_with(case: Chronicle, done: LoweringDecided, *, now: list[LoweringAsked]) -> Decimal | None:
    """What is owed once this is granted too."""
    assessed = case.before(done, Assessed)
    if not now or not assessed or case.tariff is None:
        return None
    rows = (*granted(case, done), now[-1])
    uses = next((one.uses for one in reversed(rows) if one.uses), assessed[-1].uses)
    reliefs = [*assessed[-1].reliefs, *(one.relief for one in rows if one.relief)]
    return recounted(case.tariff, uses, reliefs=tuple(dict.fromkeys(reliefs)))


lowered_wrongly.breach(lambda: relieved(relief="亲友"))
lowered_wrongly.breach(lambda: relieved(owed=1000))
lowered_wrongly.breach(lambda: changed(relieved(), LoweringDecided, by=(LEADER,)))
lowered_wrongly.lawful(lambda: relieved())


@rule(
    "59.14",
    article=f"{ROAD}第三十八条",
    says="退还的等于多收的，由机关负责人决定，退的不多于收的",
    kind="levy_refund_wrong",
    certainty="推论",
)
def refunded_wrongly(case: Chronicle) -> Finds:
    for row in case.all(RefundDecided):
        owed, in_office = owed_before(case, row), heads(case, row.day)
        if in_office and not people(case, row.by) & in_office:
            yield row, "决定退费的不是机关负责人"
        if owed is not None:
            least = kept_before(case, row) - owed - late_at_most(case, owed)
            if not least <= row.amount <= kept_before(case, row) - owed:
                yield row, f"多收{kept_before(case, row) - owed}元，决定退还{row.amount}元"
    for back in case.all(Refunded):
        said = own(case.before(back, RefundDecided), back.of)
        if not said or back.amount != said[-1].amount or back.day < said[-1].day:
            yield back, "没有决定，或者退还的不是所决定的"


refunded_wrongly.breach(lambda: cut_short(back=2000))
refunded_wrongly.breach(lambda: cut_short(granted=False))
refunded_wrongly.breach(lambda: changed(cut_short(), RefundDecided, by=(ONE,)))
refunded_wrongly.breach(lambda: changed(cut_short(), Refunded, amount=Decimal(1000)))
refunded_wrongly.lawful(lambda: cut_short())
