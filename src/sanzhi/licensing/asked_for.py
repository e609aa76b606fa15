"""What is granted, held against what was asked for: no day more, no longer than the item allows, nothing said that is not so."""

from datetime import date

from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadlines import add_months
from sanzhi.licensing.models import Asks, LicenceApplication
from sanzhi.licensing.queries import handed_in, item_of
from sanzhi.licensing.standing import term_begins

LAW = "行政许可法第三十七条、第三十八条"
FOLLOWS = "行政许可法第四十九条、第五十条"


def first_day(row: LicenceApplication) -> date:
    """A licence that is changed or renewed keeps its own first day; one certificate says one term."""
    return row.licence.valid_from if row.licence else row.starts_on


def terms_fit(row: LicenceApplication, *, since: date, until: date) -> Verdict:
    """More days than were asked for nobody has examined; a change counts from the licence's own first day."""
    item, first = item_of(row.proceeding), first_day(row)
    begins = row.starts_on if row.asks == Asks.RENEWAL else term_begins(row.licence) if row.licence else since
    last = add_months(begins, item.longest_months) if item and item.longest_months else None
    asked = f"{chinese_date(row.starts_on)}至{chinese_date(row.ends_on)}"
    return (
        Verdict.when(
            row.licence is None or since == first,
            f"变更、延续不改变许可的起始日，有效期自{chinese_date(first)}起。",
            citation=FOLLOWS,
            remedy=f"有效期自填写{chinese_date(first)}，只改变有效期至。",
        )
        & Verdict.when(
            since >= first and until <= row.ends_on,
            f"申请的期限是{asked}，准予的有效期超出了申请。",
            citation=LAW,
            remedy="请在申请的期限以内准予；需要其他期限的，由申请人撤回后按新的期限重新申请，重新审查。",
        )
        & Verdict.when(
            last is None or until <= last,
            f"有效期自{chinese_date(begins)}起算，不能超过{chinese_date(last) if last else ''}。",
            citation=item.basis if item else LAW,
            remedy="请按最长有效期以内填写。",
        )
    )


def lacking(row: LicenceApplication) -> tuple[str, ...]:
    """What the item's list names and did not come in with this application."""
    item, have = item_of(row.proceeding), {one.name for one in handed_in(row)}
    return tuple(name for name in (item.needed if item else ()) if name not in have)


def is_true_of_papers(row: LicenceApplication, reason: str) -> Verdict:
    """A decision says that the papers are complete where they are (行政许可法 §38(1))."""
    names = lacking(row)
    return Verdict.when(
        not names or "材料齐全" not in reason,
        f"理由写了材料齐全，本次申请没有收到{'、'.join(names)}。",
        citation="行政许可法第三十二条、第三十八条第一款",
        remedy="请写明实际收到和审查的材料；材料已经收到的，先登记收到的材料。",
    )
