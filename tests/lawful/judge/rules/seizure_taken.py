"""Rules on what is taken: whole things, and none a second time (行政强制法 §23, §24)."""

from dataclasses import replace

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.other_kinds import Seized, Thing
from tests.lawful.judge.example import at, changed, on, plus
from tests.lawful.judge.example_coercion import TRUCK, kept
from tests.lawful.judge.lanes import counted
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.seizures import ending_of

WHOLE = tuple("辆台艘架部人株棵头只件个处座幢间套")


@rule(
    "39.8",
    article="行政强制法第二十四条第二款第三项",
    says="查扣的车辆、设备等以整数清点",
    kind="seizure_listed_wrongly",
    certainty="推论",
)
def taken_in_part(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        for thing in row.things:
            name, count = counted(thing.name)
            if count is not None and name.endswith(WHOLE) and count != int(count):
                yield row, f"“{thing.name}”不是整数"


taken_in_part.breach(lambda: changed(kept(), Seized, things=(Thing(TRUCK.replace("1辆", "0.5辆")),)))
taken_in_part.lawful(kept)


@rule(
    "39.9",
    article="行政强制法第二十三条第二款、第二十五条",
    says="同一案件中还在保管、已经没收、移送、销毁、拍卖的财物不得再次查扣",
    kind="seizure_taken_twice",
    certainty="推论",
)
def taken_twice(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        for before in case.before(row, Seized):
            for thing in (one for one in before.things if one.name in {other.name for other in row.things}):
                ended = ending_of(case, before, thing=thing)
                fates = [one.ended for one in ended.things if one.name == thing.name] if ended else []
                if ended is None or ended.at > row.at or "returned" not in fates:
                    yield row, f"“{thing.name}”再次查扣"


def _again(day: int) -> Chronicle:
    """The truck is given back on day 20; it is taken on this day too."""
    case = kept()
    second = replace(case.all(Seized)[0], at=at(day), on=on(day), ref="")
    return plus(case, second)


taken_twice.breach(lambda: _again(10))
taken_twice.lawful(kept)
