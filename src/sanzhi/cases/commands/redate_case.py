"""Put right the day from which a case is that was opened without a lead, where the kind has found it entered wrongly."""

from datetime import date

from sanzhi.cases import events, queries
from sanzhi.cases.models import Case
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record


class RedateCase(OnProceeding):
    on: date


@command("cases.redate_case", title="更正开案所依的日期", internal=True)
def redate_case(actor: Actor, order: RedateCase) -> Case:
    case = queries.case_for_update(actor, order.case)
    facts = {"was": chinese_date(case.happened_on), "now": chinese_date(order.on)}
    case.happened_on = case.found_on = order.on
    case.save()
    record(events.REDATED, actor=actor, subject=case, facts=facts)
    return case
