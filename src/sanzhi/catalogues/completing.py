"""What a sheet says without a column of its own: in its title, a section, a heading, a sentence about a time limit.

Taken only where the row has no such value; what is a guess is named, and a person must look at the row.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sanzhi.catalogues.columns import columns_of
from sanzhi.catalogues.mapping import choice_in
from sanzhi.catalogues.models import Kind
from sanzhi.kernel.sheets.headings import plain_heading

# the moment of a recording by the words of its matter, the first that fits (facts F6-02)
MOMENTS = (
    ("听证", "hearing"),
    ("陈述|申辩", "statement_defence"),
    ("登记保存|证据保全|抽样取证|调查取证", "evidence_preservation"),
    ("询问", "interview"),
    ("留置", "service_by_leaving"),
    ("公告送达", "service_by_publication"),
    ("送达", "service"),
    ("当场处罚|简易程序", "on_the_spot_penalty"),
    ("责令改正|整改|复查|核查", "correction_review"),
    ("查封|扣押", "seizure"),
    ("代履行", "performance_by_proxy"),
    ("拆除", "forced_demolition"),
    ("检查|勘验", "site_inspection"),
)
LIMIT = re.compile(r"(\d{1,3})个?(工作日|自然日|日|天)(?:内|以内|之内)?")
MONTHS = re.compile(r"(\d{1,2})月?\s*[-—–~～至到]\s*(\d{1,2})月")


@dataclass(frozen=True)
class Around:
    """What stands around a row: the texts over the heading, the headings, the section."""

    titles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    section: str = ""


@dataclass(frozen=True)
class Completed:
    """`guessed` are the captions of values that a person must confirm."""

    values: Mapping[str, Any]
    guessed: tuple[str, ...] = ()


def completed(kind: str, values: Mapping[str, Any], *, around: Around) -> Completed:
    """The row with what stands around it; nothing that it says itself is changed."""
    found = dict(values)
    guessed = []
    for column in columns_of(kind):
        if column.choices and not found.get(column.name):
            choice, is_sure = chosen(kind, column.choices, around=around)
            found |= {column.name: choice} if choice else {}
            guessed += [] if is_sure or not choice else [column.caption]
    if (
        kind == Kind.RECORDING
        and not found.get("moment")
        and (key := moment_of(str(found.get("matter", ""))))
    ):
        found["moment"] = key
        guessed.append("环节键")
    if kind == Kind.DISCLOSURE and not found.get("days"):
        found |= _limit(str(found.get("when", "")))
    if kind == Kind.SPOT_CHECKS and found.get("months"):
        found["months"] = MONTHS.sub(r"\1月至\2月", str(found["months"]))
    return Completed(found, tuple(guessed))


def chosen(kind: str, choices: tuple[str, ...], *, around: Around) -> tuple[str, bool]:
    """(value, whether it is sure): headings before sections before the title; two different headings say nothing."""
    heads = {
        choice for text in around.headings if (choice := choice_in(kind, plain_heading(text))) in choices
    }
    if len(heads) == 1:
        (head,) = heads
        return head, said_by_titles(choices, around) in {"", head}
    if section := within(choices, around.section):
        return section, True
    return said_by_titles(choices, around), False


def said_by_titles(choices: tuple[str, ...], around: Around) -> str:
    return next((said for text in around.titles if (said := within(choices, text))), "")


def within(choices: tuple[str, ...], text: str) -> str:
    """The longest choice that stands in the text."""
    return max((choice for choice in choices if choice in text), key=len, default="")


def moment_of(matter: str) -> str:
    """The key of the moment that a matter's words mean; "" where no word tells."""
    return next((key for words, key in MOMENTS if re.search(words, matter)), "")


def _limit(text: str) -> dict[str, Any]:
    found = LIMIT.findall(text)
    if len(found) != 1:
        return {}
    number, unit = found[0]
    return {"days": int(number), "unit": "working" if unit == "工作日" else "calendar"}
