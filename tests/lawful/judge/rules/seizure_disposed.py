"""Rules on what is destroyed: by a decision that takes it, and not before the party was told (行政强制法 §27; 行政处罚法 §74)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Decided, Happening, Overturned, Served
from tests.lawful.chronicle.lanes import ThingsSettled
from tests.lawful.chronicle.other_kinds import SeizureEnded, Thing
from tests.lawful.judge.example import HEAD, at, changed, fine
from tests.lawful.judge.example_coercion import TRUCK, kept
from tests.lawful.judge.rule import Finds, rule


@rule(
    "41.7",
    article="行政强制法第二十七条；行政处罚法第七十四条",
    says="销毁查扣的财物，须有仍然有效的没收该财物的处罚决定",
    kind="seizure_destroyed_wrongly",
    certainty="推论",
)
def destroyed_without_decision(case: Chronicle) -> Finds:
    for row in case.all(ThingsSettled):
        if row.way != "destroyed":
            continue
        rows = case.before(row, Decided)
        fallen = bool(rows) and any(
            one in case.before(row, Overturned) for one in case.after(rows[-1], Overturned)
        )
        words = rows[-1].penalty.text if rows and not fallen else ""
        left = [thing for thing in row.things if thing.partition("（")[0] not in words]
        if not words or left:
            yield row, f"没有没收“{(left or [*row.things, '财物'])[0]}”的决定"


@rule(
    "41.8",
    article="行政强制法第二十七条；行政处罚法第四十四条、第六十一条",
    says="销毁查扣的财物以前，书面决定已经送达当事人",
    kind="seizure_destroyed_wrongly",
    certainty="推论",
)
def destroyed_untold(case: Chronicle) -> Finds:
    for row in case.all(SeizureEnded):
        gone = [thing.name for thing in row.things if thing.ended == "destroyed"]
        if gone and not any(one.form == "D107" for one in case.before(row, Served)):
            yield row, f"“{gone[0]}”已经销毁，当事人没有收到处理决定书"


def _destroyed(*more: Happening) -> Chronicle:
    case = changed(kept(*more), ThingsSettled, way="destroyed", lifted_for="")
    return changed(case, SeizureEnded, things=(Thing(TRUCK, ended="destroyed"),))


def _taking(words: str) -> Decided:
    return Decided(at=at(12), by=(HEAD,), penalty=fine(900, text=words, measures=frozenset({"confiscation"})))


destroyed_without_decision.breach(_destroyed)
destroyed_without_decision.breach(lambda: _destroyed(_taking("没收三轮车1辆")))
destroyed_without_decision.lawful(kept)
destroyed_untold.breach(lambda: _destroyed(_taking("没收轻型自卸货车1辆")))
destroyed_untold.lawful(kept)
