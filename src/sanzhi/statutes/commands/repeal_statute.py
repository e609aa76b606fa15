"""Say on which day a statute ends and by what; a day that has come ends it at once, a later one is left to the worker.

One person says it, another confirms it.
"""

from datetime import date, datetime, time

from pydantic import Field

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.jobs import later
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.statutes import events
from sanzhi.statutes.commands.end_statute import EndStatute, end_statute
from sanzhi.statutes.models import Statute
from sanzhi.statutes.policies import BY_TWO, is_ended, may_keep_laws


class RepealStatute(Order):
    """`by` is what repeals it: 《某法》第九十条. A day not yet reached may be said anew."""

    statute: int
    on: date
    by: str = Field(min_length=2, max_length=200)


def _objects(actor: Actor, order: RepealStatute) -> Verdict:
    statute = _statute(order)
    return (
        may_keep_laws(actor)
        & Verdict.when(not is_ended(statute, clock.today()), f"{statute}已经废止，废止日不能再改。")
        & Verdict.when(
            not statute.versions.filter(adopted_on__gt=order.on).exists(),
            f"{statute}有在{order.on}以后通过的版本，废止日有误。",
        )
    )


def _statute(order: RepealStatute) -> Statute:
    found = Statute.objects.filter(pk=order.statute).select_for_update().first()
    if found is None:
        raise NotVisible
    return found


JOINT = BY_TWO(
    names=("statute",),
    tells=lambda order: f"登记《{_statute(order)}》自{chinese_date(order.on)}起废止，依据：{order.by}",
    objects=_objects,
)


@command("statutes.repeal_statute", title="登记法律法规废止", internal=True, joint=JOINT)
def repeal_statute(actor: Actor, order: RepealStatute) -> Statute:
    require(_objects(actor, order))
    statute, today = _statute(order), clock.today()
    statute.repealed_on, statute.repealed_by = order.on, order.by
    statute.save()
    facts = {"title": statute.title, "on": order.on.isoformat(), "by": order.by}
    record(events.REPEAL_ENTERED, actor=actor, subject=statute, facts=facts)
    if order.on > today:
        at = datetime.combine(order.on, time(), tzinfo=clock.CHINA)
        later("statutes.end_statute", f"{statute.pk}:{order.on}", at=at)
    else:
        end_statute(actor, EndStatute(statute=statute.pk))
    return statute
