"""Numbers and days as a person sees them in Excel: 5%, 0375, ¥1,234.50, 2024年3月. No digit is lost by rounding.

A day shown without its year is mostly no day: Excel makes one of 1-2. It is told as a doubt and never taken.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from xml.etree import ElementTree as ET

from sanzhi.kernel.sheets.container import PLACE, column_index, visible_sheets

STYLES = "xl/styles.xml"
STYLED = re.compile(rb'<(?:\w+:)?c(\s[^<>]*?\ss="[1-9]\d*"[^<>]*)>')
STYLE = re.compile(rb'\ss="(\d+)"')
# what Excel knows by number only; 27 to 58 as the Chinese edition shows them
BUILT_IN = {
    9: "0%",
    10: "0.00%",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    37: "#,##0",
    39: "#,##0.00",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    14: "yyyy-m-d",
    15: "yyyy-m-d",
    16: "m-d",
    17: 'yyyy"年"m"月"',
    22: "yyyy-m-d h:mm",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "yyyy-m-d",
    31: 'yyyy"年"m"月"d"日"',
}
LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|_.|\*.')
NUMBER = re.compile(
    r"(?P<before>[^#0?%]*)(?P<figure>[#0?,]*[#0?](?:\.(?P<decimals>[0#?]+))?)(?P<after>[^#0?]*)"
)
# 0.0, and [>=10000]0.0: scaled by a thousand, or another look for another size; 00-00 and 0\.0: marks between the digits
SCALED = re.compile(r"[#0?],+(?![#0?,])|\[[<>=]")
BETWEEN = re.compile(r"[#0?](?:\"[^\"]+\"|\\.|[^#0?.,\"\\%;\[\]_*\s])+[#0?]")
EPOCH = datetime(1899, 12, 30)
Places = Mapping[tuple[int, int], str]


@dataclass(frozen=True)
class Shown:
    """`doubt` is a sentence about a cell that nobody may take as it is."""

    text: str
    doubt: str = ""


def looks(packed: bytes) -> dict[str, Places]:
    """By sheet: the formats of its cells by (row, column) index; cells without one are left out."""
    with zipfile.ZipFile(io.BytesIO(packed)) as book:
        if STYLES not in book.namelist():
            return {}
        codes = _codes(book.read(STYLES))
        return {title: _places(book.read(entry), codes) for title, entry in visible_sheets(book)}


def shown(value: object, code: str) -> Shown | None:
    """The cell as Excel shows it; None where its plain value says the same."""
    plain = code.split(";")[0]
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return None
    if isinstance(value, time | timedelta):
        return _shown_time(value)
    bare = LITERAL.sub("", re.sub(r"\[[^$\]]*\]", "", plain)).lower()
    if re.search("[ymd]", bare) and not re.search("[hs]", bare):
        day = _day(value)
        return _shown_day(day, set(bare) | ({"年"} & set(plain))) if day else None
    if isinstance(value, int | float) and not re.search("[a-z]", bare):
        return _shown_number(Decimal(repr(value)), code)
    return None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date() if (value.hour, value.minute, value.second) == (0, 0, 0) else None
    if isinstance(value, int | float):
        return (
            (EPOCH + timedelta(days=int(value))).date()
            if 0 < value < 200_000 and value == int(value)
            else None
        )
    return value if isinstance(value, date) else None


def _shown_day(day: date, letters: set[str]) -> Shown | None:
    if {"y", "m", "d"} <= letters:
        return Shown(day.isoformat())
    if {"y", "m"} <= letters:
        return Shown(f"{day.year}年{day.month}月")
    if "y" in letters:
        return Shown(f"{day.year}年" if "年" in letters else str(day.year))
    if {"m", "d"} <= letters:
        seen = f"{day.month}-{day.day}"
        return Shown(seen, f"显示为{seen}，Excel却把它存成了日期{day.isoformat()}，不知道原来写的是什么")
    return None


def _shown_time(value: time | timedelta) -> Shown | None:
    """1:2 typed into Excel becomes a time of the day."""
    seconds = (
        round(value.total_seconds())
        if isinstance(value, timedelta)
        else value.hour * 3600 + value.minute * 60 + value.second
    )
    seen = f"{seconds // 3600}:{seconds // 60 % 60:02}" + (f":{seconds % 60:02}" if seconds % 60 else "")
    return Shown(seen, f"显示为{seen}，Excel把它存成了时间，不知道原来写的是什么")


def _shown_number(value: Decimal, code: str) -> Shown | None:
    """Raises nothing: what cannot be shown as Excel does is a doubt. A format's second part is for what is below zero."""
    if SCALED.search(code) or BETWEEN.search(code):
        return Shown(f"{value:f}", f"存的数是{value:f}，表格按格式显示成别的样子，不能照样子读")
    parts = code.split(";")
    if value >= 0 or len(parts) == 1:
        found = _figure(abs(value), parts[0])
        return Shown(f"-{found.text}") if found and value < 0 else found
    return _figure(-value, parts[1])


def _figure(value: Decimal, code: str) -> Shown | None:
    words = LITERAL.sub(lambda found: (found[1] or found[2] or found[3] or "").replace("%", ""), code)
    found = NUMBER.fullmatch(re.sub(r"\[[^\]]*\]", "", words).strip())
    if found is None:
        return None
    per_cent = "%" in found["after"]
    amount = value * 100 if per_cent else value
    places = max(len((found["decimals"] or "").rstrip("#?")), -int(amount.normalize().as_tuple().exponent))
    figure = found["figure"].partition(".")[0]
    least = figure.replace(",", "").count("0")
    text = f"{amount:{',' if ',' in figure else ''}.{places}f}"
    if "," not in figure:
        whole, point, rest = text.partition(".")
        text = f"{whole.zfill(least)}{point}{rest}"
    return Shown(f"{found['before'].strip()}{text}{found['after'].strip()}")


def _codes(xml: bytes) -> list[str]:
    """The format of each style, in the order in which cells name them."""
    root = ET.fromstring(xml)
    own = {
        int(row.get("numFmtId", "0")): row.get("formatCode", "")
        for row in root.iter()
        if row.tag.endswith("}numFmt")
    }
    styles: Iterable[ET.Element] = next((row for row in root if row.tag.endswith("}cellXfs")), ())
    numbers = [int(row.get("numFmtId", "0")) for row in styles]
    return [own.get(number, BUILT_IN.get(number, "")) for number in numbers]


def _places(xml: bytes, codes: list[str]) -> Places:
    found: dict[tuple[int, int], str] = {}
    for attributes in STYLED.findall(xml):
        place, style = PLACE.search(attributes), STYLE.search(attributes)
        number = int(style[1]) if style else 0
        code = codes[number] if number < len(codes) else ""
        if place and code and code.lower() != "general":
            found[int(place[2]) - 1, column_index(place[1])] = code
    return found
