"""How a heading reads, and which rows below it are no records: a heading again, the numbers of the columns, hints for filling in."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

NEAR = 0.8  # of the characters of two headings are the same, in the same order
LONGEST = 40  # characters of a heading
NUMBERING = re.compile(r"^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]\s*")
BRACKETS = re.compile(r"[（(\[【][^）)\]】]*[）)\]】]")
ROW_OF_NUMBERS = frozenset({"栏次", "列次", "列号", "栏号", "序号", "编号"})
SERIES = ("甲乙丙丁戊己庚辛壬癸", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "一二三四五六七八九")
HINT = re.compile(
    r"^[(\[【<“]*(?:必填|选填|非必填|可不填|可选|必选|单选|多选|下拉|示例|示范文本|样例|范例|举例|例如|例:|如:"
    r"|填写说明|填报说明|填表说明|填写要求|填报要求|填写示例|填写样例|填写规范|请填写|请选择|请按|格式:|格式为|格式如)"
)
HINTED = re.compile("[填选例如格请示范]")
# such a word alone in the first cell speaks for the whole row
HINT_OF_ROW = re.compile(
    r"^[(\[【<“]*(?:必填|选填|必填项|示例|样例|范例|举例|例|填写说明|填报说明|填写要求|填报要求|填写示例|填写样例)\d{0,2}[)\]】>”]*:?$"
)


@lru_cache(maxsize=4096)  # the cells of a long sheet are much alike, and each is asked twice
def plain_heading(text: str) -> str:
    """A heading without what varies: spaces, numbering, brackets, full-width forms."""
    text = NUMBERING.sub("", squeezed(text))
    return BRACKETS.sub("", text).strip("*：:") or text.strip("()[]【】*：:")


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def is_near(heading: str, caption: str) -> bool:
    return SequenceMatcher(None, plain_heading(heading), plain_heading(caption)).ratio() >= NEAR


def why_aside(row: Sequence[str], *, own: Collection[str], known: frozenset[str]) -> str:
    """Why the row below a heading is no record; "" where it may be one. `own` are the heading's names, `known` all that fields have."""
    if max(map(len, row), default=0) > LONGEST and not HINTED.search("\n".join(row)):
        return ""  # for speed: nothing else has so long a cell
    filled = [text for text in dict.fromkeys(squeezed(cell) for cell in row if cell) if text]
    if _is_heading(filled, own=own, known=known):
        return "重复的表头"
    if _is_numbering(filled, width=len(own)):
        return "各列的编号"
    return "填写提示或者示例" if _is_hint(filled) else ""


def _is_heading(filled: Sequence[str], *, own: Collection[str], known: frozenset[str]) -> bool:
    """Most of its cells read as headings; a single one only under its own name."""
    if not filled or max(map(len, filled)) > LONGEST:
        return False
    if len(filled) == 1:
        return plain_heading(filled[0]) in own
    exact = sum(1 for text in filled if plain_heading(text) in known or plain_heading(text) in own)
    if exact in {0, len(filled)}:
        return exact > 0
    found = sum(1 for text in filled if plain_heading(text) in own or _reads_as(text, known))
    return found > 1 and found * 2 > len(filled)


@lru_cache(maxsize=2048)
def _reads_as(text: str, known: frozenset[str]) -> bool:
    plain = plain_heading(text)
    return plain in known or any(is_near(plain, caption) for caption in known)


def _is_numbering(filled: Sequence[str], *, width: int) -> bool:
    """（1）（2）（3）…, A B C …, 甲 乙 1 2 …; two are enough where the heading has no more."""
    words = [re.sub(r"=.*|^第|[栏列]$|[()\[\]]", "", text) for text in filled if text not in ROW_OF_NUMBERS]
    letters = next((row for row in SERIES if words and words[0].upper() == row[0]), "")
    lead = sum(1 for word, letter in zip(words, letters, strict=False) if word.upper() == letter)
    rest = words[lead:]
    return len(words) >= max(2, min(3, width)) and rest == [str(number + 1) for number in range(len(rest))]


def _is_hint(filled: Sequence[str]) -> bool:
    hints = sum(1 for text in filled if HINT.match(text))
    return bool(filled) and (hints * 2 > len(filled) or bool(HINT_OF_ROW.match(filled[0])))
