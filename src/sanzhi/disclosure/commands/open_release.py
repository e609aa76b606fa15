"""Open a release for a decision: the clock of seven working days starts with the decision."""

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import working_calendar
from sanzhi.cases.models import Decision
from sanzhi.disclosure import events
from sanzhi.disclosure.copy import outcome_of, public_content
from sanzhi.disclosure.models import Release
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.ledger.commands import record


class OpenRelease(Order):
    decision: int


@command("disclosure.open_release", title="启动公示", internal=True)
def open_release(actor: Actor, order: OpenRelease) -> Release:
    found = Decision.objects.select_related("proceeding__respondent", "proceeding__case__authority")
    decision = found.filter(pk=order.decision).first()
    require(
        Verdict.when(decision, "没有这一决定，不能公示。"),
        Verdict.when(not Release.objects.filter(decision=order.decision).exists(), "该决定已经启动公示。"),
    )
    assert decision is not None
    case = cases.case_for_update(actor, decision.proceeding.case_id)
    rules = rule(outcome_of(decision).clock, decision.decided_on)
    until = due(rules, decision.decided_on, calendar=working_calendar())
    release = Release(
        decision=decision,
        due_on=until.on,
        opened_on=clock.today(),
        content=[list(pair) for pair in public_content(decision)],
    )
    release.save()
    facts = {"due_on": chinese_date(until.on)}
    record(events.RELEASE_OPENED, actor=actor, subject=cases.subject_of(case), facts=facts)
    return release
