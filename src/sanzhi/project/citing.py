"""What cites the law beside the lists: the forms, and the code's own sentences, comments and docstrings."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from django.conf import settings

from sanzhi.amendments.board import Quoter
from sanzhi.documents import queries as documents
from sanzhi.law.citations import Citation
from sanzhi.project.cited_law import citations_of_tree

# developers' sentences are in English; the policy section reads the place instead
ENGLISH = re.compile(r"[A-Za-z]{2,}[ ,][ ]?[A-Za-z]{2,}")


def forms() -> Iterator[Quoter]:
    """Every form with the articles that it, its blanks and its rules name."""
    for code, form in documents.forms().items():
        blanks, rules = (field.article for field in form.fields), (rule.article for rule in form.rules)
        texts = (*form.citations, *blanks, *rules)
        yield Quoter("form", code, f"{code} {form.name}", "", texts)


def rules() -> Iterator[Quoter]:
    """Every place of the code that applies an article, as docs/law lists them."""
    cited = citations_of_tree(Path(settings.BASE_DIR) / "src" / "sanzhi")
    rows = sorted((row for row in cited if row.article), key=lambda row: row.place)
    for place, group in groupby(rows, key=lambda row: row.place):
        found = list(group)
        rule = next((row.rule for row in found if row.rule and not ENGLISH.search(row.rule)), "")
        texts = tuple(str(Citation(row.statute, row.article)) for row in found)
        yield Quoter("rule", place, f"{rule[:150]}（{place}）" if rule else f"程序规则 {place}", "", texts)
