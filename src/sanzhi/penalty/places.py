"""Whether two wordings name one place: with or without its province, city, county and town (行政处罚法 §29)."""

import re
import unicodedata

# 小区, 社区, 市场, 市政, 区域 are no parts of the country; a street ends the towns before it
_UNIT = re.compile(
    r"(?:(?![路街道巷弄号])[一-龥]){1,8}?"
    r"(?:省|自治区|市(?![场政民])|自治州|县|(?<![小社])区(?![域间])|镇(?!政)|乡(?!政)|街道办事处)"
)
# a house number alone, or 门前, says nothing of where
_NAMED = re.compile(r"[一-龥]{2}.{2}")


def plain_place(text: str) -> str:
    """Without what does not tell one place from another: blanks, stops, full-width figures, 门前."""
    plain = unicodedata.normalize("NFKC", text)
    letters = "".join(letter for letter in plain if letter.isalnum())
    return letters.removesuffix("门前").removesuffix("门口")


def is_one_place(one: str, other: str) -> bool:
    """The same words; or the same street and number, where neither names another town than the other."""
    if one == other:
        return True
    (units, rest), (others, there) = _parted(one), _parted(other)
    return rest == there and bool(_NAMED.match(rest)) and _agree(units, others)


def _parted(place: str) -> tuple[list[str], str]:
    """舞钢市演示大道8号 → ([舞钢市], 演示大道8号)."""
    units: list[str] = []
    while (found := _UNIT.match(place)) and found.end() < len(place):
        units.append(found.group())
        place = place[found.end() :]
    return units, place


def _agree(one: list[str], other: list[str]) -> bool:
    """One leaves out what the other names, or both name the last alike."""
    fewer, more = sorted((one, other), key=len)
    return set(fewer) <= set(more) or fewer[-1] == more[-1]
