"""All reads of the gate."""

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from sanzhi.cases import queries as cases
from sanzhi.cases.models import CaseParty, Decision, PartyKind, Proceeding
from sanzhi.cases.reading import readable
from sanzhi.disclosure.models import Release, State
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.errors import NotVisible
from sanzhi.law.penalties import Responsibility, responsibility
from sanzhi.law.private_shapes import shapes
from sanzhi.publications.queries import on_show


def releases(actor: Actor) -> QuerySet[Release]:
    """Those of the cases that the actor may read."""
    rows = Release.objects.filter(readable(actor, via="decision__proceeding__case__"))
    return rows.select_related(
        "decision__proceeding__respondent",
        "decision__proceeding__finding",
        "decision__proceeding__case__authority",
        "publication",
    )


def waiting(actor: Actor) -> QuerySet[Release]:
    """What is still to be published, the most urgent first."""
    return releases(actor).filter(state__in=[State.WAITING, State.SUBMITTED])


def to_withdraw(actor: Actor) -> QuerySet[Release]:
    """What is still public though its decision was overturned, the most urgent first."""
    return releases(actor).filter(is_to_withdraw()).order_by("withdraw_by_on", "id")


def at_hand(actor: Actor, *, states: list[State], withdraws: bool) -> QuerySet[Release]:
    """What stands in these states, and, where asked, what is still to be withdrawn or to be confirmed as such; the most urgent first (1 query)."""
    wanted = Q(state__in=states)
    if withdraws:
        wanted |= is_to_withdraw() | taken_down_by_another(actor)
    return releases(actor).filter(wanted).order_by(Coalesce("withdraw_by_on", "due_on"), "id")


def due_for_withdrawal() -> QuerySet[Release]:
    """What is still public on the last day on which it may be, of every authority."""
    rows = Release.objects.filter(is_to_withdraw(), withdraw_by_on__lte=clock.today())
    return rows.select_related("decision__proceeding__case__authority")


def is_to_withdraw() -> Q:
    """That a copy is on show though its decision was overturned."""
    return on_show("publication__") & Q(withdraw_by_on__isnull=False) & ~Q(state=State.WITHDRAWN)


def taken_down_by_another(actor: Actor) -> Q:
    """What one took down and nobody else has confirmed or put back."""
    return ~Q(taken_down_by__in=["", actor.key]) & ~Q(ground="")


def release_of(proceeding: Proceeding) -> Release | None:
    return Release.objects.filter(decision__proceeding=proceeding).select_related("publication").first()


def release_for_update(actor: Actor, pk: int) -> Release:
    found = release(actor, pk)
    return releases(actor).select_for_update(of=("self",)).get(pk=found.pk)


def release(actor: Actor, pk: int) -> Release:
    found = releases(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def respondent_of(decision: Decision) -> CaseParty:
    """Against whom it was decided: a decision without a respondent cannot be made."""
    party = decision.proceeding.respondent
    assert party is not None
    return party


def parties_of(decision: Decision) -> tuple[CaseParty, ...]:
    """Everybody against whom the case was ever opened, whether or not it was decided against them."""
    return rows_of(decision.proceeding.case.parties)


def was_minor(decision: Decision, party: CaseParty) -> bool:
    """Under eighteen on the day of the act, or of a birth that nobody recorded and not the one it was decided against."""
    if party.kind == PartyKind.ORGANISATION:
        return False
    if party.born_on is None:
        return party.pk != respondent_of(decision).pk
    return responsibility(party.born_on, decision.proceeding.happened_on) != Responsibility.FULL


def is_of_minor(decision: Decision) -> bool:
    """Whether somebody under eighteen on the day of the act was penalised; of an unknown birth the decision's words tell."""
    party = respondent_of(decision)
    if party.kind == PartyKind.ORGANISATION:
        return False
    if party.born_on is None:
        return tells_a_minor(decision)
    return responsibility(party.born_on, decision.proceeding.happened_on) != Responsibility.FULL


def tells_a_minor(decision: Decision) -> bool:
    """Whether what was found or weighed speaks of an age below eighteen, a birth that makes one, a school with its class."""
    found, proposal = decision.proceeding.finding, cases.current_proposal(decision.proceeding)
    words = [
        found.conduct if found else decision.proceeding.case.summary,
        proposal.reason if proposal else "",
    ]
    day = decision.proceeding.happened_on
    return any(row.tells_a_minor for text in words for row in shapes(text, on=day))


def may_be_of_minor(decision: Decision) -> bool:
    """As above, or a natural person whose birth nobody recorded."""
    party = respondent_of(decision)
    return is_of_minor(decision) or (party.kind != PartyKind.ORGANISATION and party.born_on is None)
