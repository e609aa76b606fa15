"""How the words on remedies are read: each period with what it is for, reconsideration with whom it is asked of."""

import re

from tests.lawful.chronicle.text import NUMERALS, plain

# what the paper tells beside the two ways: after a reconsideration, during one, without any
AFTER = re.compile("[^,]*(?:复议决定|复议不服).*")
ASIDE = re.compile("期间|停止执行|强制执行|逾期|不履行|另有规定")
PARTS = re.compile("[。;]|或者|也可以?|亦可")
SIGNS = re.compile(
    f"(?<![{NUMERALS}])(?:(?P<sixty>(?:六十|60)[日天])|(?P<months>[六6]个月))|(?P<review>复议)|(?P<court>起诉|诉讼|法院)"
)
WRONG_BODY = re.compile(
    "上一?级|向[本我](?:局|机关|单位)[^,]*复议|向[^,法院复议]*政府[^,法院复议]*(?:起诉|诉讼)"
)


def is_right_remedy(words: str) -> bool:
    """Reconsideration within sixty days by the government of the same level, a court within six months."""
    parts = [_bare(part) for part in PARTS.split(plain(words))]
    pairs = {pair for part in parts for pair in _pairs(part)}
    asked = "".join(part for part in parts if "复议" in part)
    body = "政府" in asked and not any(WRONG_BODY.search(part) for part in parts)
    return body and pairs == {("sixty", "review"), ("months", "court")}


def _bare(part: str) -> str:
    """The two ways alone."""
    return ",".join(clause for clause in AFTER.sub("", part).split(",") if not ASIDE.search(clause))


def _pairs(part: str) -> set[tuple[str, str]]:
    """Each period with the first way named behind it and before the next, else with the one right before it."""
    signs = [str(hit.lastgroup) for hit in SIGNS.finditer(part)]
    pairs = set()
    for place, sign in enumerate(signs):
        if sign not in {"sixty", "months"}:
            continue
        behind = signs[place + 1 : place + 2]
        before = signs[place - 1 : place] if place else []
        way = next((row for row in (*behind, *before) if row in {"review", "court"}), "")
        pairs |= {(sign, way)}
    return pairs
