"""Record the minutes and the end of a hearing; it was announced to the applicant seven days ahead (行政许可法 §48)."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.guards import summoned_ahead
from sanzhi.licensing.hearing import is_open, the_hearing
from sanzhi.licensing.models import LicenceHearing
from sanzhi.organisation.roles import Role

LAW = "行政许可法第四十八条"


class ConcludeLicenceHearing(OnProceeding):
    attendees: str = Field(min_length=2, max_length=1000)
    minutes: str = Field(min_length=10, max_length=20000)
    opinion: Told = Field(min_length=10, max_length=2000)


def _objects(proceeding: Proceeding) -> Verdict:
    if not is_open(proceeding):
        return is_open(proceeding)
    day = the_hearing(proceeding).held_on
    return summoned_ahead(proceeding) & Verdict.when(
        day is None or clock.today() >= day,
        f"听证定于{chinese_date(day) if day else ''}举行。",
        citation=LAW,
        remedy="请在举行以后登记。",
    )


CARD = Card(
    office=(Role.LEGAL_REVIEWER,),
    captions={"attendees": "参加人", "minutes": "听证笔录", "opinion": "听证意见"},
    objects=_objects,
)


@act("licensing.conclude_licence_hearing", title="登记听证笔录", card=CARD)
def conclude_licence_hearing(
    actor: Actor, order: ConcludeLicenceHearing, *, on: Proceeding
) -> LicenceHearing:
    row = the_hearing(on)
    require(
        Verdict.when(
            actor.officer_id == row.chair_id and not cases.has_handled(on.case, actor.officer_id),
            f"听证由{row.chair.name if row.chair else '指定的主持人'}主持，笔录由其登记。",
            citation="行政许可法第四十八条第一款第三项、第五项",
            remedy="请由主持人登记。",
        )
    )
    row.attendees, row.minutes, row.opinion = order.attendees, order.minutes, order.opinion
    row.concluded_on = clock.today()
    row.save()
    record(events.HEARING_CONCLUDED, actor=actor, subject=on.case, facts={})
    return row
