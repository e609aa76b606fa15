"""What the worker does at the gate: open a release after a decision, withdraw what nobody has withdrawn."""

from datetime import timedelta

from sanzhi.cases import board
from sanzhi.cases import queries as cases
from sanzhi.cases.models import Decision
from sanzhi.disclosure.changed import tells_the_change
from sanzhi.disclosure.commands import (
    DemandWithdrawal,
    OpenRelease,
    WithdrawAtTerm,
    demand_withdrawal,
    open_release,
    withdraw_at_term,
)
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.queries import due_for_withdrawal
from sanzhi.kernel import actor
from sanzhi.kernel.jobs import job, periodic


@job("disclosure.open_release")
def open_release_of(key: str) -> None:
    """Every decision of the case that the public is told, and that has no release, gets one."""
    case = cases.case_of_subject(key)
    rows = Decision.objects.filter(proceeding__case=case, release=None)
    for decision in rows.select_related("proceeding__respondent", "proceeding__case__authority").order_by(
        "pk"
    ):
        if board.outcome(decision.proceeding) is None:
            continue
        open_release(actor.system(case.authority.code), OpenRelease(decision=decision.pk))


@job("disclosure.demand_withdrawal")
def demand_withdrawal_of(key: str) -> None:
    """Every release of the case whose decision was overturned gets its duty, public or not."""
    case = cases.case_of_subject(key)
    rows = Release.objects.filter(decision__proceeding__case=case, withdraw_by_on=None)
    for release in rows.select_related("decision__proceeding").order_by("pk"):
        gone = cases.overturn_of(release.proceeding)
        if gone is not None and release.state != State.WITHDRAWN and not tells_the_change(release):
            demand_withdrawal(actor.system(case.authority.code), DemandWithdrawal(release=release.pk))


@periodic("disclosure.withdraw_at_term", every=timedelta(hours=1))
def withdraw_what_is_due() -> None:
    for release in due_for_withdrawal():
        authority = release.proceeding.case.authority.code
        withdraw_at_term(actor.system(authority), WithdrawAtTerm(release=release.pk))
