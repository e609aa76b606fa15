"""Which articles hold for a kind: beside others, the law of another kind says nothing here."""

from collections.abc import Iterable
from dataclasses import replace

from sanzhi.cases import board
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.likewise import of_own_law


def fitting(citation: str, procedure: str) -> str:
    """Of several articles those that hold for the kind; all, where only other kinds' are named."""
    articles = citation.split("；")
    return "；".join(own_articles(articles, procedure) or articles)


def own_articles(articles: Iterable[str], procedure: str) -> tuple[str, ...]:
    """Those that do not stand in the law of another kind: the laws are called after the kinds."""
    others = board.other_categories(procedure)
    return tuple(row for row in articles if not row.startswith(others))


def as_of_kind(verdict: Verdict, procedure: str) -> Verdict:
    """What rules of all kinds say, on the law of the kind."""
    if verdict:
        return verdict
    category = board.category_of(procedure)
    rows = (replace(row, citation=of_own_law(row.citation, category)) for row in verdict.reasons)
    return Verdict(tuple(rows))
