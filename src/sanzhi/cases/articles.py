"""Which articles hold for a kind: beside others, the law of another kind says nothing here."""

from collections.abc import Iterable

from sanzhi.cases import board
from sanzhi.law.not_counted import MINISTRY

# nobody is left against whom, or for whom, it could be decided
ENDED = f"{MINISTRY}；行政许可法第七十条；行政强制法第四十条"


def fitting(citation: str, procedure: str) -> str:
    """Of several articles those that hold for the kind; all, where only other kinds' are named."""
    articles = citation.split("；")
    return "；".join(own_articles(articles, procedure) or articles)


def own_articles(articles: Iterable[str], procedure: str) -> tuple[str, ...]:
    """Those that do not stand in the law of another kind: the laws are called after the kinds."""
    others = board.other_categories(procedure)
    return tuple(row for row in articles if not any(name in _law(row) for name in others))


def _law(article: str) -> str:
    """行政处罚法第四十六条: 行政处罚法."""
    return article.partition("第")[0]
