"""The ledger of breaches: a replay for each rule that is broken today, made short, walked again, compared."""

from dataclasses import dataclass

from tests.lawful.clerk.acts import Act
from tests.lawful.clerk.doing import do
from tests.lawful.clerk.replays import Replay, ledger, plain, read, write
from tests.lawful.clerk.report import Brought
from tests.lawful.clerk.roads import Road
from tests.lawful.clerk.shrink import shrunk
from tests.lawful.clerk.telling import short_story
from tests.lawful.clerk.walk import Walker
from tests.lawful.judge import Breach, all_rules

TRIES = 30  # walks that one breach may cost to be made short


@dataclass(frozen=True)
class Answer:
    """What became of a known breach: `breach` is None when the replay no longer leads to it."""

    replay: Replay
    breach: Breach | None
    story: str = ""
    trouble: str = ""


def led_to(walker: Walker, road: Road, *, acts: tuple[Act, ...], rule: str) -> tuple[Breach | None, str]:
    """The breach of `rule` at the end of `acts`, walked from the start past refusals; and its story."""
    walker.world.put_back(walker.start)
    walker.world.now = road.begin
    for act in acts:
        do(walker.world, act)
    for case in walker.cases():
        found = all_rules()[rule](case)
        if found:
            return found[0], short_story(case, found[0])
    return None, ""


def made_short(walker: Walker, road: Road, *, brought: Brought) -> Replay:
    """The replay of a breach: as few of its acts as still lead to it."""
    acts = shrunk(
        brought.acts,
        fails=lambda part: led_to(walker, road, acts=part, rule=brought.rule)[0] is not None,
        tries=TRIES,
    )
    _, story = led_to(walker, road, acts=acts, rule=brought.rule)
    name = f"{brought.rule.replace('.', '_')}-{brought.kind}"
    told = tuple(act if _is_bent(act, road) else act.key for act in acts)
    return Replay(name, brought.rule, brought.kind, road.name, told, story)


def _is_bent(act: Act, road: Road) -> bool:
    """Whether the act differs from the road's act of the same name."""
    own = next((row for row in road.acts if row.key == act.key), None)
    if own is None:
        return True
    same = (own.does, own.who, own.wait) == (act.does, act.who, act.wait)
    return not (same and plain(own.order) == plain(act.order))


def walk_again(walker: Walker, roads: dict[str, Road]) -> list[Answer]:
    """Every replay of the ledger, walked on today's code."""
    answers = []
    for row in ledger().breaches:
        replay = read(row["replay"])
        try:
            acts = replay.walked(roads[replay.road])
        except KeyError as missing:
            answers.append(Answer(replay, None, trouble=f"路线{replay.road}不再有“{missing}”这一步"))
            continue
        breach, story = led_to(walker, roads[replay.road], acts=acts, rule=replay.rule)
        answers.append(Answer(replay, breach, story))
    return answers


def entered(walker: Walker, roads: dict[str, Road], *, brought: Brought) -> dict[str, str]:
    """Make a replay of the breach, write it, and give back its row of the ledger."""
    replay = made_short(walker, roads[brought.road], brought=brought)
    write(replay)
    return {"rule": brought.rule, "kind": replay.kind, "replay": replay.name, "says": brought.says}
