"""The card of an act on a proceeding: who may, in which words, from what it starts, what stands beside its form.

Page, API and command line read the card; the kernel asks `may` before anything is done.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sanzhi.cases import board, policies, queries
from sanzhi.cases.articles import as_of_kind, fitting
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged, OnProceeding
from sanzhi.cases.telling import only_tells
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Registered, registered_command, registered_commands
from sanzhi.kernel.judged import digest, is_as_read
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.roles import Role


def _nothing(proceeding: Proceeding) -> dict[str, Any]:
    return {}


def _no(proceeding: Proceeding) -> bool:
    return False


@dataclass(frozen=True)
class Card:
    """`office`: the roles whose act it is; without one it belongs to the officers of the case.

    `objects` is what speaks against the act before its form is filled; `objects_to`, in its place, against what the order
    asks of several ways that there are; `page` is the name of its own page;
    `at_any_step` acts are lawful as long as the proceeding is open, whatever its step offers; those
    `after_closure` when it is closed. One that `begins_beside` opens a proceeding of its kind beside another's. What is `awaited` is shown before it can be done, with what it still lacks.
    What is done once and `is_done` is missed by nobody, though it can not be done again.
    `citation`: the articles on which the act rests wherever it stands; without one, on that of the present step. An act
    that some step need not offer has one.
    `reads` is what somebody else has entered and this act judges: who does it on a page has read it as it is now.
    `films` is the moment whose recording the act may rest on: the page of the recordings begins with it at such a step.
    What is `signed_before` is said word for word by the paper that it waits for: who signs that last may do it in one.
    """

    office: tuple[Role, ...] = ()
    captions: Mapping[str, str] = field(default_factory=dict)
    helps: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Callable[[Proceeding], Choices]] = field(default_factory=dict)
    initial: Callable[[Proceeding], dict[str, Any]] = _nothing
    reads: Callable[[Proceeding], tuple[Any, ...]] | None = None
    beside: Callable[[Proceeding], dict[str, Any]] = _nothing
    objects: Callable[[Proceeding], Verdict] | None = None
    objects_to: Callable[[Proceeding, Any], Verdict] | None = None
    is_main: bool = False
    at_any_step: bool = False
    after_closure: bool = False
    begins_beside: bool = False
    awaited: Callable[[Proceeding], bool] | None = None
    is_done: Callable[[Proceeding], bool] = _no
    page: str = ""
    citation: str = ""
    films: str = ""
    signed_before: bool = False

    def opens(self, actor: Actor, order: OnProceeding) -> Proceeding:
        return queries.proceeding_for_update(actor, order)

    def takes(self, actor: Actor, order: OnProceeding, *, thing: Proceeding, act: str) -> Verdict:
        """Whether it may be done, free words impose nothing, and what is judged is what was read."""
        against = self.objects_to(thing, order) if self.objects_to else self._against(thing)
        may = self.words(self._now(thing, act) & against, thing) & self.may_in_person(actor, thing)
        seen = order.seen if isinstance(order, OnJudged) else None
        read = is_as_read(seen, self.version(thing), what="所要办理的内容", citation="行政处罚法第五十七条")
        return may & as_of_kind(only_tells(order, self.captions, on=thing) & read, thing.procedure_key)

    def begins(self, proceeding: Proceeding) -> dict[str, Any]:
        """With what the form of the act is filled."""
        return {**self.initial(proceeding), "seen": self.version(proceeding)}

    def rests_on(self, proceeding: Proceeding) -> str:
        """The articles that hold for the kind: beside others, the law of another kind says nothing here."""
        return fitting(self.citation, proceeding.procedure_key)

    def version(self, proceeding: Proceeding) -> str:
        """The state of what is judged; empty where nothing is."""
        return digest(*self.reads(proceeding)) if self.reads else ""

    def may(self, actor: Actor, thing: Proceeding, *, act: str) -> Verdict:
        """May `actor` perform `act` on the proceeding as it stands today?"""
        return self.is_timely(thing, act=act) & self.may_in_person(actor, thing)

    def is_timely(self, thing: Proceeding, *, act: str) -> Verdict:
        """Whether it can be done as the proceeding stands today, whoever does it."""
        return self.words(self._now(thing, act) & self._against(thing), thing)

    def _against(self, thing: Proceeding) -> Verdict:
        return self.objects(thing) if self.objects else Verdict.yes()

    def words(self, verdict: Verdict, thing: Proceeding) -> Verdict:
        """Each reason by the law of the kind."""
        return as_of_kind(verdict, thing.procedure_key)

    def may_in_person(self, actor: Actor, thing: Proceeding) -> Verdict:
        """Whether the act is this actor's, whether or not it can be done today."""
        return as_of_kind(policies.may_touch(actor, thing, office=self.office), thing.procedure_key)

    def is_for(self, actor: Actor, thing: Proceeding) -> bool:
        """Whether it is an act of the actor's office at all: what never is, is not shown."""
        if self.office:
            return actor.has(*self.office)
        return handles(actor, thing)

    def _now(self, thing: Proceeding, act: str) -> Verdict:
        if not (self.begins_beside or (own := policies.is_of_its_kind(thing, act))):
            return own
        if board.is_left_out(thing, act):
            return Verdict.no(
                f"{board.caption_of(thing.procedure_key)}程序不这样办理。",
                remedy="请按本程序各环节列出的事项办理。",
            )
        if self.after_closure and (self.at_any_step or thing.closed_on is not None):
            return Verdict.yes()
        return policies.is_open(thing) if self.at_any_step else policies.is_offered(thing, act)


def handles(actor: Actor, proceeding: Proceeding) -> bool:
    """Whether what is done by the officers of a case is ever the actor's."""
    return actor.has(Role.OFFICER) or queries.is_assigned(proceeding.case, actor)


def writes(actor: Actor, proceeding: Proceeding) -> bool:
    """Whether the papers of its step are ever the actor's: an officer's, and those of the office whose step it is."""
    step = queries.current_step(proceeding)
    is_of_office = step is not None and step.role != Role.OFFICER and actor.has(step.role)
    return is_of_office or handles(actor, proceeding)


def act_called(verb: str) -> Registered | None:
    """The act on a proceeding whose verb is `verb` (the part of its name behind the dot), or None."""
    return next((row for row in registered_commands().values() if row.verb == verb and is_act(row)), None)


def films_at(proceeding: Proceeding) -> tuple[str, ...]:
    """The moments on whose recordings what the present step offers may rest."""
    step, known = queries.current_step(proceeding), registered_commands()
    acts = (known[name] for name in (step.acts if step else ()) if name in known)
    found = (card_of(each).films for each in acts if is_act(each))
    return tuple(dict.fromkeys(moment for moment in found if moment))


def act_named(name: str) -> Registered:
    return registered_command(name)


def acts_at_any_step(*, is_closed: bool) -> tuple[Registered, ...]:
    """Those that no step need offer; of a closed proceeding, those that are lawful then."""
    acts = (row for row in registered_commands().values() if is_act(row))
    cards = ((row, card_of(row)) for row in acts)
    return tuple(row for row, card in cards if (card.after_closure if is_closed else card.at_any_step))


def is_act(registered: Registered) -> bool:
    return isinstance(registered.card, Card)


def card_of(registered: Registered) -> Card:
    assert isinstance(registered.card, Card)
    return registered.card
