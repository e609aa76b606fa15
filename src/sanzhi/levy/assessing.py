"""How quantities become a sum: by the tariff of the list in force, each step with its figures (城市道路管理条例 §37)."""

from datetime import date

from sanzhi.cases.models import Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.charges import Charge
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.derivation import CannotCount, Derivation
from sanzhi.law.levies import Reduction, Use, charge_for_days, charge_for_quantity
from sanzhi.law.limits import limit
from sanzhi.levy.queries import tariffs_in_force

LAW = "城市道路管理条例第三十七条"
LONGEST = 3660  # days of one use: a slip of the pen, not an occupation


def charge_named(proceeding: Proceeding, item: str, *, edition: int | None = None) -> Charge:
    """Raises Refused, which names the gap of the tariff."""
    try:
        return catalogues.charge_of_edition(edition or tariffs_in_force(proceeding), item)
    except CannotCount as wrong:
        said = Reason(str(wrong), LAW, "请政策法规科先补齐收费标准清单；没有标准的不能征收。")
        raise Refused((said,)) from wrong


def counted(charge: Charge, uses: tuple[Use, ...], *, reductions: tuple[Reduction, ...]) -> Derivation:
    """Raises Refused where the tariff does not reach."""
    try:
        if charge.by_day:
            return charge_for_days(charge.tariff, uses, reductions=reductions)
        (only,) = uses
        return charge_for_quantity(charge.tariff, only.quantity, on=only.from_on, reductions=reductions)
    except CannotCount as wrong:
        said = Reason(str(wrong), LAW, "请核对数量和期间；收费标准有空缺的，先补齐清单。")
        raise Refused((said,)) from wrong


def uses_fit(charge: Charge, *, from_on: date, to_on: date | None) -> Verdict:
    last, today = to_on or from_on, clock.today()
    most = limit("fee_assessed_ahead", today)
    return (
        Verdict.when(
            charge.by_day == (to_on is not None),
            f"“{charge.item}”{'按日计，应当填写截止日' if charge.by_day else '不按日计，不填截止日'}。",
            citation=LAW,
        )
        & Verdict.when(
            from_on <= last and (last - from_on).days < LONGEST,
            "期间有误：截止日不能早于起始日，也不能超过十年。",
            citation=LAW,
            remedy="请核对日期。",
        )
        & Verdict.when(
            most.allows((last - today).days),
            f"期间到{chinese_date(last)}，距今超过{most.value}日（建议值），不预先核定这么远的期间。",
            citation=LAW,
            remedy="请核对日期；占用、使用时间更长的，分期核定。",
        )
    )


def belongs(charge: Charge, proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        charge.power == proceeding.cause_code,
        f"“{charge.item}”不是“{proceeding.cause}”的收费项目。",
        citation=LAW,
        remedy="请选择这项职权的收费项目。",
    )
