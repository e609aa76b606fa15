"""Say which article of another statute succeeds an article (or the whole) of an ended or amended one.

One person says it, another confirms it.
"""

from datetime import date

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.citations import parse_citations
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.statutes import events
from sanzhi.statutes.models import Article, Statute, Succession
from sanzhi.statutes.policies import BY_TWO, may_keep_laws


class LinkSuccessor(Order):
    """`article` as 第一百一十八条第三款 (the article counts), empty for the whole statute; likewise `successor_article`."""

    statute: int
    article: str = Field(default="", max_length=60)
    successor_title: str = Field(min_length=2, max_length=120)
    successor_article: str = Field(default="", max_length=60)
    since: date
    note: str = Field(default="", max_length=300)


def _objects(actor: Actor, order: LinkSuccessor) -> Verdict:
    statute, title = _statute(order), _title(order)
    number, suffix = _place(order, statute)
    return (
        may_keep_laws(actor)
        & _is_one_article(order.article, within=statute.title)
        & _is_one_article(order.successor_article, within=title)
        & _has_article(statute, number, suffix=suffix)
        & Verdict.when(title not in {statute.title, statute.short_title}, "不能由本法自己承接。")
    )


def _tells(order: LinkSuccessor) -> str:
    note = f"，说明：{order.note}" if order.note else ""
    ours = f"《{_statute(order)}》{order.article}"
    return (
        f"登记{ours}自{chinese_date(order.since)}起由《{_title(order)}》{order.successor_article}承接{note}"
    )


JOINT = BY_TWO(
    names=("statute", "article", "successor_title", "successor_article"), tells=_tells, objects=_objects
)


@command("statutes.link_successor", title="登记承接条款", internal=True, joint=JOINT)
def link_successor(actor: Actor, order: LinkSuccessor) -> Succession:
    """The same pair again changes its day and note."""
    require(_objects(actor, order))
    statute, title = _statute(order), _title(order)
    number, suffix = _place(order, statute)
    same = {"number": number, "suffix": suffix, "successor_title": title}
    same["successor_article"] = order.successor_article
    row = Succession.objects.filter(statute=statute, **same).first() or Succession(statute=statute, **same)
    row.since, row.note = order.since, order.note
    row.save()
    facts = {"title": statute.title, "article": order.article, "successor": str(row)}
    facts["since"] = order.since.isoformat()
    record(events.SUCCESSOR_LINKED, actor=actor, subject=row, facts=facts)
    return row


def _statute(order: LinkSuccessor) -> Statute:
    found = Statute.objects.filter(pk=order.statute).first()
    if found is None:
        raise NotVisible
    return found


def _title(order: LinkSuccessor) -> str:
    return order.successor_title.strip("《》")


def _place(order: LinkSuccessor, statute: Statute) -> tuple[int, int]:
    """Article and suffix; 0 and 0 for the whole."""
    places = parse_citations(order.article, within=statute.title)
    return (places[0].article, places[0].suffix) if places else (0, 0)


def _is_one_article(text: str, *, within: str) -> Verdict:
    """Empty means the whole statute."""
    count = len(parse_citations(text, within=within))
    return Verdict.when(count == bool(text), f"“{text}”不是一个条款。", remedy="请写成：第十二条。")


def _has_article(statute: Statute, number: int, *, suffix: int) -> Verdict:
    rows = Article.objects.filter(version__statute=statute, number=number, suffix=suffix)
    return Verdict.when(not number or rows.exists(), f"{statute}没有第{number}条。")
