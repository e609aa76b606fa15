"""How old somebody is said to be, also about: of 十五六 the lower counts, so that a child is not read as grown up."""

import re

DIGITS = "一二三四五六七八九"
NUMERALS = "一二两三四五六七八九十几百零〇○"
APART = r"(?:[、,，/~～\\-—–至到或][ ]?)"
SPOKEN_AGE = rf"(?:[0-9]{{1,3}}{APART})?[0-9]{{1,3}}[来几多余]?|(?:[{NUMERALS}]{{1,4}}{APART})?[{NUMERALS}]{{1,4}}[来多余]?"
GROWN = 100  # what cannot be read makes no child
PARTS = re.compile(rf"(?:([{DIGITS}两]{{0,2}})(十))?([{DIGITS}两几]{{0,2}})")


def least(written: str) -> int:
    """The lower of what is said: 十五六 is 15, 七八 is 7, 十几 is 10, 二十来 is 20, 16、17 is 16."""
    first = re.split(APART, written)[0].rstrip("来多余")
    if digits := re.match("[0-9]+", first):
        return int(digits[0])
    found = PARTS.fullmatch(first)
    if not first or found is None:
        return GROWN
    tens, ten, ones = found.groups()
    return (10 * (_first(tens) or 1) if ten else 0) + _first(ones)


def _first(numeral: str | None) -> int:
    """Of two neighbours (五六) the lower; 几 says nothing above none."""
    first = (numeral or "几")[0]
    return 2 if first == "两" else DIGITS.find(first) + 1
