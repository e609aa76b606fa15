"""Tell the applicant when two come to look whether the papers are true, so that somebody can be there (行政许可法 §34(3))."""

from datetime import date, time

from pydantic import Field

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.models import LicenceApplication
from sanzhi.licensing.offering import is_accepted, the_application
from sanzhi.licensing.queries import examined, item_of
from sanzhi.licensing.telling import tell

WEEK = "一二三四五六日"
LAW = "行政许可法第三十四条第三款"


class AnnounceVisit(OnProceeding):
    visit_on: date
    visit_at: time
    note: Told = Field(default="", max_length=300)


def _objects(proceeding: Proceeding) -> Verdict:
    item = item_of(proceeding)
    return (
        is_accepted(proceeding)
        & Verdict.when(
            item is not None and item.on_site,
            "本事项不需要现场核查。",
            citation=LAW,
            remedy="请登记书面核查。",
        )
        & Verdict.when(examined(proceeding) is None, "已经登记核查。", citation=LAW)
    )


CARD = Card(
    captions={"visit_on": "核查日期", "visit_at": "时间", "note": "请申请人准备的事项"},
    helps={
        "visit_on": "遇休息日的，告知申请人时一并写明；改期的，再告知一次。",
        "note": "没有需要准备的不填。",
    },
    initial=lambda on: {"visit_on": on.calendar.add_working(clock.today(), 1)},
    objects=_objects,
)


@act("licensing.announce_visit", title="告知现场核查时间", card=CARD)
def announce_visit(actor: Actor, order: AnnounceVisit, *, on: Proceeding) -> LicenceApplication:
    row, until = the_application(on), terms.decide_by(on)
    require(
        Verdict.when(
            order.visit_on >= clock.today() and (until is None or order.visit_on <= until.on),
            f"核查日期应当在今天以后、办理期限{f'（{chinese_date(until.on)}）' if until else ''}以内。",
            citation=LAW,
            remedy="请另定日期；期限不够的，报批延长。",
        )
    )
    day, was = chinese_date(order.visit_on), row.visit_on
    row.visit_on = order.visit_on
    row.save()
    off = (
        "" if on.calendar.is_working(order.visit_on) else f"（星期{WEEK[order.visit_on.weekday()]}，休息日）"
    )
    moved = f"原告知{chinese_date(was)}的现场核查，改期如下：" if was not in {None, order.visit_on} else ""
    text = (
        f"{moved}{day}{off}{order.visit_at:%H:%M}到{row.place}现场核查，请申请人或者代理人到场。{order.note}"
    )
    tell(actor, row, progress=Progress.ACCEPTED, kind=MessageKind.VISIT, text=text, citation=LAW)
    record(events.VISIT_ANNOUNCED, actor=actor, subject=on.case, facts={"visit_on": day})
    return row
