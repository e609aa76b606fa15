"""Record that the party was educated, and how; without it nobody is spared (行政处罚法 §33(3))."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Education

CARD = Card(captions={"content": "教育内容"})


class RecordEducation(OnProceeding):
    content: str = Field(min_length=5, max_length=1000)


@act("penalty.record_education", title="记录教育", card=CARD)
def record_education(actor: Actor, order: RecordEducation, *, on: Proceeding) -> Education:
    education = Education(proceeding=on, content=order.content, given_on=clock.today(), given_by=actor.name)
    education.save()
    record(events.PARTY_EDUCATED, actor=actor, subject=on.case, facts={})
    return education
