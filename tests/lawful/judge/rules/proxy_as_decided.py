"""Rules on what is done in the party's place: on the day and by whom the decision says (行政强制法 §51)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.lanes import LaneDecided, ProxyDayMoved
from tests.lawful.chronicle.other_kinds import Enforced, Urged
from tests.lawful.judge.example import HEAD, at, changed, plus
from tests.lawful.judge.example_coercion import P, carried_out
from tests.lawful.judge.lanes import own
from tests.lawful.judge.rule import Finds, rule


@rule(
    "50.10",
    article="行政强制法第五十一条第一款第一项、第二项",
    says="代履行在决定书载明的日期实施；改期的，改期以后再次催告，在改定的日期实施",
    kind="enforcement_substitute",
    certainty="推论",
)
def performed_on_another_day(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        decided = own(case.before(row, LaneDecided), row.of)
        if row.way != "substitute" or not decided:
            continue
        moved = own(case.before(row, ProxyDayMoved), row.of)
        told = str(moved[-1].until) if moved else str(decided[-1].says.get("planned_on") or "")
        done = str((row.starts_at or row.at).date())
        if told != done:
            yield row, f"告知的日期是{told or '空白'}，{done}实施"
        elif moved and not any(
            one in case.after(moved[-1], Urged) for one in own(case.before(row, Urged), row.of)
        ):
            yield row, "改期以后没有再次催告"


@rule(
    "50.11",
    article="行政强制法第五十一条第一款第一项",
    says="代履行由决定书载明的人实施",
    kind="enforcement_substitute",
    certainty="推论",
)
def performed_by_another(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        decided = own(case.before(row, LaneDecided), row.of)
        named = str(decided[-1].says.get("executor") or "") if decided else ""
        if row.way == "substitute" and named and row.executor != named:
            yield row, f"决定书载明{named}，由{row.executor}实施"


performed_on_another_day.breach(
    lambda: plus(carried_out(), ProxyDayMoved(at=at(57), by=(HEAD,), of=P, until=at(70).date()))
)
performed_on_another_day.breach(
    lambda: plus(carried_out(), ProxyDayMoved(at=at(57), by=(HEAD,), of=P, until=at(62).date()))
)
performed_on_another_day.lawful(carried_out)
performed_by_another.breach(lambda: changed(carried_out(), Enforced, executor="某拆迁公司"))
performed_by_another.lawful(carried_out)
