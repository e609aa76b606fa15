"""Record that the announcement was posted on the spot and around, and published by the media (平顶山条例 §31)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.building import demolition_of
from sanzhi.coercion.models import Demolition
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

LAW = "行政强制法第四十四条；平顶山市城乡规划建设管理条例第三十一条"
ANNOUNCEMENT = "demolition_announcement"


class RecordAnnouncement(OnProceeding):
    posted_on: date
    posted_at: str = Field(min_length=4, max_length=200)
    media_on: date
    media: str = Field(min_length=2, max_length=200)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        cases.issued_for(proceeding, ANNOUNCEMENT) and demolition_of(proceeding) is not None,
        "《强制拆除公告》尚未签发。",
        citation=LAW,
        remedy="请先制作公告并完成签批。",
    )


CARD = Card(
    captions={
        "posted_on": "张贴日",
        "posted_at": "张贴地点（违法建设及其周围）",
        "media_on": "媒体发布日",
        "media": "发布的媒体",
    },
    initial=lambda on: {"posted_on": clock.today(), "media_on": clock.today()},
    objects=_objects,
    is_main=True,
)


@act("coercion.record_announcement", title="登记公告的张贴和发布", card=CARD)
def record_announcement(actor: Actor, order: RecordAnnouncement, *, on: Proceeding) -> Demolition:
    row, paper = demolition_of(on), cases.issued_for(on, ANNOUNCEMENT)[-1]
    assert row is not None and paper.issued_on is not None  # the card has asked for them
    days = (order.posted_on, order.media_on)
    require(
        Verdict.when(
            all(paper.issued_on <= day <= clock.today() for day in days),
            "张贴日、发布日应在公告签发以后、不晚于今天。",
            citation=LAW,
        ),
        Verdict.when(
            all(day < row.remove_by_on for day in days),
            "公告应当在限定自行拆除的日期以前张贴、发布。",
            citation=LAW,
            remedy="请重新提出日期，重新公告。",
        ),
    )
    for name, value in order.said().items():
        setattr(row, name, value)
    row.save()
    record(events.ANNOUNCED, actor=actor, subject=on.case, facts={"media": order.media})
    return row
