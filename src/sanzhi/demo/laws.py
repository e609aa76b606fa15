"""How the law moves in the demonstration: 大气污染防治法 ends when the 生态环境法典 takes effect (facts G-02)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sanzhi.demo.cast import Bureau
from sanzhi.kernel.clock import CHINA
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.commands import LinkSuccessor, RepealStatute, link_successor, repeal_statute

TITLE, CODE = "中华人民共和国大气污染防治法", "生态环境法典"
ENDS = date(2026, 8, 15)
BY = "《生态环境法典》附则"
ENTERED = datetime(2026, 8, 12, 9, 30, tzinfo=CHINA)


def begins(until: datetime) -> datetime | None:
    """When the legal reviewer enters the end; never where the texts were not at hand or the story stops before."""
    old_enough = until - timedelta(days=425) < ENTERED < until
    return ENTERED if old_enough and statutes.statute_titled(TITLE) else None


def scenes(bureau: Bureau) -> Iterator[int]:
    """The successor's articles are not known yet: the whole goes on in the code."""
    lawyer, statute = bureau.actor("fazhi"), statutes.statute_titled(TITLE)
    if statute is None:
        return
    said = "承接的具体条款待法典文本导入后逐条登记"
    order = LinkSuccessor(statute=statute.pk, successor_title=CODE, since=ENDS, note=said)
    link_successor(lawyer, order)
    repeal_statute(lawyer, RepealStatute(statute=statute.pk, on=ENDS, by=BY))
    yield 4
