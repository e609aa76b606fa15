"""What was filed on the public site is taken as it was filed: nobody applies in another's name, nor for another thing (行政许可法 §29, §31).

What the applicant left open, or answered otherwise than the item asks, the window fills in, and says so to the applicant.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.applications import queries as applications
from sanzhi.applications.models import ApplicantKind, Application
from sanzhi.cases.identifying import PartyFields
from sanzhi.cases.models import PartyKind
from sanzhi.cases.orders import Told
from sanzhi.cases.parties import NUMBERS
from sanzhi.catalogues.licences import ItemField, LicenceItem
from sanzhi.kernel.questions import plain, term_in
from sanzhi.kernel.text import joined, says_something
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.deadlines import add_months
from sanzhi.law.receipts import plain_number
from sanzhi.licensing import answers
from sanzhi.licensing.captions import CAPTIONS

LAW = "行政许可法第二十九条、第三十一条"
KINDS = {
    ApplicantKind.PERSON: PartyKind.PERSON,
    ApplicantKind.BUSINESS: PartyKind.INDIVIDUAL_BUSINESS,
    ApplicantKind.ORGANISATION: PartyKind.ORGANISATION,
}
WORDS = ("name", "representative", "address", "phone", "agent", "place")
IDENTITY = frozenset({"kind", "name", *NUMBERS})
ADDED = ("guardian", *NUMBERS, "representative", "address", "phone", "place", "content")
UNTOLD = frozenset({*NUMBERS, "phone"})  # a message says that they were entered, not which
SHORTEST = 2  # signs that a place or an address has at the window
LONGEST = 2000
TERM = "申请期限"


class Taken(PartyFields):
    """Of the window's order, what an application of the public site says too."""

    agent: str = Field(default="", max_length=60)
    place: Told = Field(min_length=SHORTEST, max_length=200)
    content: Told = Field(min_length=5, max_length=LONGEST)
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Filed:
    """`fields` as the window's order calls them, `answers` by the item's labels: only what was written and can be taken."""

    fields: dict[str, str]
    answers: dict[str, str]
    others: dict[str, str]  # answers that cannot be taken as they are
    term: tuple[date, date] | None = None


def read(row: Application, item: LicenceItem) -> Filed:
    said = {name: getattr(row, name).strip() for name in (*WORDS, *NUMBERS)}
    if row.kind == ApplicantKind.ORGANISATION:
        said["id_number"] = ""  # its representative's, of whom the window asks none
    said = {name: text for name, text in said.items() if says_something(text)}
    said = {name: text for name, text in said.items() if name in NUMBERS or len(text) >= _least(name)}
    said |= {"kind": KINDS[ApplicantKind(row.kind)].value}
    if content := content_of(row):
        said["content"] = content
    fields = {field.label: field for field in item.fields}
    pairs = ((label, text) for label, text in applications.answered(row) if label in fields)
    written = {label: plain(fields[label].question, text) for label, text in pairs}
    fit = {label: text for label, text in written.items() if _fits(fields[label], text)}
    others = {label: text for label, text in written.items() if text and label not in fit}
    term, written_term = _term(row, item), _written_term(row)
    if term is None and written_term:
        others[TERM] = written_term
    return Filed(fields=said, answers=fit, others=others, term=term)


def _term(row: Application, item: LicenceItem) -> tuple[date, date] | None:
    """The days of the question that the list marks as the term, unless the item allows no licence of that length."""
    for question, (_, text) in zip(row.ranges, applications.answered(row), strict=False):
        if question.is_term and (days := term_in(question, text)):
            most = item.longest_months
            return days if most is None or days[1] <= add_months(days[0], most) else None
    return None


def _written_term(row: Application) -> str:
    pairs = zip(row.ranges, applications.answered(row), strict=False)
    return next((text for question, (_, text) in pairs if question.is_term), "")


def _least(name: str) -> int:
    return SHORTEST if name in {"place", "address"} else 1


def _fits(field: ItemField, text: str) -> bool:
    return bool(text) and not answers.against(field, text)


def content_of(row: Application) -> str:
    """What is applied for, in the applicant's own answers; for which days stands in the term, and is not said twice."""
    pairs = zip(row.ranges, applications.answered(row), strict=False)
    said = ((label, answer) for question, (label, answer) in pairs if not question.is_term)
    lines = (f"{label}：{answer}" for label, answer in said if answer.strip())
    return "\n".join(lines)[:LONGEST].strip()


def is_of_item(row: Application, item: LicenceItem, *, titles: set[str]) -> Verdict:
    """`titles`: of the items in force; one that is called as the guide is the one that was asked for."""
    return Verdict.when(
        item.title == row.item_title or row.item_title not in titles,
        f"网上申请{row.number}申请的是“{row.item_title}”，不是“{item.title}”。",
        citation=LAW,
        remedy="请从“网上申请”打开，按申请的事项接收；申请人要改变事项的，由其撤回后重新申请。",
    )


def is_same(order: Taken, *, filed: Filed, said: dict[str, str], number: str) -> Verdict:
    """`said` are the answers of the order, `number` the one of the application."""
    other = [
        name for name, text in filed.fields.items() if not _alike(name, filed=text, said=getattr(order, name))
    ]
    if "agent" not in filed.fields and order.agent:
        other.append("agent")  # who files for himself has not said that another acts for him
    who = [CAPTIONS[name] for name in other if name in IDENTITY]
    rest = [CAPTIONS[name] for name in other if name not in IDENTITY]
    rest += [label for label, text in filed.answers.items() if said.get(label, "") != text]
    if filed.term is not None and (order.starts_on, order.ends_on) != filed.term:
        rest.append(TERM)
    return Verdict.when(
        not who,
        f"“{'”、“'.join(who)}”与网上申请{number}不同，不能以他人的名义接收。",
        citation=LAW,
        remedy="请按网上申请填写；另一人要申请的，由其自己提出申请。",
    ) & Verdict.when(
        not rest,
        f"“{'”、“'.join(rest)}”与申请人在网上申请{number}填写的不同。",
        citation=LAW,
        remedy="请按网上申请接收，需要改正的办理“一次告知补正”，由申请人补正；改变申请内容的，由其撤回后重新申请。",
    )


def _alike(name: str, *, filed: str, said: Any) -> bool:
    if name in NUMBERS:
        return plain_number(filed) == plain_number(str(said))
    return joined(filed) == joined(str(said).replace("\r\n", "\n").strip())


def filled_in(order: Taken, *, filed: Filed, said: dict[str, str]) -> list[str]:
    """What the order says beyond what was filed, a line each, for the applicant."""
    lines = [
        CAPTIONS[name] if name in UNTOLD else f"{CAPTIONS[name]}：{getattr(order, name)}"
        for name in ADDED
        if name not in filed.fields and getattr(order, name)
    ]
    said = {TERM: f"{chinese_date(order.starts_on)}至{chinese_date(order.ends_on)}"} | said
    for label, text in said.items():
        if label not in filed.answers and not (label == TERM and filed.term):
            was = f"（网上填写的是“{filed.others[label]}”）" if label in filed.others else ""
            lines.append(f"{label}：{text}{was}")
    return lines


def is_explained(lines: list[str], because: str) -> Verdict:
    return Verdict.when(
        bool(lines) is says_something(because),
        f"“{'”、“'.join(line.partition('：')[0] for line in lines)}”不是申请人在网上填写的，没有写明来源。"
        if lines
        else "没有补充网上申请以外的内容，不填写补充内容的来源。",
        citation=LAW,
        remedy=f"请在“{CAPTIONS['filled_because']}”写明根据申请人的哪份材料或者怎样的说明；没有补充的不填。",
    )


def told(lines: list[str], because: str) -> str:
    """For the applicant's page; empty where all is as it was filed."""
    if not lines:
        return ""
    parts = [
        "",
        "您没有填写、由窗口登记的内容：",
        *lines,
        f"来源：{because}",
        "与您申请的不符的，请告知窗口。",
    ]
    return "\n".join(parts)
