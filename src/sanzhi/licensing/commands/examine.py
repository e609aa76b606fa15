"""Record what two found who looked whether the papers are true, on the spot where the item says so (行政许可法 §34(3))."""

from datetime import date

from pydantic import Field

from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.text import says_something
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import Examination
from sanzhi.licensing.offering import is_accepted, the_application
from sanzhi.licensing.queries import examined, item_of
from sanzhi.licensing.telling import tell

LAW = "行政许可法第三十四条第三款"


class Examine(OnProceeding):
    is_on_site: bool = False
    examined_on: date
    found: Told = Field(min_length=10, max_length=3000)
    fits: bool = False
    unmet: Told = Field(default="", max_length=1000)
    present_name: str = Field(default="", max_length=60)
    other_day_because: Told = Field(default="", max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    people = cases.assignments(proceeding.case)
    return is_accepted(proceeding) & Verdict.when(
        len(people) > 1,
        "核查应当由两名以上工作人员进行，本案只有一名承办人。",
        citation=LAW,
        remedy="请由中队长补充指派。",
    )


CARD = Card(
    captions={
        "is_on_site": "现场核查",
        "examined_on": "核查日期",
        "found": "核查情况",
        "fits": "符合法定条件、标准",
        "unmet": "不符合的条件",
        "present_name": "到场的申请人或者其代理人",
        "other_day_because": "与告知的核查日不同的原因",
    },
    helps={
        "unmet": "不符合的逐项写明；符合的不填。",
        "other_day_because": "告知过核查日期、没有在那一天到现场的填写，会告知申请人；其他的不填。",
    },
    initial=lambda on: {
        "examined_on": clock.today(),
        "is_on_site": bool((item := item_of(on)) and item.on_site),
    },
    objects=_objects,
    is_main=True,
)


def _moved_from(on: Proceeding, order: Examine) -> date | None:
    """The day on which the applicant was told to be there, where nobody came; only of the first look, to which it belongs."""
    told = the_application(on).visit_on
    if told is None or examined(on) is not None or (order.is_on_site and order.examined_on == told):
        return None
    return told


def _is_explained(told: date | None, because: str) -> Verdict:
    """Who was told of a day has waited there (行政许可法 §34(3))."""
    day = chinese_date(told) if told else ""
    return Verdict.when(
        bool(told) is says_something(because),
        f"告知申请人的现场核查日是{day}，登记的与告知的不同，没有写明原因。"
        if told
        else "没有与告知的核查日不同，不填写不同的原因。",
        citation=LAW,
        remedy="请按实际的日期登记并写明原因；还没有核查的，另行告知新的日期。没有不同的不填。",
    )


@act("licensing.examine", title="登记核查", card=CARD)
def examine(actor: Actor, order: Examine, *, on: Proceeding) -> Examination:
    row, told = the_application(on), _moved_from(on, order)
    require(
        _is_explained(told, order.other_day_because),
        Verdict.when(
            row.received_on <= order.examined_on <= clock.today(),
            "核查日期应当在收到申请以后、不晚于今天。",
            citation=LAW,
            remedy="请按实际的日期填写。",
        ),
        Verdict.when(
            order.fits is not bool(order.unmet.strip()),
            "符合条件的不填不符合的条件；不符合的应当逐项写明。",
            citation="行政许可法第三十八条",
            remedy="请二者择一填写。",
        ),
    )
    names = [one.officer.name for one in cases.assignments(on.case)]
    seen = Examination(proceeding=on, officers=names, **order.said())
    seen.save()
    facts = {
        "manner": "现场核查" if order.is_on_site else "书面核查",
        "result": "符合条件" if order.fits else "不符合条件",
    }
    if told is not None:
        text = f"原告知{chinese_date(told)}的现场核查没有在那一天进行，"
        text += f"已于{chinese_date(order.examined_on)}{facts['manner']}。原因：{order.other_day_because}"
        tell(actor, row, progress=Progress.ACCEPTED, kind=MessageKind.VISIT, text=text, citation=LAW)
    record(events.EXAMINED, actor=actor, subject=on.case, facts=facts)
    return seen
