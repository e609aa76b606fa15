"""Enter what was established; every open proceeding of the case stands on it from now on.

Who has put it right is the party of the proceeding for which it was established, and no other (行政处罚法 §33(1)).
"""

from datetime import date
from decimal import Decimal

from sanzhi.cases import events
from sanzhi.cases.models import Finding, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.queries import proceeding_for_update
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.db import rows_where
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class EnterFinding(OnProceeding):
    """`evidence` are keys of the case's evidence."""

    happened_on: date
    place: str
    conduct: str
    consequence: str = ""
    endangers_life: bool = False
    gains: Decimal | None = None
    gains_note: str = ""
    corrected_on: date | None = None
    evidence: list[int]


@command("cases.enter_finding", title="记入查明的事实", internal=True)
def enter_finding(actor: Actor, order: EnterFinding) -> Finding:
    on = proceeding_for_update(actor, order)
    standing = on.finding if on.corrected_on == order.corrected_on else None
    require(is_news(filter(None, [standing]), order.said(), what="查明的事实"))
    finding = Finding(
        case=on.case,
        version=on.case.findings.count() + 1,
        established_on=clock.today(),
        established_by=actor.name,
        **order.said(),
    )
    finding.save()
    for proceeding in rows_where(Proceeding, case=on.case_id, closed_on=None, decided_on=None):
        proceeding.finding = finding
        if proceeding.pk == on.pk:
            proceeding.corrected_on = order.corrected_on
        proceeding.save()
    facts = {"version": finding.version}
    record(events.FACTS_ESTABLISHED, actor=actor, subject=on.case, facts=facts)
    return finding
