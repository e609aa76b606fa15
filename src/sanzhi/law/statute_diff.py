"""What changed between two versions of a statute, article by article: unchanged, changed, added, ended, renumbered.

Refuses to guess that a citation still fits: where paragraphs cannot be aligned for certain, it counts as touched.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.citations import Citation
from sanzhi.law.statute_text import Article, Paragraph
from sanzhi.law.text_diff import Span, plain, spans

SAME, CHANGED, ADDED, ENDED, RENUMBERED = "same", "changed", "added", "ended", "renumbered"
CAPTIONS = {SAME: "未变", CHANGED: "修改", ADDED: "新增", ENDED: "删去", RENUMBERED: "条号变动"}
# share of common character pairs from which an article under another number is the successor
ALIKE = 0.55


@dataclass(frozen=True)
class ArticleChange:
    """`old` is None for an added article, `new` for an ended one; renumbered ones may have changed as well."""

    kind: str
    old: Article | None
    new: Article | None

    @property
    def caption(self) -> str:
        return CAPTIONS[self.kind]

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        return spans(text_of(self.old), text_of(self.new))

    @property
    def is_text_same(self) -> bool:
        return self.old is not None and self.new is not None and _plain(self.old) == _plain(self.new)

    def touches(self, citation: Citation) -> bool:
        """Whether the law that `citation` (of the old article) names is no longer the same."""
        if self.kind == SAME or self.old is None:
            return False
        if self.kind != CHANGED or self.new is None:
            return True
        if not citation.paragraph and not citation.item:
            return True
        return not _is_sure_same(self.old.paragraphs, self.new.paragraphs, citation=citation)


def text_of(article: Article | None) -> str:
    """The article as lines: paragraphs, items with their numbers, subitems. Empty for none."""
    if article is None:
        return ""
    lines: list[str] = []
    for paragraph in article.paragraphs:
        lines += [paragraph.text] if paragraph.text else []
        for item in paragraph.items:
            lines += [f"（{numeral_of(item.number)}）{item.text}", *item.subitems]
    return "\n".join(lines)


def compare(old: Sequence[Article], new: Sequence[Article]) -> tuple[ArticleChange, ...]:
    """Every article of both versions once, in the order of the new one; ended ones stand where they stood."""
    pairs = _paired(old, new)
    taken = set(pairs.values())
    changes: list[ArticleChange] = []
    waiting = [ArticleChange(ENDED, article, None) for article in old if _label(article) not in pairs]
    origin = {label: article for article in old if (label := pairs.get(_label(article)))}
    for article in new:
        before = origin.get(_label(article))
        while waiting and waiting[0].old is not None and _label(waiting[0].old) <= _label(before or article):
            changes.append(waiting.pop(0))
        if before is None or _label(article) not in taken:
            changes.append(ArticleChange(ADDED, None, article))
        else:
            changes.append(ArticleChange(_kind(before, article), before, article))
    return tuple(changes + waiting)


def ended(old: Sequence[Article]) -> tuple[ArticleChange, ...]:
    """Every article, when the whole statute ends."""
    return tuple(ArticleChange(ENDED, article, None) for article in old)


Label = tuple[int, int]


def _label(article: Article) -> Label:
    return article.number, article.suffix


def _plain(article: Article) -> str:
    return plain(text_of(article))


def _kind(old: Article, new: Article) -> str:
    if _label(old) != _label(new):
        return RENUMBERED
    return SAME if _plain(old) == _plain(new) else CHANGED


def _paired(old: Sequence[Article], new: Sequence[Article]) -> dict[Label, Label]:
    """Old label → new label: the same text under the same number, then elsewhere, then what is most alike."""
    before = {_label(article): _plain(article) for article in old}
    after = {_label(article): _plain(article) for article in new}
    pairs = {label: label for label, text in before.items() if after.get(label) == text}
    free = {label: text for label, text in after.items() if label not in pairs}
    places: dict[str, list[Label]] = defaultdict(list)
    for label, text in free.items():
        places[text].append(label)
    for label, text in before.items():
        if label not in pairs and places.get(text):
            pairs[label] = places[text].pop(0)
            del free[pairs[label]]
    left = {label: text for label, text in before.items() if label not in pairs}
    for _, _, one, other in sorted(_likeness(left, free)):
        if one in left and other in free:
            pairs[one] = other
            del left[one], free[other]
    # under the same number stands something else: whoever cites it must look
    pairs |= {label: label for label in left if label in free}
    return pairs


def _likeness(old: dict[Label, str], new: dict[Label, str]) -> list[tuple[float, int, Label, Label]]:
    """(unlikeness, distance, old, new) of the pairs alike enough; a common number helps."""
    places: dict[str, list[Label]] = defaultdict(list)
    sizes = {
        label: len(bigrams) for label, bigrams in ((label, _bigrams(text)) for label, text in new.items())
    }
    for label, text in new.items():
        for bigram in _bigrams(text):
            places[bigram].append(label)
    found = []
    for label, text in old.items():
        bigrams = _bigrams(text)
        common = Counter(other for bigram in bigrams for other in places.get(bigram, ()))
        for other, count in common.items():
            share = 2 * count / (len(bigrams) + sizes[other])
            if share >= ALIKE:
                bonus = 0.1 if other == label else 0.0
                found.append((1 - share - bonus, abs(other[0] - label[0]), label, other))
    return found


def _bigrams(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


def _is_sure_same(old: Sequence[Paragraph], new: Sequence[Paragraph], *, citation: Citation) -> bool:
    """Whether the paragraph or item named surely says what it said."""
    number = citation.paragraph or _lone_list(old)
    if not 1 <= number <= len(old) or number > len(new):
        return False
    lines = [_lines(paragraph) for paragraph in old], [_lines(paragraph) for paragraph in new]
    first = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*lines, strict=False)))
    # as many paragraphs as before stand each in its place; else only those before the first change surely do
    if len(old) != len(new) and number > first:
        return False
    before, after = lines[0][number - 1], lines[1][number - 1]
    if before == after:
        return True
    return (
        bool(citation.item)
        and before[0] == after[0]
        and before[citation.item : citation.item + 1] == after[citation.item : citation.item + 1] != []
    )


def _lone_list(paragraphs: Sequence[Paragraph]) -> int:
    """The paragraph meant by 第二项 alone: the only one with items; 0 when there is no such."""
    numbers = [number for number, paragraph in enumerate(paragraphs, start=1) if paragraph.items]
    return numbers[0] if len(numbers) == 1 else 0


def _lines(paragraph: Paragraph) -> list[str]:
    """The lead, then each item with its subitems, at its own number."""
    return [
        plain(paragraph.text),
        *(plain("\n".join([item.text, *item.subitems])) for item in paragraph.items),
    ]
