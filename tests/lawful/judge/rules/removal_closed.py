"""Rules on how an order to demolish ends without one: found to be lawful, or handed over; nobody is left told to stop (城乡规划法 §64)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.buildings import (
    GovernmentOrdered,
    GovernmentReported,
    RemovalOrdered,
    RemovalTold,
    StopLooked,
    StructureSorted,
)
from tests.lawful.chronicle.happenings import Happening, Issued, Served
from tests.lawful.chronicle.lanes import LaneClosed, LaneDecided, LaneProposed
from tests.lawful.judge.example import HEAD, ONE, at, changed, in_order, on, plus, without
from tests.lawful.judge.example_building import RECEIVED, THE_ORDER, ordered
from tests.lawful.judge.lanes import own
from tests.lawful.judge.rule import Finds, rule

LIFTING = "D108"


@rule(
    "52.22",
    article="城乡规划法第六十四条；行政处罚法第二十二条、第二十五条",
    says="违法建设以不属于违法建设、不由本机关管辖结束的，先有认定或者移送函",
    kind="removal_closed_unfounded",
    certainty="推论",
)
def closed_unfounded(case: Chronicle) -> Finds:
    for row in case.all(LaneClosed):
        found = own(case.before(row, StructureSorted), row.of)
        if row.kind == "not_illegal" and not (found and found[-1].sort == "lawful"):
            yield row, "没有认定不属于违法建设"
        if row.kind == "not_ours" and not any(one.form == "D04" for one in case.before(row, Issued)):
            yield row, "没有移送有管辖权的机关"


@rule(
    "52.23",
    article="城乡规划法第六十四条；平顶山市城乡规划建设管理条例第二十四条",
    says="违法建设以不属于违法建设、不由本机关管辖结束的，先书面解除责令停止",
    kind="removal_stop_not_lifted",
    certainty="推论",
)
def stop_not_lifted(case: Chronicle) -> Finds:
    for row in case.all(LaneClosed):
        served = [one.form for one in case.before(row, Served)]
        if row.kind in {"not_illegal", "not_ours"} and "D24" in served and LIFTING not in served:
            yield row, "责令停止违法行为通知书没有解除"


def _ended(kind: str, *more: Happening, sort: str = "lawful", item: str = "40_0") -> Chronicle:
    """Stopped on day 0, sorted on day 2, the stop lifted on day 3, closed on day 4."""
    undone = (RemovalTold, RemovalOrdered, LaneDecided, LaneProposed, LaneClosed)
    case = without(ordered(), *undone, StopLooked, GovernmentReported, GovernmentOrdered)
    kept = [row for row in case if not (isinstance(row, Served) and row.form == "D63")]
    case = changed(in_order(case, kept), StructureSorted, sort=sort, item=item)
    return plus(case, *more, LaneClosed(at=at(4), by=(HEAD,), of=THE_ORDER, kind=kind))


LIFTED = Served(at=at(3), on=on(3), by=(ONE,), form=LIFTING, issued_on=on(3), **RECEIVED)
LETTER = Issued(at=at(3), by=(HEAD,), form="D04", ref="documents.document:4")

closed_unfounded.breach(lambda: _ended("not_illegal", LIFTED, sort="removable", item="26_4"))
closed_unfounded.breach(lambda: _ended("not_ours", LIFTED))
closed_unfounded.lawful(lambda: _ended("not_illegal", LIFTED))
closed_unfounded.lawful(lambda: _ended("not_ours", LIFTED, LETTER))
stop_not_lifted.breach(lambda: _ended("not_illegal"))
stop_not_lifted.lawful(lambda: _ended("not_illegal", LIFTED))
