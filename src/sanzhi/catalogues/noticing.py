"""What a careful reader notices in a sheet before anything is written: contradictions, old editions, misspellings, gaps.

Each is a sentence for the person who imports; none stops the import, for the person may know better.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sanzhi.catalogues.columns import columns_of, title_column
from sanzhi.catalogues.completing import Around, chosen, said_by_titles
from sanzhi.catalogues.mapping import ORDINAL, fields_in
from sanzhi.catalogues.models import Kind
from sanzhi.catalogues.schemas import SCHEMAS
from sanzhi.law.citations import titles_in
from sanzhi.statutes import queries as statutes

EDITION = re.compile(r"《(?P<title>(?:[^《》]|《[^《》]+》)+)》[（(](?P<aside>[^（）()]{4,120})[）)]")
DAY = re.compile(r"(\d{4})年(?:(\d{1,2})月(\d{1,2})日)?")
DOUBLED = re.compile(r"(?=(?P<letter>[一-鿿])(?P=letter)(?P<after>[一-鿿]?))")
LAST = re.compile(r"[一-鿿]$")
JOINTS = frozenset("的和及或与等在对")
MANY = 12  # different characters beside a word: it goes on in all sorts of ways, so it ends there
# 天天, 人人: doubled on purpose
ON_PURPOSE = frozenset("天人年月日常仅刚渐等样各个种处家次件步层上下多少大小好慢快早")
SHOWN = 20
Contents = Sequence[tuple[int, Mapping[str, Any]]]  # (row of the sheet, values)


def notices(
    kind: str, rows: Contents, *, columns: Mapping[int, str], around: Around, text: str
) -> tuple[str, ...]:
    """Everything noticed; `text` is all that stands in the sheet (2 queries)."""
    found = [
        *_contradictions(kind, around),
        *_old_editions(kind, rows),
        *_misspelt(kind, rows, text=text),
        *_late(kind, rows),
        *_absent(kind, columns, around=around),
    ]
    if ORDINAL in columns.values() and "code" not in columns.values():
        found.append("“序号”不作编码：新增的行由系统拟定编码，标“拟”，导入后可以改。")
    return tuple(found[:SHOWN])


def _contradictions(kind: str, around: Around) -> Iterator[str]:
    for column in columns_of(kind):
        if not column.choices:
            continue
        head, title = chosen(kind, column.choices, around=around)[0], said_by_titles(column.choices, around)
        if head and title and head != title:
            yield f"表的名称写“{title}”，列名写“{head}”，两处不一致：按列名记为“{head}”，各行标“待核对”，请核对原表。"


def _old_editions(kind: str, rows: Contents) -> Iterator[str]:
    """A basis cited in an edition older than the one in force."""
    titles = statutes.titles()
    current = {row.statute.short_title: row.adopted_on for row in statutes.current_versions()}
    named: dict[tuple[str, date], list[int]] = {}
    unknown: dict[str, list[int]] = {}
    for number, values in rows:
        for said in (str(values.get(name, "")) for name in SCHEMAS[kind].basis_fields):
            for title in titles_in(said):
                unknown.setdefault(title, []).extend([] if titles.short(title) in current else [number])
            for found in EDITION.finditer(re.sub(r"\s", "", said)):
                days = [_day(parts) for parts in DAY.findall(found["aside"])]
                if latest := max(filter(None, days), default=None):
                    named.setdefault((found["title"], latest), []).append(number)
    for (title, day), numbers in named.items():
        adopted = current.get(titles.short(title))
        if adopted and day < adopted:
            yield (
                f"{_rows(numbers)}依据《{title}》写的是{day.year}年的版本，本系统中现行的是{adopted.isoformat()}的版本，"
                "条、款可能已经变动，请核对。"
            )
    missing = [title for title, numbers in unknown.items() if numbers]
    if missing:
        yield f"依据{'、'.join(f'《{title}》' for title in missing[:6])}还没有导入，条文和版本没有核对。"


def _day(said: tuple[str, str, str]) -> date | None:
    """A year alone is its last day: an edition of that year may be the one in force."""
    year, month, day = said
    try:
        return date(int(year), int(month or 12), int(day or 31))
    except ValueError:
        return None


def _misspelt(kind: str, rows: Contents, *, text: str) -> Iterator[str]:
    """搭建建临时: a character twice, and not because one word ends and the next begins with it, as in 公共共有."""
    name = title_column(kind)
    is_wrong: dict[str, bool] = {}
    seen: set[str] = set()
    for number, values in rows:
        title = str(values.get(name, ""))
        for found in DOUBLED.finditer(title):
            letter, start = found["letter"], found.start()
            if letter in ON_PURPOSE or title in seen or title[max(0, start - 1) : start] == "一":
                continue
            around = title[max(0, start - 1) : start + 3]
            if around not in is_wrong:
                is_wrong[around] = _is_misspelt(found, title, text=text)
            if is_wrong[around]:
                seen.add(title)
                yield f"第{number}行“{title[max(0, start - 1) : start + 4]}”像是多写了一个“{letter}”，请核对。"


def _is_misspelt(found: re.Match[str], title: str, *, text: str) -> bool:
    """No law writes it like this, and it is not one word that ends and another that begins."""
    letter, after = found["letter"], found["after"]
    doubled = f"{letter}{letter}{after}"
    if statutes.is_written(doubled):
        return False
    elsewhere = text.replace(doubled, "")
    first = LAST.search(title[: found.start()])
    ends = first and _is_apart(_beside(f"{first[0]}{letter}", elsewhere)[1])
    return not (ends and _is_apart(_beside(f"{letter}{after or letter}", elsewhere)[0]))


def _beside(word: str, text: str) -> tuple[set[str], set[str]]:
    """The characters before and after the word, in the laws and in the text."""
    before, after = statutes.neighbours(word)
    for found in re.finditer(f"(.?){re.escape(word)}(?=(.?))", text):
        before.add(found[1])
        after.add(found[2])
    return before, after


def _is_apart(beside: set[str]) -> bool:
    return len(beside) >= MANY or any(map(_is_joint, beside))


def _is_joint(letter: str) -> bool:
    return not letter.isalnum() or letter in JOINTS


def _late(kind: str, rows: Contents) -> Iterator[str]:
    """国办发〔2018〕118号二(六): decisions on penalties and licences within 7 working days, others within 20."""
    if kind != Kind.DISCLOSURE:
        return
    late = [
        number
        for number, values in rows
        if re.search(
            "行政处罚|行政许可|处罚决定|许可决定", f"{values.get('category', '')}{values.get('what', '')}"
        )
        and (values.get("days") or 0) > 7
    ]
    if late:
        yield f"{_rows(late)}行政处罚、行政许可的公示期限长于7个工作日（国办发〔2018〕118号二(六)），请核对。"


def _absent(kind: str, columns: Mapping[int, str], *, around: Around) -> Iterator[str]:
    """What the public page wants and the sheet has no column for."""
    there = {field for word in columns.values() for field in fields_in(word)}
    there |= {"tiers"} if any(field.startswith("tiers.") for field in there) else set()
    wanted = [
        column.caption
        for column in columns_of(kind)
        if column.is_wanted
        and column.name not in there
        and not (column.choices and chosen(kind, column.choices, around=around)[0])
    ]
    if wanted:
        yield f"表中没有这些列：{'、'.join(wanted)}。导入后新增的行缺这些内容，报送前应当补上。"


def _rows(numbers: Iterable[int]) -> str:
    said = [str(number) for number in dict.fromkeys(numbers)]
    return f"第{'、'.join(said[:8])}{'等' if len(said) > 8 else ''}行："
