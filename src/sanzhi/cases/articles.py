"""Which articles hold for a kind: beside others, the law of another kind says nothing here.

What the law of penalties says of officers, evidence and decisions the regulation of the province says of every act.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from sanzhi.cases import board
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.not_counted import MINISTRY

# nobody is left against whom, or for whom, it could be decided: a decision names its party
ENDED = f"{MINISTRY}；行政许可法第七十条；行政强制法第四十条；河南省行政执法条例第二十九条"
PENALTIES, EVERY_ACT = "行政处罚法", "河南省行政执法条例"
ALIKE = {
    "第四十条": "第二十五条",
    "第四十二条": "第二十四条",
    "第四十三条": "第二十三条",
    "第四十四条": "第二十六条",
    "第四十五条": "第二十六条",
    "第四十六条": "第二十五条",
    "第四十七条": "第三十五条",
    "第五十四条": "第二十五条",
    "第五十五条": "第二十四条",
    "第五十七条": "第二十八条",
    "第五十八条": "第二十八条",
    "第五十九条": "第二十九条",
    "第六十一条": "第三十一条",
    "第七十五条": "第三十二条",
}
ARTICLE = re.compile("第[一二三四五六七八九十百]+条")


def fitting(citation: str, procedure: str) -> str:
    """Of several articles those that hold for the kind; else what holds for every act; else all."""
    articles = citation.split("；")
    own = own_articles(articles, procedure)
    return "；".join(own or _of_every_act(articles) or articles)


def own_articles(articles: Iterable[str], procedure: str) -> tuple[str, ...]:
    """Those that do not stand in the law of another kind: the laws are called after the kinds."""
    others = board.other_categories(procedure)
    return tuple(row for row in articles if not any(name in _law(row) for name in others))


def _of_every_act(articles: Iterable[str]) -> tuple[str, ...]:
    cited = [name for row in articles if _law(row) == PENALTIES for name in ARTICLE.findall(row)]
    alike = dict.fromkeys(ALIKE[name] for name in cited if name in ALIKE)
    return (EVERY_ACT + "、".join(alike),) if alike else ()


def _law(article: str) -> str:
    """行政处罚法第四十六条: 行政处罚法."""
    return article.partition("第")[0]


def fitted(verdict: Verdict, proceeding: Proceeding) -> Verdict:
    """The same no, each reason by the law of the kind."""
    return Verdict(tuple(_fitted(row, proceeding.procedure_key) for row in verdict.reasons))


def _fitted(reason: Reason, procedure: str) -> Reason:
    citation = fitting(reason.citation, procedure)
    return reason if citation == reason.citation else replace(reason, citation=citation)
