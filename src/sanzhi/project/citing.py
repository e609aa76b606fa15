"""What cites the law beside the lists: the forms, and the code's own sentences, comments and docstrings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from django.conf import settings

from sanzhi.amendments.board import Quoter
from sanzhi.documents import queries as documents
from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.limits import LIMITS
from sanzhi.project.cited_law import Cited, citations_of_tree
from sanzhi.project.rule_names import name_of, room_of

# developers' sentences are in English, and name their functions; the policy section reads what is done there instead
SENTENCE = re.compile(r"[A-Za-z]{2,}[ ,][ ]?[A-Za-z]{2,}")
ENGLISH = re.compile(r"[a-z]{2,}")
CITED_ALONE = re.compile(r"[^：:，,。]*§[\d§,–()、 ]*\.?")


def forms() -> Iterator[Quoter]:
    """Every form with the articles that it, its blanks and its rules name."""
    for code, form in documents.forms().items():
        blanks, rules = (field.article for field in form.fields), (rule.article for rule in form.rules)
        texts = (*form.citations, *blanks, *rules)
        yield Quoter("form", code, f"{code} {form.name}", "", texts)


def rules() -> Iterator[Quoter]:
    """Every place of the code that applies an article, as docs/law lists them."""
    cited = citations_of_tree(Path(settings.BASE_DIR) / "src" / "sanzhi")
    rows = sorted((row for row in cited if row.article and not _is_dated(row)), key=_part)
    known: Counter[str] = Counter()
    for (place, _), group in groupby(rows, key=_part):
        found = list(group)
        rule = next((row.rule for row in found if _is_for_readers(row.rule)), "")
        texts = tuple(str(Citation(row.statute, row.article)) for row in found)
        title = f"{rule[:150]}（{room_of(place)}）" if rule else name_of(place, cites=texts)
        known[title] += 1
        told = f"{title}（{numeral_of(known[title])}）" if known[title] > 1 else title
        yield Quoter("rule", _key(place, found), told, "", texts)


def _is_for_readers(rule: str) -> bool:
    return bool(rule) and not ENGLISH.search(rule) and not CITED_ALONE.fullmatch(rule)


def _key(place: str, found: Sequence[Cited]) -> str:
    """By which an adjustment knows the rule again: it changes with the code alone, not with how the rule is called."""
    rule = next((row.rule for row in found if row.rule and not SENTENCE.search(row.rule)), "")
    return f"{place} {rule}"[:120] if rule and _is_table(place) else place


def _is_table(place: str) -> bool:
    """A table of rules at the top of a module: law/limits/coercion.py LIMITS."""
    return place.rpartition(" ")[2].isupper()


def _part(row: Cited) -> tuple[str, str]:
    """What is one rule: a function, or one row of a table."""
    return row.place, row.rule if _is_table(row.place) else ""


def _is_dated(row: Cited) -> bool:
    """A limit that is known to end with its statute, as the row beside it says what follows: it opens no task."""
    return row.place.startswith("law/limits/") and (row.rule, row.statute, row.article) in _ending()


@cache
def _ending() -> frozenset[tuple[str, str, int]]:
    return frozenset(
        (limit.title, cited.statute.removeprefix("中华人民共和国"), cited.article)
        for limit in LIMITS
        if limit.valid_to is not None
        for cited in parse_citations(limit.citation)
    )
