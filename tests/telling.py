"""The steps of a case, reached once by commands and then copied for every test that begins there.

A story is told from where another with the same beginning has passed: what matters is what it has asked of its plan.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import ORDINARY, Days, Plan, Stopped
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from tests.snapshot import Changes, all_rows, bring, bureau, changes, founded_here, founder, get, keep

BEGINNINGS = ORDINARY[
    ORDINARY.index("filing") : ORDINARY.index("performance")
]  # scenes that a story can begin with


@dataclass(frozen=True)
class State:
    """A case at a step: the rows that founding did not leave so, the moment, and which case it is."""

    changes: Changes
    at: datetime
    case_id: int


@dataclass(frozen=True)
class Passage:
    """Where a story has passed, what its plan had answered by then, and where it could have stopped before."""

    scene: str
    answers: dict[str, str]
    stops: tuple[str, ...]
    plan: Plan

    def is_on_the_way_of(self, plan: Plan) -> bool:
        if plan.stop in self.stops:
            return False
        return all(repr(getattr(plan, name)) == answer for name, answer in self.answers.items())


_passed: list[Passage] = []


def walked(plan: Plan) -> Story:
    """The plan's case where the plan stops, among the founded rows, where nothing has been told before."""
    if (state := _told_to(plan)) is None:
        _tell_once(plan)
        state = _told_to(plan)
    if state is None:  # refused on its way: once more, for the test to hear
        story = Story(bureau(), plan)
        story.tell()
        return story
    return _at(state, lambda people: Story(people, plan))


def _at(state: State, begin: Callable[[Bureau], Story]) -> Story:
    bring(state.changes)
    clock.advance(state.at - clock.now())
    story = begin(bureau())
    story.case_id = state.case_id
    return story


class Answers:
    """A plan that remembers what it was asked; once it is changed, what follows is another story."""

    def __init__(self, plan: Plan, known: dict[str, str]) -> None:
        vars(self).update(plan=plan, known=known, is_changed=False)

    def __getattr__(self, name: str) -> Any:
        answer = getattr(self.plan, name)
        if name != "stop":
            self.known[name] = repr(answer)
        return answer

    def __setattr__(self, name: str, value: Any) -> None:
        vars(self).update({name: value, "is_changed": True})


class Remembering(Story):
    """Keeps the rows at every step where a plan like this one could stop."""

    def __init__(self, people: Bureau, plan: Plan, *, after: Passage | None = None) -> None:
        watched: Any = Answers(plan, dict(after.answers if after else {}))
        super().__init__(people, watched)
        self.whole, self.watched = plan, watched
        self.stops = after.stops if after else ()

    def _stop(self, step: str) -> None:
        if not self.watched.is_changed:
            kept = replace(self.whole, stop=step)
            _keep(kept, self)
            if step in BEGINNINGS and self.whole.procedure != "coercion/demolition-order":
                _passed.append(Passage(step, dict(self.watched.known), self.stops, kept))
            self.stops = (*self.stops, step)
        super()._stop(step)

    def _leave_unsigned(self, stop: str, form: str) -> None:
        self.stops = (*self.stops, stop)
        super()._leave_unsigned(stop, form)


def _tell_once(plan: Plan) -> None:
    """As far as the plan's stop; all taken back again. What it passed is kept, also where it is refused further on."""
    before = clock.now()
    founded_here()
    with suppress(Refused), transaction.atomic():
        story, days = _begun(plan)
        with suppress(Stopped):
            for pause in days:
                clock.advance(timedelta(days=pause, minutes=7))
        _keep(plan, story)
        transaction.set_rollback(True)
    clock.advance(before - clock.now())


def _begun(plan: Plan) -> tuple[Story, Days]:
    """The story from its beginning, or from the last step where another story with this beginning has passed."""
    passages = [one for one in _passed if one.is_on_the_way_of(plan)]
    if not passages:
        story = Remembering(bureau(), plan)
        return story, story.scenes()
    last = max(passages, key=lambda one: BEGINNINGS.index(one.scene))
    state = _told_to(last.plan)
    assert state is not None  # it has passed there
    at = _at(state, lambda people: Remembering(people, plan, after=last))
    return at, at.told(ORDINARY[ORDINARY.index(last.scene) :])


def _keep(plan: Plan, story: Story) -> None:
    if _told_to(plan) is not None:
        return
    done = changes(founded_here(), all_rows())
    keep(f"{founder()} {plan}", State(done, clock.now(), story.case_id))


def _told_to(plan: Plan) -> State | None:
    state: State | None = get(f"{founder()} {plan}")
    return state
