"""A late fee is charged as the cited law provides it, and no higher: held against its text (行政强制法 §45(1))."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from sanzhi.catalogues.models import Row
from sanzhi.catalogues.schemas.charges import LATE
from sanzhi.kernel.verdict import Reason
from sanzhi.law.derivation import plain
from sanzhi.law.late_rates import daily_percents
from sanzhi.statutes import queries as statutes

LEFT_OUT = "依据没有规定滞纳金标准的，滞纳金的两栏留空，不收。"


def beyond_the_law(rows: Iterable[Row]) -> Iterator[Reason]:
    """What speaks against the late rates of the rows (2 queries for each row that has one)."""
    for row in rows:
        rate, basis = row.content.get("late_percent"), str(row.content.get("late_basis") or "")
        if rate is not None:
            yield from _beyond(f"“{row.code} {row.title}”的滞纳金", Decimal(str(rate)), basis=basis)


def _beyond(what: str, rate: Decimal, *, basis: str) -> Iterator[Reason]:
    articles = statutes.resolve(basis)
    given = [each for row in articles for each in daily_percents("".join(row.paragraph_texts))]
    if not articles:
        said = f"{what}没有可以核对的依据：{basis}的文本没有导入，或者没有这一条。"
        yield Reason(said, LATE, f"请先导入规定滞纳金的法律、法规的文本；{LEFT_OUT}")
    elif not given:
        yield Reason(f"{what}：{basis}没有规定滞纳金的标准。", LATE, f"请引用规定标准的条文；{LEFT_OUT}")
    elif rate > max(given):
        most = plain(max(given))
        said = f"{what}每日{plain(rate)}%，高于{basis}规定的每日{most}%。"
        yield Reason(said, LATE, f"请填写不高于{most}的标准。")
