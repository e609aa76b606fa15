"""Rules on an application for a licence until it is accepted, declined or taken back (行政许可法 §§31, 32, 78, 79)."""

from datetime import date

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Served
from tests.lawful.chronicle.licences import (
    Accepted,
    Applied,
    Barred,
    Held,
    Licensed,
    MaterialsCame,
    Supplemented,
    TakenBack,
)
from tests.lawful.judge import lines
from tests.lawful.judge.example import ONE, at, changed, on, plus, without
from tests.lawful.judge.example_licence import cut, licence, of_licence
from tests.lawful.judge.rule import Finds, rule

NEEDED = frozenset({"申请书", "施工图"})


def asked_before(case: Chronicle, row: Accepted | TakenBack | Licensed) -> Applied | None:
    return next(reversed(case.before(row, Applied)), None)


def told_in_time(case: Chronicle, applied: Applied) -> Supplemented | None:
    """行政许可法 §32(1)(4)"""
    ends = case.days.after(applied.day, lines.SUPPLEMENT)
    told = case.after(applied, Supplemented)
    return told[0] if told and told[0].day <= ends else None


def lacking(case: Chronicle, row: Accepted, *, applied: Applied) -> frozenset[str]:
    """What the item needs, or what was told to be missing, and has not come before the row."""
    item = case.licensing.item if case.licensing else None
    came = [one for one in case.before(row, MaterialsCame) if one in case.after(applied, MaterialsCame)]
    have = applied.materials.union(*(one.materials for one in came))
    needed = item.needed if item and applied.asks == "new" else frozenset()
    told = told_in_time(case, applied)
    anew = [one for one in came if told and one in case.after(told, MaterialsCame)]
    owed = (told.missing if told else frozenset()) - frozenset().union(*(one.materials for one in anew))
    return (needed - have) | owed


def _full_on(case: Chronicle, applied: Applied) -> date | None:
    """When the last of what the item needs had come in."""
    item = case.licensing.item if case.licensing else None
    owed = set(item.needed if item and applied.asks == "new" else ()) - applied.materials
    if not owed:
        return applied.day
    for row in case.after(applied, MaterialsCame):
        owed -= row.materials
        if not owed:
            return row.day
    return None


@rule(
    "54.4",
    article="行政许可法第三十二条第一款第四项、第八十二条",
    says="逾期不告知补正的，自收到申请材料之日起即为受理",
    kind="licence_accepted_late",
    certainty="原文",
)
def accepted_from_a_later_day(case: Chronicle) -> Finds:
    for row in case.all(Accepted):
        applied = asked_before(case, row)
        if applied is None or not row.is_accepted or told_in_time(case, applied):
            continue
        ends = case.days.after(applied.day, lines.SUPPLEMENT)
        full = _full_on(case, applied)
        since = full if full is not None and full <= ends else applied.day
        if row.at.date() > ends and row.day > since:
            yield row, f"{since}收到材料，没有按期告知补正，受理日登记为{row.day}"


accepted_from_a_later_day.breach(lambda: changed(licence(), Accepted, at=at(12), on=on(12)))
accepted_from_a_later_day.lawful(lambda: changed(licence(), Accepted, at=at(12), on=on(1)))


@rule(
    "54.5",
    article="行政许可法第三十二条第一款第五项",
    says="受理以材料齐全、补正完毕为前提，没有按期告知补正的除外",
    kind="licence_accepted_incomplete",
    certainty="推论",
)
def accepted_incomplete(case: Chronicle) -> Finds:
    for row in case.all(Accepted):
        applied = asked_before(case, row)
        if applied is None or not row.is_accepted:
            continue
        silent = row.at.date() > case.days.after(applied.day, lines.SUPPLEMENT)
        gone = lacking(case, row, applied=applied)
        if gone and (told_in_time(case, applied) or not silent):
            yield row, f"还缺{'、'.join(sorted(gone))}"


def _needing(*came: str, **more: object) -> Chronicle:
    case = changed(licence(), Applied, materials=frozenset({"申请书"}), is_complete=False)
    case = of_licence(changed(case, Accepted, at=at(4)), needed=NEEDED, materials=NEEDED)
    told = Supplemented(at=at(2), by=(ONE,), missing=frozenset({"施工图"}))
    return plus(case, told, MaterialsCame(at=at(3), by=(ONE,), materials=frozenset(came)))


accepted_incomplete.breach(lambda: _needing("申请书"))
accepted_incomplete.breach(lambda: without(_needing("申请书"), Supplemented))
accepted_incomplete.lawful(lambda: _needing("施工图"))


@rule(
    "54.6",
    article="行政许可法第三十二条第一款第四项；许可事项清单",
    says="视为撤回须补正告知已经送达、清单规定的补正期限已经届满",
    kind="licence_lapsed_early",
    certainty="记忆",
)
def lapsed_early(case: Chronicle) -> Finds:
    item = case.licensing.item if case.licensing else None
    for row in case.all(TakenBack):
        if row.way != "lapsed":
            continue
        told = [one.day for one in case.before(row, Served) if one.form == "D75"]
        if not told:
            yield row, "补正告知书没有送达"
        elif item and row.day <= case.days.after(told[0], item.silence_days):
            yield row, f"{told[0]}送达，补正期限{item.silence_days}个工作日还没有届满"


def _lapsed(day: int, *, served: bool = True) -> Chronicle:
    case = without(_needing(), Accepted, MaterialsCame)
    told = Served(at=at(2, 11), on=on(2), by=(ONE,), form="D75", to="王某", relation="本人", issued_on=on(2))
    more = (told,) if served else ()
    back = TakenBack(at=at(day), by=(ONE,), way="lapsed")
    return plus(cut(case, at(4)), *more, back)


lapsed_early.breach(lambda: _lapsed(9))
lapsed_early.breach(lambda: _lapsed(25, served=False))
lapsed_early.lawful(lambda: _lapsed(25))


@rule(
    "54.7",
    article="行政许可法第三十二条第一款、第七十八条、第七十九条",
    says="以不得再次申请、间隔期未满、不需要许可不予受理的，须确有其事",
    kind="licence_declined_wrongly",
    certainty="推论",
)
def declined_wrongly(case: Chronicle) -> Finds:
    for row in case.all(Accepted):
        applied = asked_before(case, row)
        if row.is_accepted or applied is None:
            continue
        if row.ground == "banned" and not bars_on(case, row.day):
            yield row, "申请人没有不得再次申请的登记"
        if row.ground == "cooling" and not _cools(case, applied.starts_on or row.day):
            yield row, "同一地点没有间隔期未满的许可"
        if row.ground == "not_needed" and case.licensing and case.licensing.item:
            yield row, "事项在许可事项清单上"


def bars_on(case: Chronicle, day: date) -> tuple[Barred, ...]:
    """行政许可法 §78: one year; §79: three."""
    rows = case.licensing.bars if case.licensing else ()
    return tuple(
        row
        for row in rows
        if row.since and row.since <= day <= years_after(row.since, lines.BARRED_YEARS.get(row.ground, 0))
    )


def years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _cools(case: Chronicle, day: date) -> bool:
    known = case.licensing
    days = known.item.cooldown_days if known and known.item else 0
    ends = [row.ended_on or row.until for row in known.others] if known else []
    return any(end and end <= day <= case.days.after(end, days) for end in ends) and days > 0


def _declined(ground: str, **known: object) -> Chronicle:
    case = changed(cut(licence(), at(2)), Accepted, is_accepted=False, ground=ground)
    return of_licence(case, **known)


BARRED = (Barred(since=on(-200), ground="hiding", item="XK02"),)
GONE = (Held(ref="licensing.licence:1", item="XK01", granted_on=on(-90), until=on(-3)),)
declined_wrongly.breach(lambda: _declined("banned"))
declined_wrongly.breach(lambda: _declined("banned", bars=(Barred(since=on(-400), ground="hiding"),)))
declined_wrongly.breach(lambda: _declined("cooling", others=GONE))
declined_wrongly.breach(lambda: _declined("not_needed"))
declined_wrongly.lawful(lambda: _declined("not_ours"))
declined_wrongly.lawful(lambda: _declined("banned", bars=BARRED))
declined_wrongly.lawful(lambda: _declined("cooling", others=GONE, cooldown_days=15))


@rule(
    "54.8",
    article="行政许可法第三十一条第一款",
    says="不得要求提交与许可事项无关的材料",
    kind="licence_strange_material",
    certainty="原文",
)
def strange_material(case: Chronicle) -> Finds:
    item = case.licensing.item if case.licensing else None
    for row in case.all(Supplemented):
        strange = row.missing - (item.materials if item else row.missing)
        if strange:
            yield row, f"清单没有要求{'、'.join(sorted(strange))}"


strange_material.breach(lambda: of_licence(_needing("施工图"), materials=frozenset({"申请书"})))
strange_material.lawful(lambda: _needing("施工图"))


@rule(
    "54.9",
    article="行政许可法第三十二条、第三十七条",
    says="撤回、不予受理以后不再作出决定，已经决定的不能撤回",
    kind="licence_after_its_end",
    certainty="推论",
)
def decided_after_the_end(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        gone = [one for one in case.before(row, Accepted) if not one.is_accepted]
        if case.before(row, TakenBack) or (gone and gone[-1] is case.before(row, Accepted)[-1]):
            yield row, "申请已经撤回或者没有受理"
        for back in case.after(row, TakenBack):
            yield back, "已经作出决定，不能撤回申请"


decided_after_the_end.breach(lambda: plus(licence(), TakenBack(at=at(8), by=(ONE,), proof="书面")))
decided_after_the_end.breach(lambda: plus(licence(), TakenBack(at=at(38), by=(ONE,), proof="书面")))
decided_after_the_end.lawful(lambda: licence())


@rule(
    "54.10",
    article="行政许可法第七十八条、第七十九条",
    says="在不得再次申请的期限内的，不予受理、不予许可",
    kind="licence_barred",
    certainty="原文",
)
def barred_but_accepted(case: Chronicle) -> Finds:
    item = case.licensing.item if case.licensing else None
    for row in (*case.all(Accepted), *case.all(Licensed)):
        applied = asked_before(case, row)
        silent = applied and row.at.date() > case.days.after(applied.day, lines.SUPPLEMENT)
        gives = (row.is_accepted and not silent) if isinstance(row, Accepted) else row.is_granted
        if gives and applied and applied.asks == "new" and item and item.is_of_safety:
            for bar in bars_on(case, applied.day)[:1]:
                yield row, f"申请人自{bar.since}起不得再次申请"


barred_but_accepted.breach(lambda: of_licence(licence(), bars=BARRED, is_of_safety=True))
barred_but_accepted.lawful(lambda: of_licence(licence(), bars=BARRED))


@rule(
    "54.11",
    article="行政许可法第三十二条第一款第四项",
    says="逾期没有告知补正，已经视为受理的，不得再不予受理",
    kind="licence_declined_late",
    certainty="推论",
)
def declined_late(case: Chronicle) -> Finds:
    for row in case.all(Accepted):
        applied = asked_before(case, row)
        if row.is_accepted or applied is None or told_in_time(case, applied):
            continue
        ends = case.days.after(applied.day, lines.SUPPLEMENT)
        if row.at.date() > ends:
            yield row, f"{applied.day}收到，{ends}之后才不予受理"


declined_late.breach(lambda: changed(_declined("not_ours"), Accepted, at=at(9)))
declined_late.lawful(lambda: changed(_declined("not_ours"), Accepted, at=at(7)))
