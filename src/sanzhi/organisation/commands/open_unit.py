"""Open a squad or section."""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events, queries
from sanzhi.organisation.models import Unit
from sanzhi.organisation.policies import may_administer
from sanzhi.organisation.shapes import UnitName


class OpenUnit(Order):
    authority: str
    name: UnitName
    is_squad: bool = False


@command("organisation.open_unit", title="设立中队科室")
def open_unit(actor: Actor, order: OpenUnit) -> Unit:
    authority = queries.authority(order.authority)
    require(may_administer(actor, authority.code))
    taken = Unit.objects.filter(authority=authority, name=order.name).exists()
    require(Verdict.when(not taken, f"{order.name}已经存在。"))
    unit = Unit(authority=authority, name=order.name, is_squad=order.is_squad)
    unit.save()
    record(events.UNIT_OPENED, actor=actor, subject=unit, facts={"name": unit.name})
    return unit
