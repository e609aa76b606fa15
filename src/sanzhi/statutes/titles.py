"""Which imported statute a name means: its title, or a short form that fits one of them only. Never the likeliest."""

import re
from collections.abc import Iterable

from sanzhi.law.citations import Citation

PREFIX = "中华人民共和国"
KIND = re.compile(r"(法典|法|条例|办法|规定|决定|规则)$")
INNER, OUTER = str.maketrans("《》", "〈〉"), str.maketrans("〈〉", "《》")
LONGEST = 6  # a longer name is a title of its own, imported or not
# titles of laws that are also the end of other laws' titles (教育法, 义务教育法)
WHOLE = frozenset({"教育法", "合同法", "保险法", "仲裁法", "环境保护法"})


class Titles:
    """`key(citation)` is (short title, article, suffix); a name that is not known stands for itself."""

    def __init__(self, short_titles: Iterable[str]) -> None:
        self.short_titles = frozenset(short_titles)
        self._known: dict[str, str] = {}

    def key(self, citation: Citation) -> tuple[str, int, int]:
        return self.short(citation.statute), citation.article, citation.suffix

    def short(self, name: str) -> str:
        """The short title meant by `name`."""
        plain = name.removeprefix(PREFIX)
        if plain not in self._known:
            # within a title another one stands in 〈〉 or, as many print it, in 《》
            same = next(
                (
                    alike
                    for alike in (plain, plain.translate(INNER), plain.translate(OUTER))
                    if alike in self.short_titles
                ),
                "",
            )
            self._known[plain] = same or self._abbreviated(plain)
        return self._known[plain]

    def _abbreviated(self, name: str) -> str:
        kind = KIND.search(name)
        if kind is None or len(name) > LONGEST or len(stem := name[: kind.start()]) < 2 or name in WHOLE:
            return name
        fitting = [title for title in self.short_titles if title.endswith(name)]
        # 市容条例 leaves words out; laws are told apart by less (劳动法 is not 劳动合同法)
        if not fitting and kind[1] != "法":
            fitting = [title for title in self.short_titles if title.endswith(kind[1]) and stem in title]
        return fitting[0] if len(fitting) == 1 else name
