"""Record that the party was educated, and how; without it nobody is spared (行政处罚法 §33(3))."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import EducatedWho, Education, SparedFor
from sanzhi.penalty.queries import sparing_of, to_educate


def _is_known(name: str) -> Verdict:
    return Verdict.when(
        name,
        "尚未登记监护人。",
        citation="行政处罚法第三十条、第三十一条",
        remedy="请在当事人登记中填写监护人。",
    )


def _has_something_to_teach(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        sparing_of(proceeding) != SparedFor.UNFOUNDED,
        "违法事实不能成立的，没有可以教育的内容。",
        citation="行政处罚法第五十七条第一款第三项",
        remedy="不必教育，请直接作出不予处罚决定。",
    )


CARD = Card(captions={"of": "对象", "content": "教育或者责令的内容"}, objects=_has_something_to_teach)


class RecordEducation(OnProceeding):
    of: EducatedWho = EducatedWho.PARTY
    content: Told = Field(min_length=5, max_length=1000)


@act("penalty.record_education", title="记录教育", card=CARD)
def record_education(actor: Actor, order: RecordEducation, *, on: Proceeding) -> Education:
    name = to_educate(on, order.of)
    said = {**order.said(), "name": name, "given_on": clock.today()}
    require(_is_known(name), is_news(rows_of(on.educations), said, what="教育"))
    education = Education(proceeding=on, given_by=actor.name, **said)
    education.save()
    who = EducatedWho(order.of).label
    record(events.PARTY_EDUCATED, actor=actor, subject=on.case, facts={"who": who})
    return education
