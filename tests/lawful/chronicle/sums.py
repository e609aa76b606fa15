"""Sums of money in free words, in digits and in Chinese numerals: 9,000元, 0.9万元, 玖仟元整, 一万二千元, 伍角."""

import re
from decimal import Decimal
from functools import lru_cache

from tests.lawful.chronicle.text import plain

SPOKEN = {letter: n for n, letter in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
FORMAL = {letter: n for n, letter in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "參": 3, "陸": 6}
FIGURES = SPOKEN | FORMAL
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
GROUPS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
LONGEST = 40  # letters of a sum that anybody writes
DIGITS = r"(?>\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d++)(?:\.\d{1,9})?+"
ONE = f"(?:{DIGITS}|[{''.join(FIGURES)}])"
NUMERALS = f"{''.join(FIGURES)}{''.join(UNITS)}{''.join(GROUPS)}"
NUMBER = rf"(?<![{NUMERALS}\d])(?>(?:{DIGITS}|[{NUMERALS}]){{1,{LONGEST}}})"
YUAN = "(?:元|圆|圓|块)"
TOKEN = re.compile(f"{DIGITS}|.")
SMALL = f"(?:({ONE})角)?(?:零?({ONE})分)?"
# a range names no sum: 五百元以上一千元以下
SUM = re.compile(f"(?:¥({NUMBER})|({NUMBER}){YUAN}){YUAN}?{SMALL}(?!以[上下内])")
END = "(?:整|正)?(?!以[上下内])"
BARE = rf"({NUMBER})(?:{YUAN}{SMALL}|(?=$|[^\w%]))"  # 罚款5000 and nothing behind it
FILLERS = "(?:人民币|数额|金额|共计|合计|计|为|是|[:()¥])*"
BESIDE = rf"(?:\((?:小写|大写|即|计)?:?(?:人民币)?¥?({NUMBER}){YUAN}?(?:整|正)?\))?"
FINE = re.compile(
    rf"罚款(?:人民币)?¥?{BARE}{END}{BESIDE}"
    rf"|(?:罚款|处罚){FILLERS}({NUMBER}){YUAN}{SMALL}{END}{BESIDE}"
    rf"|({NUMBER}){YUAN}{SMALL}(?:整|正)?的?罚款"
)


@lru_cache(maxsize=4096)
def number_of(words: str) -> Decimal | None:
    """一万二千 → 12000, 一万二 → 12000, 0.9万 → 9000, 二〇〇 → 200; None where a letter is no numeral."""
    whole = group = Decimal(0)
    digit: Decimal | None = None
    unit, last = 1, ""
    for token in TOKEN.findall(plain(words)) if len(words) <= LONGEST else ():
        if token in UNITS:
            count = 1 if digit is None or (digit == 0 and token == "十") else digit
            group, digit, unit = group + count * UNITS[token], None, UNITS[token]
        elif token in GROUPS:
            rest = group + (digit or 0)
            whole = (whole + rest) * GROUPS[token] if token in "亿億" else whole + rest * GROUPS[token]
            group, digit, unit = Decimal(0), None, GROUPS[token]
        elif token in FIGURES:
            unit = 1 if FIGURES[token] == 0 else unit
            digit = (digit or 0) * 10 + FIGURES[token]
        elif token[0].isdecimal():
            digit, unit = Decimal(token.replace(",", "")), 1
        else:
            return None
        last = token
    short = unit // 10 if last in SPOKEN and unit >= 100 else 1  # 一万二, 三千五
    return whole + group + (digit or 0) * short if last else None


def sums_in(text: str | None) -> frozenset[Decimal]:
    """Every sum that the words name."""
    return frozenset(_sum(signed or named, *small) for signed, named, *small in SUM.findall(plain(text)))


def fines_in(text: str | None) -> frozenset[Decimal]:
    """The sums of the fines that the words name: 罚款捌佰元整（¥800）, 罚款玖元玖角, 处以五千元罚款."""
    found: set[Decimal] = set()
    for one, t1, h1, beside, two, t2, h2, beside_two, three, t3, h3 in FINE.findall(plain(text)):
        parts = ((one, t1, h1), (beside,), (two, t2, h2), (beside_two,), (three, t3, h3))
        found |= {_sum(*part) for part in parts if part[0] and number_of(part[0]) is not None}
    return frozenset(found)


def _sum(*parts: str) -> Decimal:
    """元, 角, 分; what is empty is nothing."""
    return sum(
        ((number_of(part or "零") or Decimal(0)) / 10**place for place, part in enumerate(parts)), Decimal(0)
    )


WORKING_DAYS = re.compile(f"([{NUMERALS}]{{1,5}})个工作日")


def working_days_in(text: str | None) -> int | None:
    """How many working days the words leave: 十个工作日内; None where they name none."""
    hit = WORKING_DAYS.search(plain(text))
    count = number_of(hit[1]) if hit else None
    return int(count) if count is not None else None
