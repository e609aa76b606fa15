"""Which statute a basis names: a title that ends in 法, 法典 or 条例, with its article behind it; a 办法, 规定, 规则 is none."""

import re

from tests.lawful.chronicle.text import NUMERALS, plain

NAMED = re.compile(
    rf"([一-龥]{{1,40}}(?:(?<![办方做执违依合非守])法典?|条例))(?:\([^()]{{0,40}}\))?》?(?:\([^()]{{0,40}}\))?第[{NUMERALS}]+条"
)
# 平顶山市…, 河南省…; not 城市…, 集贸市场…
LOCAL = re.compile("[一-龥]{2,12}?(?:省|自治[区州县]|经济特区|(?<!城)市(?![容场政区民]))")


def named_in(basis: str) -> frozenset[str]:
    """law, regulation (行政法规), local (地方性法规): the levels of the statutes that the words name."""
    return frozenset(_level(title) for title in NAMED.findall(plain(basis)))


def _level(title: str) -> str:
    if title.endswith(("法", "法典")):
        return "law"
    return "local" if LOCAL.match(title) else "regulation"
