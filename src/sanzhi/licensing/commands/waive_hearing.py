"""Record that a hearing is expressly given up, or the wish for one taken back (行政许可法 §47)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.hearing import LAW, is_open, the_hearing
from sanzhi.licensing.models import LicenceHearing


class WaiveHearing(OnProceeding):
    proof: str = Field(min_length=4, max_length=200)


def _objects(proceeding: Proceeding) -> Verdict:
    if not is_open(proceeding):
        return is_open(proceeding)
    return Verdict.when(
        not the_hearing(proceeding).is_owed,
        "本事项应当听证，不因放弃而免除。",
        citation=LAW,
        remedy="请组织听证。",
    )


CARD = Card(captions={"proof": "凭据（书面放弃、撤回）"}, objects=_objects)


@act("licensing.waive_hearing", title="登记放弃听证", card=CARD)
def waive_hearing(actor: Actor, order: WaiveHearing, *, on: Proceeding) -> LicenceHearing:
    row = the_hearing(on)
    row.waived_on, row.opinion = clock.today(), f"放弃听证：{order.proof}"
    row.save()
    record(events.HEARING_WAIVED, actor=actor, subject=on.case, facts={})
    return row
