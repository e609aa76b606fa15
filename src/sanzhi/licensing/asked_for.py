"""What is granted, held against what was asked for: no day more, no longer than the item allows, nothing said that is not so."""

import re
from datetime import date

from sanzhi.kernel.questions import DAYS, Question, term_in
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadlines import add_months
from sanzhi.licensing.models import Asks, LicenceApplication
from sanzhi.licensing.queries import handed_in, item_of
from sanzhi.licensing.standing import term_begins

LAW = "行政许可法第三十七条、第三十八条"
SPEAKS_OF_PAPERS = re.compile("(?<!没有)(?:收到|提交)的(?:申请)?材料|材料(?:齐全|完整|符合)")
FOLLOWS = "行政许可法第四十九条、第五十条"


def first_day(row: LicenceApplication) -> date:
    """A licence that is changed or renewed keeps its own first day; one certificate says one term."""
    return row.licence.valid_from if row.licence else row.starts_on


def granted_content(row: LicenceApplication) -> str:
    """What the licence permits once this is granted: a renewal keeps it, a change adds to it (行政许可法 §49, §50)."""
    if row.licence is None:
        return row.content
    kept: str = row.licence.content
    return kept if row.asks == Asks.RENEWAL else f"{kept}\n变更：{row.content}"


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


def terms_in(content: str) -> list[tuple[str, date, date]]:
    """Which period the content names itself, with its label: 施工的起止日期：2027年1月1日至2027年3月31日."""
    pairs = (line.partition("：") for line in content.splitlines() if DAYS in line)
    found = (
        (label, term_in(Question(label, DAYS), text)) for label, _, text in pairs if label.endswith(DAYS)
    )
    return [(label, *days) for label, days in found if days is not None]


def content_agrees(content: str, *, starts_on: date, ends_on: date) -> Verdict:
    """One application names one term (行政许可法 §29): its certificate would say two."""
    other = [label for label, *days in terms_in(content) if days != [starts_on, ends_on]]
    return Verdict.when(
        not other,
        f"申请内容写的“{'”、“'.join(other)}”与申请期限不同。",
        citation="行政许可法第二十九条",
        remedy="请按申请人要求的起止日期填写申请期限，两处一致。",
    )


def grant_agrees(content: str, *, since: date, until: date) -> Verdict:
    """A certificate does not say two terms: where its content names days, these are granted or none."""
    other = [label for label, *days in terms_in(content) if days != [since, until]]
    return Verdict.when(
        not other,
        f"许可内容写的“{'”、“'.join(other)}”与准予的有效期相互矛盾。",
        citation=LAW,
        remedy="请按申请的起止日期准予；只能准予其他期限的，由申请人撤回后按该期限重新申请。",
    )


def lacking(row: LicenceApplication) -> tuple[str, ...]:
    """What the item's list names and did not come in with this application."""
    item, have = item_of(row.proceeding), {one.name for one in handed_in(row)}
    return tuple(name for name in (item.needed if item else ()) if name not in have)


def is_true_of_papers(row: LicenceApplication, reason: str) -> Verdict:
    """A decision says that the papers are complete, or in order, where they came in (行政许可法 §38(1))."""
    names, has_come = lacking(row), bool(handed_in(row))
    return Verdict.when(
        has_come or not SPEAKS_OF_PAPERS.search(reason),
        "理由写了收到的申请材料，本次申请没有收到材料。",
        citation="行政许可法第三十二条、第三十八条第一款",
        remedy="请写明审查所依据的事实；材料已经收到的，先登记收到的材料。",
    ) & Verdict.when(
        not names or "材料齐全" not in reason,
        f"理由写了材料齐全，本次申请没有收到{'、'.join(names)}。",
        citation="行政许可法第三十二条、第三十八条第一款",
        remedy="请写明实际收到和审查的材料；材料已经收到的，先登记收到的材料。",
    )
