"""Walks a road with a bend in it, on to the end past refusals.

The judge looks after the bend, after each decision, and at the end: it reads the whole story each time.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice

from sanzhi.kernel import clock
from sanzhi.ledger.models import Entry
from tests.lawful.adapter import chronicle_of
from tests.lawful.adapter.lane_readers import LANE_READERS
from tests.lawful.adapter.readers import READERS
from tests.lawful.chronicle import Chronicle, Days, Roster
from tests.lawful.clerk.acts import CASE, OPENED, SECOND, Act
from tests.lawful.clerk.bends import Bend
from tests.lawful.clerk.blanks import filled
from tests.lawful.clerk.doing import CRASHED, DONE, REFUSED, Outcome, do
from tests.lawful.clerk.places import listening, places_of
from tests.lawful.clerk.report import Crash
from tests.lawful.clerk.roads import ORDINARY, Road
from tests.lawful.clerk.world import State, World
from tests.lawful.judge import Breach, judge
from tests.lawful.judge.rule import Omission

TOLD = READERS.keys() | LANE_READERS.keys()
NOT_OVER, WAIT = "尚未届满", timedelta(days=10)
DECIDE = {
    *("decide_penalty", "penalise_on_the_spot", "decide_no_penalty", "overturn_decision"),
    *("decide_licence", "accept_application", "decide_removal", "begin_demolition", "decide_enforcement"),
    *("tear_down", "deposit_left_things", "decide_levy", "collect_levy", "refund_levy", "pay_levy_refund"),
    *(
        "decide_requisition",
        "take_over_things",
        "requisition_at_once",
        "decide_compensation",
        "pay_compensation",
    ),
    *("carry_out_seizure", "let_things_go", "perform_by_proxy", "clear_at_once", "record_proxy_payment"),
}
SIGNERS = ("zhifa1", "duizhang1", "juzhang", "zhifa2", "fujuzhang", "fazhi")


def crash_name(act: Act, outcome: Outcome) -> str:
    return f"{act.verb}: {outcome.said[0]}"


@dataclass
class Tally:
    """What a walker has counted: steps tried, successes of each act by procedure, crashes by name."""

    steps: int = 0
    successes: Counter[tuple[str, str]] = field(default_factory=Counter)
    crashes: dict[str, Crash] = field(default_factory=dict)


@dataclass(frozen=True)
class Caught:
    """A breach that a walk led to: the acts that were done until it showed, and the case as it then stood."""

    breach: Breach
    road: str
    acts: tuple[Act, ...]
    case: Chronicle
    bends: tuple[Bend, ...] = ()


class Walker:
    """One process's clerk. `pool` holds the states before each act of the road that is being bent."""

    def __init__(self, world: World, start: State, *, rosters: Mapping[int, Roster], days: Days) -> None:
        self.world, self.start = world, start
        self.rosters, self.days = rosters, days
        self.tally = Tally()
        self.pool: list[State] = []
        self.usual: frozenset[str] = frozenset()  # rules that the road itself breaks today
        self.refusals = 0  # on the last walk
        self.refused_by: dict[
            str, int
        ] = {}  # the lines that refused on the last walk: the how manieth refusal was it
        self.way: list[Act] = []  # what was done on this walk
        self.looked: tuple[int, date] | None = None  # the last entry that the judge has seen, and when

    def walk_lawfully(self, road: Road) -> list[Caught]:
        """Walk the road as it is and keep every state on the way; what the judge finds here is the road's own."""
        self._put_back(self.start)
        self.world.now = road.begin
        self.pool, self.usual = [], frozenset()
        caught: list[Caught] = []
        for n, act in enumerate(road.acts):
            self.pool.append(self.world.keep())
            self.way = list(road.acts[:n])
            outcome = self._do(road, act)
            if outcome.how != DONE:
                raise AssertionError(f"the lawful road {road.name} stops at {act.key}: {outcome}")
            caught += self._look(road, road.acts[: n + 1], seen={row.breach.rule.number for row in caught})
        self.usual = frozenset(row.breach.rule.number for row in caught)
        return caught

    def walk_bent(self, road: Road, *bends: Bend, goes_on: bool = True) -> list[Caught]:
        """Begin at the first bend, apply all, go on to the end past refusals. Stops where the bend changed nothing.

        Without `goes_on`: to the next decision.
        """
        first, *others = sorted(bends, key=lambda bend: bend.at)
        acts = road.acts
        for bend in reversed(others):
            acts = bend.applied(acts)
        self._put_back(self.pool[first.at])
        self.way, caught = list(road.acts[: first.at]), list[Caught]()
        changed = not first.acts
        self.refusals, self.refused_by = 0, {}
        for act in first.acts:
            outcome = self._do(road, act)
            if outcome.how == DONE:
                changed = changed or act is not road.acts[first.at]
                self.way.append(act)
                caught += self._look(road, tuple(self.way), seen={row.breach.rule.number for row in caught})
        if not changed and not others:
            return [Caught(row.breach, row.road, row.acts, row.case, bends) for row in caught]
        for act in first.followed(acts):
            self.way += (went := self.somehow(road, act))
            if went and act.verb in DECIDE:
                caught += self._look(road, tuple(self.way), seen={row.breach.rule.number for row in caught})
                if not goes_on:
                    break
        caught += self._look(road, tuple(self.way), seen={row.breach.rule.number for row in caught})
        return [Caught(row.breach, row.road, row.acts, row.case, bends) for row in caught]

    def _put_back(self, state: State) -> None:
        self.world.put_back(state)
        self.looked = None

    def somehow(self, road: Road, act: Act) -> list[Act]:
        """The act as it went. Who is refused does what people do: fills blanks with anything, waits for a day that is
        not over, asks others for a signature that they may not give."""
        outcome = self._do(road, act)
        if outcome.how == DONE:
            return [act]
        if outcome.how != REFUSED:
            return []
        if act.verb == "submit_document" and (filling := filled(self.world, act)):
            return [row for row in (filling, act) if self._do(road, row).how == DONE]
        if act.verb == "sign_document":
            others = (replace(act, who=who) for who in SIGNERS if who != act.who)
            return list(islice((other for other in others if self._do(road, other).how == DONE), 1))
        if any(NOT_OVER in sentence for sentence in outcome.said):
            later = replace(act, wait=WAIT)
            return [later] if self._do(road, later).how == DONE else []
        return []

    def _do(self, road: Road, act: Act) -> Outcome:
        with listening():
            outcome = do(self.world, act)
        if outcome.how == REFUSED:
            self.refused_by = dict.fromkeys(places_of(outcome.said), self.refusals) | self.refused_by
            self.refusals += 1
        self.tally.steps += 1
        if outcome.how == DONE:
            turned = any(done.verb == "turn_to_ordinary" for done in self.way)
            procedure = road.lane_of(act) or (ORDINARY if turned else road.procedure(0))
            self.tally.successes[procedure, act.verb] += 1
        if outcome.how == CRASHED:
            name = crash_name(act, outcome)
            self.tally.crashes.setdefault(name, Crash(name, road.name, (*self.way, act)))
        return outcome

    def _look(self, road: Road, acts: tuple[Act, ...], *, seen: set[str]) -> list[Caught]:
        """What the judge finds now that neither the road itself nor an earlier look has shown."""
        if not self._has_news():
            return []
        return [
            Caught(breach, road.name, acts, case)
            for case in self.cases()
            for breach in judge(case)
            if breach.rule.number not in self.usual | seen and not isinstance(breach.what, Omission)
        ]

    def _has_news(self) -> bool:
        """Whether anything that a chronicle tells has been entered since the last look, or another day has begun."""
        since, day = self.looked or (0, None)
        entered = Entry.objects.filter(pk__gt=since).values_list("pk", "event") if since else ()
        rows = list(entered) if since else [(Entry.objects.latest("pk").pk, "")]
        today = self.world.now.date()
        self.looked = (rows[-1][0] if rows else since, today)
        return not since or day != today or any(event in TOLD for _, event in rows)

    def cases(self) -> list[Chronicle]:
        """Every case that this walk has opened, as a chronicle."""
        made = self.world.made.items()
        keys = dict.fromkeys(
            pk for key, pk in made if key.rstrip(f"+!{SECOND}") == CASE or key.endswith(f".{OPENED}")
        )
        with clock.moved(self.world.now):
            return [
                chronicle_of(pk, rosters=self.rosters, days=self.days, pages=self.world.pages) for pk in keys
            ]
