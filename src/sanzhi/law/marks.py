"""By what one thing is told from all others: the number that it bears, its plate (行政处罚法 §28, §40)."""

import re
import unicodedata

from sanzhi.law.measures import are_alike

_PLATE = r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{5,6}"
_KINDS = "车牌号码|车牌号|车牌|号牌|车架号|发动机号|机身号|序列号|出厂编号|编号"
_MARK = re.compile(
    rf"(?P<kind>{_KINDS})?(?:为|是|[:\s])*(?P<plate>{_PLATE})"
    rf"|(?P<sort>{_KINDS})(?:为|是|[:\s])*(?P<number>[A-Z0-9][A-Z0-9-]+)",
    re.IGNORECASE,
)
# 编号 may be given anew to each list: with it the thing must be called the same
_COUNTED_BY_LIST = "编号"


def numbered_in(text: str) -> list[str]:
    """The things of a list that bear a number; 烧烤炉一台，编号A01 is one of them."""
    found: list[str] = []
    for part in re.split(r"[、，,；;。]", unicodedata.normalize("NFKC", text)):
        if found and (hit := _MARK.match(part.strip())) and hit.group("number"):
            found[-1] += part
        else:
            found.append(part)
    return [thing for thing in found if _MARK.search(thing)]


def numbers_in(thing: str) -> frozenset[str]:
    """The ends of them, which all lists write alike: by these they are looked for."""
    plain = unicodedata.normalize("NFKC", thing)
    rows = ((row.group("plate") or "")[2:] or row.group("number") for row in _MARK.finditer(plain))
    return frozenset(re.split("[·-]", number)[-1] for number in rows)


def are_one_thing(one: str, other: str) -> bool:
    """The same plate or serial number; or the same number of a list on what is called the same."""
    shared = _marks(one) & _marks(other)
    is_called_alike = are_alike(_called(one), _called(other))
    return any(kind != _COUNTED_BY_LIST or is_called_alike for kind, _ in shared)


def _marks(thing: str) -> frozenset[tuple[str, str]]:
    rows = _MARK.finditer(unicodedata.normalize("NFKC", thing))
    return frozenset(
        ("车牌", _letters(row.group("plate")))
        if row.group("plate")
        else (row.group("sort"), _letters(row.group("number")))
        for row in rows
    )


def _called(thing: str) -> str:
    """蓝色烧烤炉一台(编号A01) → 蓝色烧烤炉一台."""
    plain = _MARK.sub("", unicodedata.normalize("NFKC", thing))
    return re.sub(r"[^\w]", "", plain)


def _letters(number: str) -> str:
    return "".join(letter for letter in number.upper() if letter.isalnum())
