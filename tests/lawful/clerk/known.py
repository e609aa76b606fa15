"""The ledger of breaches: a replay for each rule that is broken today, made short, walked again, compared."""

from dataclasses import dataclass

from tests.lawful.clerk.acts import Act
from tests.lawful.clerk.doing import CRASHED, Outcome, do
from tests.lawful.clerk.replays import Replay, ledger, plain, read, write
from tests.lawful.clerk.report import Brought, Crash
from tests.lawful.clerk.roads import Road
from tests.lawful.clerk.shrink import shrunk
from tests.lawful.clerk.telling import short_story
from tests.lawful.clerk.walk import Walker, crash_name
from tests.lawful.judge import Breach, all_rules
from tests.lawful.judge.rule import Omission
from tests.lawful.judge.sound import sound

TRIES = 30  # walks that one breach may cost to be made short


@dataclass(frozen=True)
class Answer:
    """What became of a row of the ledger: `trouble` is "" when its replay still leads there."""

    replay: str
    trouble: str = ""


def led_to(walker: Walker, road: Road, *, acts: tuple[Act, ...], rule: str) -> tuple[Breach | None, str]:
    """The breach of `rule` at the end of `acts`, walked from the start past refusals; and its story."""
    _walked(walker, road, acts=acts)
    for case in walker.cases():
        found = [row for row in all_rules()[rule](sound(case)) if not isinstance(row.what, Omission)]
        if found:
            return found[0], short_story(case, found[0])
    return None, ""


def crashed_on(walker: Walker, road: Road, *, acts: tuple[Act, ...]) -> frozenset[str]:
    """The crashes on the way."""
    outcomes = zip(acts, _walked(walker, road, acts=acts), strict=True)
    return frozenset(crash_name(act, outcome) for act, outcome in outcomes if outcome.how == CRASHED)


def _walked(walker: Walker, road: Road, *, acts: tuple[Act, ...]) -> list[Outcome]:
    walker.world.put_back(walker.start)
    walker.world.now = road.begin
    return [do(walker.world, act) for act in acts]


def made_short(walker: Walker, road: Road, *, brought: Brought) -> Replay:
    """The replay of a breach: as few of its acts as still lead to it."""

    def fails(part: tuple[Act, ...]) -> bool:
        return led_to(walker, road, acts=part, rule=brought.rule)[0] is not None

    acts = shrunk(brought.acts, fails=fails, tries=TRIES)
    _, story = led_to(walker, road, acts=acts, rule=brought.rule)
    name = f"{brought.rule.replace('.', '_')}-{brought.kind}"
    return Replay(name, brought.rule, brought.kind, road.name, _told(acts, road), story)


def crash_made_short(walker: Walker, road: Road, *, crash: Crash) -> Replay:
    """The replay of a crash, as short."""
    acts = shrunk(
        crash.acts, fails=lambda part: crash.name in crashed_on(walker, road, acts=part), tries=TRIES
    )
    return Replay(
        f"crash-{crash.name.replace(': ', '-')}", "", crash.name, road.name, _told(acts, road), crash.name
    )


def _told(acts: tuple[Act, ...], road: Road) -> tuple[str | Act, ...]:
    return tuple(act if _is_bent(act, road) else act.key for act in acts)


def _is_bent(act: Act, road: Road) -> bool:
    """Whether the act differs from the road's act of the same name."""
    own = next((row for row in road.acts if row.key == act.key), None)
    if own is None:
        return True
    same = (own.does, own.who, own.wait) == (act.does, act.who, act.wait)
    return not (same and plain(own.order) == plain(act.order))


def walk_again(walker: Walker, roads: dict[str, Road]) -> list[Answer]:
    """Every replay of the ledger, walked on today's code."""
    return [
        Answer(row["replay"], _trouble(walker, roads, row=row))
        for row in [*ledger().breaches, *ledger().crashes]
    ]


def _trouble(walker: Walker, roads: dict[str, Road], *, row: dict[str, str]) -> str:
    """Why the row stands no longer, or never did."""
    replay, wanted = read(row["replay"]), row.get("rule", "")
    if replay.rule != wanted or (not wanted and replay.kind != row.get("crash")):
        return f"登记的是{wanted or row.get('crash')}，重放说的是{replay.rule or replay.kind}"
    if wanted and wanted not in all_rules():
        return f"判官没有规则{wanted}"
    road = roads.get(replay.road)
    if road is None:
        return f"没有路线{replay.road}"
    try:
        acts = replay.walked(road)
    except KeyError as missing:
        return f"路线{replay.road}不再有{missing}这一步"
    if wanted:
        still = led_to(walker, road, acts=acts, rule=wanted)[0] is not None
    else:
        still = replay.kind in crashed_on(walker, road, acts=acts)
    return "" if still else "重放到底，没有再发现它：请从 known.yaml 中划去，删掉重放"


def entered(walker: Walker, roads: dict[str, Road], *, found: Brought | Crash) -> dict[str, str]:
    """Make a replay, write it, and give back its row of the ledger."""
    if isinstance(found, Crash):
        replay = crash_made_short(walker, roads[found.road], crash=found)
        write(replay)
        return {"crash": found.name, "replay": replay.name}
    replay = made_short(walker, roads[found.road], brought=found)
    write(replay)
    return {"rule": found.rule, "kind": replay.kind, "replay": replay.name, "says": found.says}
