"""The board where the words of procedures are answered: the storeys above pin their vocabularies here.

A guard says whether a step may be left (Verdict); a condition chooses an edge or a paper (bool). The pins are
set once, in project/wiring.py; a word without an answer refuses to start rather than letting a case pass.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, Protocol

from django.db.models import TextChoices

from sanzhi.cases.fact_groups import FactGroup, act_behind, tree
from sanzhi.cases.matters import Matter
from sanzhi.cases.models import Case, ClosureKind, Overturn, Proceeding
from sanzhi.cases.outcome import Outcome
from sanzhi.catalogues.powers import Power
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.deadlines import Deadline
from sanzhi.law.floors.common import Rule

Guard = Callable[[Proceeding], Verdict]
Condition = Callable[[Proceeding], bool]


class MomentsGuard(Protocol):
    def __call__(
        self,
        proceeding: Proceeding,
        moments: Iterable[str],
        *,
        on: date | None = None,
        since: datetime | None = None,
    ) -> Verdict: ...


class Recount(Protocol):
    def __call__(self, actor: Actor, proceeding: Proceeding, *, reason: str) -> None: ...


@dataclass(frozen=True)
class Film:
    """A recording of the case. `is_own`: of this very proceeding's party, or of the place, which is everybody's.

    `is_seen`: a photograph or a film; sound alone shows nothing.
    """

    sha256: str
    words: str
    moment: str
    began_at: datetime
    is_own: bool
    is_seen: bool


@dataclass(frozen=True)
class Vocabulary:
    """What an app offers to procedures and to the core. Words are `<app>.<what_is_true>`.

    `procedures` are those that a lead may open, with their captions, on a power that authorises `lead_needs` where that
    is said, `beside` those that begin in a case that is open already; both need a power of `category`; those among them
    that begin a case `by_motion` of the authority; `closures` are the ways in which its proceedings end, by the disposal
    that was decided, under its procedure's key, or "", those without a decision; `may_close` says whether a proceeding may end so (of a kind: one of its own; of another app: any); `may_overturn`, whether its decision may be taken back so; `major_reasons` says by which rows of the list a decision of theirs is a major one.
    `facts` are groups of the tree from which papers are filled, `rows` names the one-to-one rows to be loaded with a proceeding, with what leads on from them; `clocks` are the kind's own deadlines by key (None: no longer runs), `recounts` is done after a record was corrected; `found` is what the kind has found beside the facts, by its caption and as plain values: a proposal rests
    on it too; `sum_of` is what its decision as it was made costs the party, in yuan, or pays it (`pays_party`), None for one that is about no sum, `sum_caption` how it is called; `asked_court_on` the days on which the court was asked to execute it; `has_judged` says whether an officer, by key, took part in judging a case without an entry of his own; `matters` are what was put before somebody in the proceeding, and how far each is; `films` the recordings that evidence or a service may name; `may_appraise` says when things are appraised, where it is not before a decision; `main_clocks` are those of its own clocks of which lists show the first that runs; `outcome` is its decision as the public may read it;
    `notices` are the purposes of the papers by which the party is told what is proposed, and may plead; a party that `may_be_unidentified` is known by name, as who holds a thing; `without` are acts that are offered at any step of other kinds and never of its own;
    `wordings` are its conditions in words, one for each that stands on a way from step to step; `proposals` how by its procedures is called what is proposed.
    """

    category: str = ""
    procedures: Mapping[str, str] = field(default_factory=dict)
    lead_needs: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    by_motion: tuple[str, ...] = ()
    guards: Mapping[str, Guard] = field(default_factory=dict)
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    closures: Mapping[str, tuple[TextChoices, ...]] = field(default_factory=dict)
    may_close: Callable[[Proceeding, str], Verdict] | None = None
    may_overturn: Callable[[Proceeding, Overturn], Verdict] | None = None
    major_reasons: Callable[[Proceeding], tuple[str, ...]] | None = None
    facts: tuple[FactGroup, ...] = ()
    floor: tuple[Rule, ...] = ()
    rows: tuple[str, ...] = ()
    clocks: Callable[[Proceeding], Mapping[str, Deadline | None]] | None = None
    recounts: Recount | None = None
    found: Callable[[Proceeding], Mapping[str, Any]] | None = None
    sum_of: Callable[[Proceeding], Decimal | None] | None = None
    asked_court_on: Callable[[Proceeding], Iterable[date]] | None = None
    sum_caption: str = "数额"
    pays_party: bool = False
    has_judged: Callable[[Case, int], bool] | None = None
    matters: Callable[[Proceeding], Iterable[Matter]] | None = None
    may_appraise: Callable[[Proceeding], Verdict] | None = None
    main_clocks: tuple[str, ...] = ()
    notices: tuple[str, ...] = ("plea_notice", "hearing_notice")
    outcome: Callable[[Proceeding], Outcome | None] | None = None
    films: Callable[[Proceeding], Iterable[Film]] | None = None
    may_be_unidentified: bool = False
    without: frozenset[str] = frozenset()
    wordings: Mapping[str, str] = field(default_factory=dict)
    proposals: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def runs(self) -> dict[str, str]:
        """Every procedure of the kind; empty for an app that is none."""
        return {**self.procedures, **self.beside}

    @cached_property
    def app(self) -> str:
        """The app whose words they are."""
        return next(iter(self.guards), "").partition(".")[0]


PROPOSAL = "处理建议"  # what is proposed, where a kind has no word of its own
_guards: dict[str, Guard] = {}
_conditions: dict[str, Condition] = {}
_vocabularies: list[Vocabulary] = []
_moments: list[MomentsGuard] = []
_after_decision: list[str] = []
_after_overturn: list[str] = []


def pin(
    vocabularies: Iterable[Vocabulary],
    *,
    moments: MomentsGuard,
    after_decision: Iterable[str],
    after_overturn: Iterable[str],
) -> None:
    """Set the answers.

    `moments` says whether the must-record moments of a step are covered; `after_decision` names the jobs that
    follow a decision, `after_overturn` those that follow when it is overturned, each with the case's key.
    """
    _vocabularies[:] = vocabularies
    for vocabulary in _vocabularies:
        _guards.update(vocabulary.guards)
        _conditions.update(vocabulary.conditions)
    _moments[:] = [moments]
    _after_decision[:] = after_decision
    _after_overturn[:] = after_overturn


def guard(name: str, proceeding: Proceeding) -> Verdict:
    return _guards[name](proceeding)


def holds(name: str, proceeding: Proceeding) -> bool:
    return _conditions[name](proceeding)


def moments_covered(
    proceeding: Proceeding, moments: Iterable[str], *, on: date | None = None, since: datetime | None = None
) -> Verdict:
    """Whether each of `moments` is recorded; `on`: on that day or later; `since`: what began since that moment."""
    return _moments[0](proceeding, moments, on=on, since=since)


def facts_of(proceeding: Proceeding, paths: Iterable[str]) -> dict[str, Any]:
    """What every app knows of the proceeding, as far as the paths of a form ask for it."""
    return tree(fact_groups(proceeding.procedure_key), proceeding, paths=paths)


def fact_groups(procedure: str) -> tuple[FactGroup, ...]:
    """Those of the kind whose procedure it is, and of the apps that are no kind."""
    asked = (row for row in _vocabularies if not row.runs or procedure in row.runs)
    return tuple(group for vocabulary in asked for group in vocabulary.facts)


def all_procedures() -> tuple[str, ...]:
    """Every procedure that is executed, by its key."""
    return tuple(key for row in _vocabularies for key in row.runs)


def act_that_fills(proceeding: Proceeding, paths: Iterable[str]) -> str:
    """The act by which the case comes to know the first of the paths for which one is named."""
    groups = fact_groups(proceeding.procedure_key)
    return next((act for path in paths if (act := act_behind(groups, path))), "")


def procedures() -> dict[str, str]:
    """The procedures that a lead may open: key → caption."""
    return {key: caption for vocabulary in _vocabularies for key, caption in vocabulary.procedures.items()}


def begun_by_motion() -> dict[str, str]:
    """The procedures that the authority begins of its own motion: key → caption."""
    return {key: row.runs[key] for row in _vocabularies for key in row.by_motion}


def opens(power: Power) -> bool:
    """Whether a lead can be opened on the power: of the category of a kind, giving what the kind needs."""
    kinds = (row for row in _vocabularies if row.procedures and row.category == power.category)
    return any(not row.lead_needs or row.lead_needs in power.authorises for row in kinds)


def category_of(procedure: str) -> str:
    """The category of the powers on which the procedure acts, as the lists name it."""
    return next(row.category for row in _vocabularies if procedure in row.runs)


def other_categories(procedure: str) -> tuple[str, ...]:
    """Those of the other kinds: their laws are called after them."""
    known = {row.category for row in _vocabularies if row.category}
    return tuple(sorted(known - {category_of(procedure)}))


def caption_of(procedure: str) -> str:
    """How the procedure is called on pages."""
    return next((row.runs[procedure] for row in _vocabularies if procedure in row.runs), "")


def proposed_in(procedure: str) -> str:
    """How the procedure calls what is proposed before it is decided."""
    return next((row.proposals[procedure] for row in _vocabularies if procedure in row.proposals), PROPOSAL)


def _kind(proceeding: Proceeding) -> Vocabulary:
    """The vocabulary of the kind whose procedure the proceeding runs."""
    return next(row for row in _vocabularies if proceeding.procedure_key in row.runs)


def is_of_its_kind(proceeding: Proceeding, act: str) -> bool:
    """Whether the act is one of the core, of an app that is no kind, or of the proceeding's own kind."""
    app, kinds = act.partition(".")[0], {row.app for row in _vocabularies if row.runs}
    return app not in kinds or app == _kind(proceeding).app


def found(proceeding: Proceeding) -> dict[str, Any]:
    """What the kind has found beside the facts, by its caption."""
    asked = _kind(proceeding).found
    return dict(asked(proceeding)) if asked else {}


def sum_of(proceeding: Proceeding) -> Decimal | None:
    """What the decision as it was made costs the party, or pays it; None where it is about no sum."""
    asked = _kind(proceeding).sum_of
    return asked(proceeding) if asked and hasattr(proceeding, "decision") else None


def asked_court_on(proceeding: Proceeding) -> tuple[date, ...]:
    asked = _kind(proceeding).asked_court_on
    return tuple(asked(proceeding)) if asked else ()


def sum_caption(proceeding: Proceeding) -> str:
    return _kind(proceeding).sum_caption


def may_be_unidentified(proceeding: Proceeding) -> bool:
    return _kind(proceeding).may_be_unidentified


def is_owed(proceeding: Proceeding) -> bool:
    """Whether the sum is the party's to pay."""
    return not _kind(proceeding).pays_party


def major_reasons(proceeding: Proceeding) -> tuple[str, ...]:
    """Why the decision is a major one that must be reviewed; empty for an ordinary one."""
    asked = _kind(proceeding).major_reasons
    return asked(proceeding) if asked else ()


def closures() -> tuple[TextChoices, ...]:
    """Every way in which a proceeding may end: the core's own, then those of the kinds."""
    return _closures(_vocabularies)


def closures_after(proceeding: Proceeding, disposal: str) -> tuple[TextChoices, ...]:
    """How the proceeding may end once this was decided in it."""
    return _kind(proceeding).closures[disposal]


def closures_undecided(proceeding: Proceeding) -> tuple[TextChoices, ...]:
    """How it may end without a decision; empty where the kind leaves that to the core."""
    known = _kind(proceeding).closures
    return known.get(proceeding.procedure_key, known.get("", ()))


def closure_caption(proceeding: Proceeding) -> str:
    """How the proceeding ended, in the words of its kind; nothing as long as it is open."""
    return next((row.label for row in _closures([_kind(proceeding)]) if row == proceeding.closure_kind), "")


def _closures(rows: Iterable[Vocabulary]) -> tuple[TextChoices, ...]:
    own = (kind for row in rows for kinds in row.closures.values() for kind in kinds)
    return tuple(dict.fromkeys((*ClosureKind, *own)))


def may_close(proceeding: Proceeding, closure: str) -> Verdict:
    """What the kind says to a closure of this sort, and every app that is no kind."""
    verdict = Verdict.yes()
    for row in _vocabularies:
        if row.may_close and (not row.runs or proceeding.procedure_key in row.runs):
            verdict &= row.may_close(proceeding, closure)
    return verdict


def has_judged(case: Case, officer: int) -> bool:
    """Whether the officer took part in what others wrote down, a discussion of the heads for one."""
    return any(row.has_judged(case, officer) for row in _vocabularies if row.has_judged)


def films(proceeding: Proceeding) -> list[tuple[str, str]]:
    """The recordings of the case: hash and words."""
    return [(film.sha256, film.words) for film in _films(proceeding)]


def films_of_service(proceeding: Proceeding) -> list[Film]:
    """Those that show how the proceeding's party was served."""
    own = (film for film in _films(proceeding) if film.is_own and film.is_seen)
    return [film for film in own if film.moment.startswith("service")]


def _films(proceeding: Proceeding) -> Iterable[Film]:
    return (film for row in _vocabularies if row.films for film in row.films(proceeding))


def may_overturn(proceeding: Proceeding, row: Overturn) -> Verdict:
    """What the kind says to our taking its decision back, or changing it."""
    asked = _kind(proceeding).may_overturn
    return asked(proceeding, row) if asked else Verdict.yes()


def clocks(proceeding: Proceeding) -> Mapping[str, Deadline | None]:
    """The deadlines that the kind counts itself."""
    asked = _kind(proceeding).clocks
    return asked(proceeding) if asked else {}


def main_clocks(proceeding: Proceeding) -> tuple[str, ...]:
    """Of which of the kind's own deadlines lists show the first that runs; empty where that of the decision is it."""
    return _kind(proceeding).main_clocks


def may_appraise(proceeding: Proceeding) -> Verdict | None:
    """What the kind says to an appraisal; None where it leaves that to the core."""
    asked = _kind(proceeding).may_appraise
    return asked(proceeding) if asked else None


def notices(proceeding: Proceeding) -> tuple[str, ...]:
    """By papers for which purposes the party is told."""
    return _kind(proceeding).notices


def is_left_out(proceeding: Proceeding, act: str) -> bool:
    """Whether the act, offered at any step elsewhere, has no place in proceedings of this kind."""
    return act in _kind(proceeding).without


def outcome(proceeding: Proceeding) -> Outcome | None:
    """The decision of the proceeding for the public; nothing where the kind tells the public none."""
    asked = _kind(proceeding).outcome
    return asked(proceeding) if asked else None


def recount(actor: Actor, proceeding: Proceeding, *, reason: str) -> None:
    """What the kind counts anew when a record of the proceeding was corrected, or its decision changed."""
    asked = _kind(proceeding).recounts
    if asked:
        asked(actor, proceeding, reason=reason)


def rows() -> tuple[str, ...]:
    """The one-to-one rows that other apps keep of a proceeding."""
    return tuple(name for vocabulary in _vocabularies for name in vocabulary.rows)


def matters(proceeding: Proceeding) -> tuple[Matter, ...]:
    """What was put before somebody to decide: the core's own, and the kind's."""
    own = _kind(proceeding)
    asked = (row.matters for row in _vocabularies if row.matters and (row is own or not row.runs))
    return tuple(one for tell in asked for one in tell(proceeding))


def jobs_after_decision() -> tuple[str, ...]:
    return tuple(_after_decision)


def jobs_after_overturn() -> tuple[str, ...]:
    return tuple(_after_overturn)


def wordings() -> dict[str, str]:
    """The conditions in words, as the chart and the next steps say them."""
    return {name: words for vocabulary in _vocabularies for name, words in vocabulary.wordings.items()}


def guard_names() -> frozenset[str]:
    return frozenset(_guards)


def condition_names() -> frozenset[str]:
    return frozenset(_conditions)
