"""Rules on how long a seizure may last and what becomes of each thing (行政强制法 §21, §25, §27, §28)."""

from dataclasses import replace
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening, Suspected
from tests.lawful.chronicle.other_kinds import Seized, SeizureEnded, SeizureExtended, Tested, Thing
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, ONE, at, changed, on, plus
from tests.lawful.judge.example_other import seizure
from tests.lawful.judge.readings import heads, people
from tests.lawful.judge.rule import Finds, Omission, rule
from tests.lawful.judge.seizures import FATES, ending_of, ends_on, extensions, kept_of


@rule(
    "40.1",
    article="行政强制法第二十五条、第二十七条",
    says="查封扣押不得超过三十日，期满须处理或者解除",
    kind="seizure_too_long",
    certainty="原文",
)
def seized_too_long(case: Chronicle) -> Finds:
    for row in case.all(Seized):
        ends = ends_on(case, row)
        for thing in row.things:
            ended = ending_of(case, row, thing=thing)
            open_still = ended is None and case.today is not None and case.today > ends
            if open_still or (ended and ended.day > ends):
                # late is better than never: no program may refuse to give back
                what = f"期满{ends}，“{thing.name}”{ended.day if ended else '至今没有'}处理"
                yield row, Omission(what)


seized_too_long.breach(lambda: seizure(ended=32))
seized_too_long.breach(lambda: seizure(ended=None, today=32))
seized_too_long.lawful(lambda: seizure(ended=31))
seized_too_long.lawful(lambda: seizure(SeizureExtended(at=at(30), by=(HEAD,), days=30), ended=61))


def _tested(*days: int, until: int, ended: int, extended: int | None = None) -> Chronicle:
    """Tests told on the days until one day, an extension of thirty days, and the end."""
    tests = [Tested(at=at(day), until=on(until)) for day in days]
    more = [SeizureExtended(at=at(extended), by=(HEAD,), days=30)] if extended else []
    return seizure(*tests, *more, ended=ended)


seized_too_long.breach(lambda: _tested(5, 5, until=25, ended=52))
seized_too_long.breach(lambda: _tested(5, 15, until=25, ended=52))
seized_too_long.breach(lambda: _tested(32, until=60, ended=59))
seized_too_long.breach(lambda: _tested(5, until=25, extended=45, ended=82))
seized_too_long.lawful(lambda: _tested(5, 15, until=25, ended=51))
seized_too_long.lawful(lambda: _tested(31, until=60, ended=60))
seized_too_long.lawful(lambda: _tested(5, until=25, extended=45, ended=75))


def _two(*more: Happening, first: int = 50, day: int = 60, ended: int | None = 100) -> Chronicle:
    """A grill, given back on day `first`, and from `day` on a tricycle too."""
    case = seizure(*more, ended=first, today=130 if ended else day + 10)
    times: dict[str, Any] = {"at": at(day), "on": on(day), "approved_at": at(day, 8)}
    second = replace(case.all(Seized)[0], **times, things=(Thing("三轮车"),), ref="s2")
    back = (Thing("三轮车", ended="returned"),)
    ends = [SeizureEnded(at=at(ended), on=on(ended), by=(ONE,), things=back)] if ended else []
    return plus(case, second, *ends)


def _more(day: int, **more: Any) -> SeizureExtended:
    return SeizureExtended(at=at(day), by=(HEAD,), days=30, **more)


seized_too_long.breach(lambda: _two(_more(30), ended=91))
seized_too_long.breach(lambda: _two())
seized_too_long.lawful(lambda: _two(_more(30), _more(85)))
seized_too_long.lawful(lambda: _two(first=20, ended=None))
seized_too_long.lawful(lambda: _two(first=20, ended=90))


@rule(
    "40.2",
    article="行政强制法第二十五条第一款、第二款",
    says="延长不得超过三十日、限一次，须情况复杂、负责人期满前批准、书面告知理由",
    kind="seizure_extended_wrongly",
    certainty="推论",
)
def extended_wrongly(case: Chronicle) -> Finds:
    extended: list[Seized] = []
    for seized, row in extensions(case):
        extended.append(seized)
        count = sum(one is seized for one in extended)
        in_office = heads(case, row.day)
        late = max(row.day, row.at.date()) > ends_on(case, seized, before=row)
        stranger = bool(in_office) and not people(case, row.by) & in_office
        long = row.days > lines.EXTEND_SEIZURE
        if count > 1 or late or stranger or long or not (row.is_told and row.is_complex):
            yield row, f"第{count}次延长{row.days}日"


extended_wrongly.breach(lambda: seizure(SeizureExtended(at=at(30), by=(HEAD,), days=31)))
extended_wrongly.breach(lambda: seizure(SeizureExtended(at=at(30), by=(HEAD,), days=10, is_told=False)))
for _by in ((ONE,), ()):
    extended_wrongly.breach(lambda by=_by: seizure(SeizureExtended(at=at(30), by=by, days=10)))
extended_wrongly.breach(lambda: _tested(5, until=25, extended=52, ended=55))
extended_wrongly.breach(lambda: _two(_more(25), _more(26), ended=90))
extended_wrongly.breach(lambda: _two(_more(85, of="s2"), _more(86, of="s2")))
extended_wrongly.lawful(lambda: _two(_more(30), _more(85)))
extended_wrongly.lawful(lambda: _two(_more(25), _more(28), day=10, ended=55))
extended_wrongly.lawful(lambda: _two(_more(25), _more(85, of="s2")))
extended_wrongly.lawful(lambda: seizure(SeizureExtended(at=at(30), by=(HEAD,), days=30)))


@rule(
    "40.3",
    article="行政强制法第二十五条第三款",
    says="检测鉴定的期间应当明确并书面告知",
    kind="seizure_test_not_told",
    certainty="原文",
)
def period_of_test_not_told(case: Chronicle) -> Finds:
    for row in case.all(Tested):
        if not row.is_told or row.until is None:
            yield row, "没有书面告知期间"


period_of_test_not_told.breach(lambda: seizure(Tested(at=at(5), until=on(10), is_told=False)))
period_of_test_not_told.lawful(lambda: seizure(Tested(at=at(5), until=on(10)), ended=36))


@rule(
    "41.3",
    article="行政强制法第二十七条、第二十八条；行政处罚法第七十四条",
    says="每件物品都要有去向：退还、没收、销毁、移送、拍卖",
    kind="seizure_things_lost",
    certainty="推论",
)
def things_lost(case: Chronicle) -> Finds:
    for ended in case.all(SeizureEnded):
        lost = [thing.name for thing in ended.things if thing.ended not in FATES]
        if lost or not ended.things:
            yield ended, f"“{lost[0]}”没有法定的去向" if lost else "没有写明解除了什么"
    for row in case.all(Seized):
        kept = kept_of(case, row)
        over = case.today is not None and case.today > ends_on(case, row)
        if kept and len(kept) < len(row.things) and over:
            yield row, Omission(f"“{kept[0].name}”没有去向")


things_lost.breach(lambda: seizure(things=(Thing("烤炉"), Thing("三轮车"))))
for _fate in ("丢失", ""):
    things_lost.breach(
        lambda fate=_fate: changed(seizure(), SeizureEnded, things=(Thing("烤炉", ended=fate),))
    )
things_lost.breach(lambda: changed(seizure(), SeizureEnded, things=()))
things_lost.lawful(lambda: seizure(things=(Thing("烤炉"), Thing("三轮车")), ended=10, today=20))
things_lost.lawful(
    lambda: changed(
        seizure(things=(Thing("烤炉"), Thing("三轮车"))),
        SeizureEnded,
        things=(Thing("烤炉", ended="returned"), Thing("三轮车", ended="confiscated")),
    )
)


@rule(
    "42.2",
    article="行政强制法第二十一条",
    says="移送犯罪的，查扣的财物一并移送并书面告知当事人",
    kind="seizure_not_transferred",
    certainty="原文",
)
def not_transferred(case: Chronicle) -> Finds:
    moved = [row for row in case.all(Suspected) if row.stage == "transferred"]
    for row in case.all(SeizureEnded) if moved else ():
        kept = [thing for thing in row.things if thing.ended and thing.ended != "transferred"]
        if kept and row in case.after(moved[0], SeizureEnded):
            yield row, f"案件已移送，“{kept[0].name}”却{kept[0].ended}"


not_transferred.breach(lambda: seizure(Suspected(at=at(9), by=(HEAD,), stage="transferred")))
not_transferred.lawful(
    lambda: changed(
        seizure(Suspected(at=at(9), by=(HEAD,), stage="transferred")),
        SeizureEnded,
        things=(Thing("烤炉", ended="transferred"),),
    )
)
