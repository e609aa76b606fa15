"""Say which article of another statute succeeds an article (or the whole) of an ended or amended one."""

from datetime import date

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.citations import parse_citations
from sanzhi.ledger.commands import record
from sanzhi.statutes import events
from sanzhi.statutes.models import Article, Statute, Succession
from sanzhi.statutes.policies import may_keep_laws


class LinkSuccessor(Order):
    """`article` as 第一百一十八条第三款 (the article counts), empty for the whole statute; likewise `successor_article`."""

    statute: int
    article: str = Field(default="", max_length=60)
    successor_title: str = Field(min_length=2, max_length=120)
    successor_article: str = Field(default="", max_length=60)
    since: date
    note: str = Field(default="", max_length=300)


@command("statutes.link_successor", title="登记承接条款")
def link_successor(actor: Actor, order: LinkSuccessor) -> Succession:
    """The same pair again changes its day and note."""
    statute = Statute.objects.filter(pk=order.statute).first()
    if statute is None:
        raise NotVisible
    title = order.successor_title.strip("《》")
    places = parse_citations(order.article, within=statute.title)
    number, suffix = (places[0].article, places[0].suffix) if places else (0, 0)
    known = (
        not number or Article.objects.filter(version__statute=statute, number=number, suffix=suffix).exists()
    )
    require(
        may_keep_laws(actor),
        Verdict.when(
            len(places) == bool(order.article),
            f"“{order.article}”不是一个条款。",
            remedy="请写成：第十二条。",
        ),
        Verdict.when(known, f"{statute}没有{order.article}。"),
        Verdict.when(
            not order.successor_article or len(parse_citations(order.successor_article, within=title)) == 1,
            f"“{order.successor_article}”不是一个条款。",
            remedy="请写成：第十二条第一款。",
        ),
        Verdict.when(title not in {statute.title, statute.short_title}, "不能由本法自己承接。"),
    )
    same = {
        "number": number,
        "suffix": suffix,
        "successor_title": title,
        "successor_article": order.successor_article,
    }
    row = Succession.objects.filter(statute=statute, **same).first() or Succession(statute=statute, **same)
    row.since, row.note = order.since, order.note
    row.save()
    facts = {
        "title": statute.title,
        "article": order.article,
        "successor": str(row),
        "since": order.since.isoformat(),
    }
    record(events.SUCCESSOR_LINKED, actor=actor, subject=row, facts=facts)
    return row
