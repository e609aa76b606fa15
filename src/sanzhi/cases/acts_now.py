"""The acts of a proceeding as it stands today: which can be done, and which of them by whoever looks."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from sanzhi.cases import queries
from sanzhi.cases.card import Card, act_named, acts_at_any_step, card_of, is_act
from sanzhi.cases.models import Proceeding
from sanzhi.cases.speaking import spoken
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Registered
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.procedures import Step


@dataclass(frozen=True)
class ActNow:
    """`timely`: it can be done today, by whom it may; `own`: this actor may, one day.

    `is_its`: the act is of the actor's office at all; an act that is `aside` belongs to no step, and is `awaited` where
    something in the case asks for it.
    """

    registered: Registered
    url: str
    timely: Verdict
    own: Verdict
    is_its: bool
    is_aside: bool = False
    is_awaited: bool = False

    @property
    def card(self) -> Card:
        return card_of(self.registered)

    @property
    def title(self) -> str:
        return self.registered.title

    @property
    def verdict(self) -> Verdict:
        return self.timely & self.own

    @property
    def is_main(self) -> bool:
        return self.is_awaited if self.is_aside else self.card.is_main

    @property
    def is_shown(self) -> bool:
        """Whether it stands on the actor's page: what is aside and cannot be done, only where it is awaited."""
        return bool(self.verdict) or (self.is_its and (self.is_awaited or not self.is_aside))


def address_of(proceeding: Proceeding, registered: Registered) -> str:
    page = card_of(registered).page
    place = {"pk": proceeding.case_id, **({} if page else {"verb": registered.verb})}
    return f"{reverse(page or 'cases:act', kwargs=place)}?proceeding={proceeding.pk}"


def acts_now(actor: Actor, proceeding: Proceeding) -> tuple[ActNow, ...]:
    """Those of the present step, papers and service apart, which have pages of their own; then those of any step."""
    step = queries.current_step(proceeding)
    of_step = tuple(_of_step(proceeding, step)) if step else ()
    but = {*(row.name for row in of_step), *(step.acts if step else ())}
    return (
        *(_now(actor, proceeding, registered=row) for row in of_step),
        *(_aside(actor, proceeding, registered=row) for row in _asides(proceeding) if row.name not in but),
    )


def _of_step(proceeding: Proceeding, step: Step) -> Iterable[Registered]:
    is_done = bool(step.issues and step.next) and proceeding.decided_on is not None
    for registered in map(act_named, step.acts):
        if is_act(registered) and not (
            is_done and card_of(registered).is_main
        ):  # what the step is for was done
            yield registered


def _asides(proceeding: Proceeding) -> Iterable[Registered]:
    always = map(act_named, (*queries.procedure_of(proceeding).always, *sorted(spoken(proceeding))))
    everywhere = acts_at_any_step(is_closed=proceeding.closed_on is not None)
    return {row.name: row for row in (*always, *everywhere)}.values()


def _now(actor: Actor, proceeding: Proceeding, *, registered: Registered) -> ActNow:
    card = card_of(registered)
    return ActNow(
        registered,
        address_of(proceeding, registered),
        card.is_timely(proceeding, act=registered.name),
        card.may_in_person(actor, proceeding),
        card.is_for(actor, proceeding),
    )


def _aside(actor: Actor, proceeding: Proceeding, *, registered: Registered) -> ActNow:
    card, found = card_of(registered), _now(actor, proceeding, registered=registered)
    awaited = card.awaited is not None and card.awaited(proceeding)
    return ActNow(found.registered, found.url, found.timely, found.own, found.is_its, True, awaited)
