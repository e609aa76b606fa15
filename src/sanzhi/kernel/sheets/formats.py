"""Numbers and days as a person sees them in Excel: 5%, 0375, ¥1,234.50, 2024年3月. No digit is lost by rounding.

A day shown without its year is mostly no day: Excel makes one of 1-2. It is told as a doubt and never taken.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
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
SPELT = re.compile(r"\[dbnum\d", re.IGNORECASE)  # 伍, 五
SCIENTIFIC = re.compile(r"[0#?]e[+-]")
PLAIN = frozenset({"general", "g/通用格式", "@"})
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
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        return _shown_text(value, code.split(";"))
    if isinstance(value, time | timedelta):
        return _shown_time(value)
    plain = code.split(";")[0]
    bare = _bare(plain)
    if isinstance(value, date) or (re.search("[ymd]", bare) and not re.search("[hs]", bare)):
        return _shown_date(value, set(bare) | ({"年"} & set(plain)))
    if isinstance(value, int | float) and not re.search("[ymdhs]", bare):
        return _shown_number(Decimal(repr(value)), code)
    return None


def _bare(code: str) -> str:
    """The format without colours, conditions and words."""
    return LITERAL.sub("", re.sub(r"\[[^$\]]*\]", "", code)).lower().strip()


def _shown_text(text: str, parts: Sequence[str]) -> Shown | None:
    """The fourth part of a format, or the only one with @, is for texts: it may add words or show nothing."""
    part = parts[3] if len(parts) > 3 else parts[-1]
    if len(parts) <= 3 and "@" not in LITERAL.sub("", part):
        return None
    return None if _bare(part) == "@" and not _words(part) else _other(text)


def _other(text: str) -> Shown:
    return Shown(text, f"存的是{text}，表格按格式显示成别的样子，不能照样子读")


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


def _shown_date(value: object, letters: set[str]) -> Shown | None:
    day = _day(value)
    if day and not letters & set("hs"):
        return _shown_day(day, letters)
    # a day with a time, of which only the time is shown
    if isinstance(value, datetime) and "y" not in letters:
        return _not_whole(value.date(), value.isoformat(" ", "minutes"))
    return None


def _not_whole(day: date, text: str) -> Shown:
    return Shown(text, f"显示的不是整个日期，Excel把它存成了日期{day.isoformat()}，不知道原来写的是什么")


def _shown_day(day: date, letters: set[str]) -> Shown:
    if {"y", "m", "d"} <= letters:
        return Shown(day.isoformat())
    if {"y", "m"} <= letters:
        return Shown(f"{day.year}年{day.month}月")
    if "y" in letters:
        return Shown(f"{day.year}年" if "年" in letters else str(day.year))
    if {"m", "d"} <= letters:
        seen = f"{day.month}-{day.day}"
        return Shown(seen, f"显示为{seen}，Excel却把它存成了日期{day.isoformat()}，不知道原来写的是什么")
    return _not_whole(day, day.isoformat())


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
    """Raises nothing: what cannot be shown as Excel does is a doubt. A format's second part is for what is below zero, its third for zero."""
    if SCIENTIFIC.search(_bare(code)):
        return None
    if SCALED.search(code) or BETWEEN.search(code) or SPELT.search(code):
        return _other(f"{value:f}")
    parts = code.split(";")
    if value == 0 and len(parts) > 2 and _words(parts[2]) != "-":
        return _figure(value, parts[2])
    if value >= 0 or len(parts) == 1:
        found = _figure(abs(value), parts[0])
        return Shown(f"-{found.text}", found.doubt) if found and value < 0 else found
    return _figure(-value, parts[1])


def _words(code: str) -> str:
    """What the format writes besides the number or the text."""
    said = "".join(found[1] or found[2] or found[3] or "" for found in LITERAL.finditer(code))
    return said.strip() + re.sub(r"[#0?.,@%]", "", _bare(code)).strip()


def _figure(value: Decimal, code: str) -> Shown | None:
    if _bare(code) in PLAIN and _words(code) in {"", *PLAIN}:
        return None
    words = LITERAL.sub(lambda found: (found[1] or found[2] or found[3] or "").replace("%", ""), code)
    found = NUMBER.fullmatch(re.sub(r"\[[^\]]*\]", "", words).strip())
    if found is None or re.search("[a-z]", _bare(code)) or (not value and "0" not in found["figure"]):
        return _other(f"{value:f}")
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
