"""Which articles hold for a kind: beside others, the law of another kind says nothing here."""

from collections.abc import Iterable

from sanzhi.cases import board
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.likewise import of_own_law
from sanzhi.law.not_counted import MINISTRY

# nobody is left against whom, or for whom, it could be decided: a decision names its party
ENDED = f"{MINISTRY}；行政许可法第七十条；行政强制法第四十条；河南省行政执法条例第二十九条"


def fitting(citation: str, procedure: str) -> str:
    """Of several articles those that hold for the kind; all, where only other kinds' are named."""
    articles = citation.split("；")
    return "；".join(own_articles(articles, procedure) or articles)


def own_articles(articles: Iterable[str], procedure: str) -> tuple[str, ...]:
    """Those that do not stand in the law of another kind: the laws are called after the kinds."""
    others = board.other_categories(procedure)
    return tuple(row for row in articles if not any(name in row.partition("第")[0] for name in others))


def as_of_kind(verdict: Verdict, procedure: str) -> Verdict:
    """What rules of all kinds say, on the law of the kind and in its word for what is proposed."""
    category, word = board.category_of(procedure), board.proposed_in(procedure)
    return Verdict(tuple(_of_kind(row, category, word=word) for row in verdict.reasons))


def _of_kind(reason: Reason, category: str, *, word: str) -> Reason:
    said = Reason(
        reason.sentence.replace(board.PROPOSAL, word),
        of_own_law(reason.citation, category),
        reason.remedy.replace(board.PROPOSAL, word),
    )
    return reason if said == reason else said
