"""Begin to end a licence, on one of the grounds that the law names; each ground belongs to one act (行政许可法 §8, §69, §70)."""

from pydantic import Field

from sanzhi.cases.commands import OpenCase, open_case
from sanzhi.cases.models import CaseSource, PartyRole
from sanzhi.cases.orders import Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, intake, queries
from sanzhi.licensing.ending import disposal_of, is_paid_for, may_be_ended
from sanzhi.licensing.facts import DONE
from sanzhi.licensing.following import PARTY, OnLicence, nothing_is_open
from sanzhi.licensing.models import Ending, EndingGround
from sanzhi.licensing.policies import may_take


class BeginEnding(OnLicence):
    ground: EndingGround
    facts: Told = Field(min_length=10, max_length=3000)
    compensation: Told = Field(default="", max_length=1000)
    aftermath: Told = Field(default="", max_length=1000)


@command("licensing.begin_ending", title="提出撤销、撤回、注销许可")
def begin_ending(actor: Actor, order: BeginEnding) -> Ending:
    licence = queries.licence(actor, order.licence)
    require(may_take(actor))
    item = intake.item_in_force(actor.authority, licence.item_code)
    require(
        may_be_ended(licence, order.ground),
        is_paid_for(order.ground, order.compensation),
        nothing_is_open(licence),
    )
    holder, disposal, today = licence.holder, disposal_of(order.ground), clock.today()
    opened = OpenCase(
        procedure=queries.END,
        power=item.power,
        source=CaseSource.OWN_MOTION,
        place=licence.place,
        summary=f"{DONE[disposal]}许可{licence.number}：{order.facts}"[:5000],
        on=today,
        role=PartyRole.RESPONDENT,
        party={name: getattr(holder, name) for name in PARTY.split()},
    )
    proceeding = open_case(actor, opened)
    ending = Ending(proceeding=proceeding, licence=licence, disposal=disposal, begun_on=today, **_said(order))
    ending.save()
    facts = {"kind": DONE[disposal], "number": licence.number}
    record(events.ENDING_BEGUN, actor=actor, subject=proceeding.case, facts=facts)
    return ending


def _said(order: BeginEnding) -> dict[str, str]:
    return order.model_dump(include={"ground", "facts", "compensation", "aftermath"})
