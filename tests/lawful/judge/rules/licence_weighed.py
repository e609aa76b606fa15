"""Rules on how a licence is decided: accepted, looked at, heard, proposed, by the head, as its certificate says (行政许可法 §§34–48)."""

from datetime import date
from decimal import Decimal, InvalidOperation

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.licences import (
    Accepted,
    Applied,
    Certified,
    Delivered,
    Item,
    LicenceEnded,
    LicenceHeard,
    LicenceProposed,
    Licensed,
    MaterialsCame,
    OthersSpoke,
    SiteChecked,
    TimeLeftOut,
)
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, LEADER, ONE, at, changed, on, plus, without
from tests.lawful.judge.example_licence import licence, of_licence
from tests.lawful.judge.readings import heads, people
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.rules.licence_asked import asked_before, years_after

# 行政许可法 §45, and nothing else: a check on the spot is none of them
LEFT_OUT = frozenset(
    {"hearing", "tender", "auction", "inspection", "test", "quarantine", "appraisal", "experts"}
)


def item_of(case: Chronicle) -> Item:
    return (case.licensing.item if case.licensing else None) or Item()


def is_at_once(case: Chronicle, applied: Applied) -> bool:
    """Every figure within what the item decides on the spot, every choice one of those (行政许可法 §34(2))."""
    item = item_of(case)
    if applied.asks != "new" or item.on_site or not item.at_once:
        return False
    return all(
        applied.answers.get(caption) == limit
        if isinstance(limit, str)
        else _figure(applied, caption) <= limit
        for caption, limit in item.at_once.items()
    )


def _figure(applied: Applied, caption: str) -> Decimal:
    if caption == "days":
        known = applied.starts_on and applied.ends_on
        return (
            Decimal((applied.ends_on - applied.starts_on).days + 1)  # type: ignore[operator]
            if known
            else Decimal(lines.LONG)
        )
    try:
        return Decimal(str(applied.answers.get(caption, "")))
    except InvalidOperation:
        return Decimal(lines.LONG)


@rule(
    "55.6",
    article="行政许可法第三十二条、第三十七条",
    says="先受理，后决定",
    kind="licence_not_accepted",
    certainty="推论",
)
def decided_before_accepted(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        if not any(one.is_accepted for one in case.before(row, Accepted)):
            yield row, "没有受理"


decided_before_accepted.breach(lambda: without(licence(), Accepted))
decided_before_accepted.lawful(lambda: licence())


@rule(
    "55.7",
    article="行政许可法第三十四条第二款、第三款、第三十八条第一款",
    says="除当场决定的外，准予须经核查符合条件；应当现场核查的到现场，补交材料以后再核查",
    kind="licence_not_examined",
    certainty="推论",
)
def granted_unexamined(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        applied = asked_before(case, row)
        if not row.is_granted or applied is None or is_at_once(case, applied):
            continue
        seen = case.before(row, SiteChecked)
        came = [one.day for one in case.before(row, MaterialsCame)]
        if not seen:
            yield row, "没有核查"
        elif not seen[-1].fits:
            yield row, "核查认为不符合条件"
        elif item_of(case).on_site and not seen[-1].is_on_site:
            yield row, "应当现场核查，只作书面核查"
        elif came and seen[-1].day < max(came):
            yield row, f"{seen[-1].day}核查以后，{max(came)}又收到材料"


granted_unexamined.breach(lambda: without(licence(), SiteChecked))
granted_unexamined.breach(lambda: changed(licence(), SiteChecked, fits=False))
granted_unexamined.breach(lambda: changed(licence(), SiteChecked, is_on_site=False))
granted_unexamined.breach(lambda: plus(licence(), MaterialsCame(at=at(6), by=(ONE,))))
granted_unexamined.lawful(lambda: plus(licence(), MaterialsCame(at=at(3), by=(ONE,))))


def _at_once(width: str, part: str = "人行道") -> Chronicle:
    case = changed(licence(), Applied, answers={"占用宽度（米）": width, "占用部位": part})
    item = {"on_site": False, "at_once": {"占用宽度（米）": Decimal(2), "占用部位": "人行道"}}
    return without(of_licence(case, **item), SiteChecked)


granted_unexamined.breach(lambda: _at_once("2.5"))
granted_unexamined.breach(lambda: _at_once("1.5", "车行道"))
granted_unexamined.lawful(lambda: _at_once("1.5"))


@rule(
    "55.8",
    article="行政许可法第三十七条、第四十二条；河南省行政执法条例第二十八条第一款",
    says="许可的决定由机关负责人作出",
    kind="licence_not_by_head",
    certainty="推论",
)
def licensed_by_others(case: Chronicle) -> Finds:
    for row in (*case.all(Licensed), *case.all(LicenceEnded)):
        in_office = heads(case, row.day)
        noted = isinstance(row, LicenceEnded) and row.code == "revoked"
        if in_office and not noted and not people(case, row.by) & in_office:
            yield row, "作出决定的不是机关负责人"


licensed_by_others.breach(lambda: changed(licence(), Licensed, by=(LEADER,)))
licensed_by_others.lawful(lambda: changed(licence(), Licensed, by=(HEAD,)))


@rule(
    "55.9",
    article="行政许可法第三十六条、第三十七条、第四十八条第二款",
    says="决定与核查、听取意见、听证以后提出的意见相同",
    kind="licence_beyond_proposal",
    certainty="推论",
)
def decided_otherwise(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        said = case.before(row, LicenceProposed)
        if not said:
            yield row, "没有拟办意见"
        elif (said[-1].is_granted, said[-1].terms) != (row.is_granted, row.terms):
            yield row, f"拟办“{said[-1].terms or '不予许可'}”，决定“{row.terms or '不予许可'}”"
        else:
            kinds = (SiteChecked, OthersSpoke, LicenceHeard)
            newer = [one for kind in kinds for one in case.before(row, kind) if one.at > said[-1].at]
            if newer:
                yield row, f"提出意见以后又有{newer[0].word}，没有重新提出"


def _proposed(terms: str) -> Chronicle:
    return changed(licence(terms="占用十平方米"), LicenceProposed, terms=terms)


decided_otherwise.breach(lambda: _proposed("占用五平方米"))
decided_otherwise.breach(lambda: without(licence(), LicenceProposed))
decided_otherwise.breach(lambda: changed(licence(), SiteChecked, at=at(14), on=on(14)))
decided_otherwise.lawful(lambda: _proposed("占用十平方米"))
decided_otherwise.lawful(lambda: changed(licence(), SiteChecked, at=at(11), on=on(11)))


@rule(
    "55.10",
    article="行政许可法第三十九条、第四十四条",
    says="准予以后才制作许可证件，内容、期限、持证人与决定相同，颁发的是制作的",
    kind="licence_certificate",
    certainty="推论",
)
def certified_otherwise(case: Chronicle) -> Finds:
    for row in case.all(Certified):
        granted = [one for one in case.all(Licensed) if one.is_granted and one.day <= row.day]
        party = case.party_at(row)
        if not granted:
            yield row, "没有准予的决定"
        elif row.terms != granted[-1].terms:
            yield row, f"决定“{granted[-1].terms}”，证件“{row.terms}”"
        elif party and row.holder != party.name:
            yield row, f"申请人{party.name}，证件写的是{row.holder}"
    for given in case.all(Delivered):
        if not case.before(given, Certified):
            yield given, "没有制作许可证件"


certified_otherwise.breach(lambda: changed(licence(), Certified, holder="李某"))
certified_otherwise.breach(lambda: changed(licence(), Certified, terms="占用二十平方米"))
certified_otherwise.breach(lambda: without(licence(), Certified))
certified_otherwise.lawful(lambda: licence())


@rule(
    "55.11",
    article="行政许可法第三十八条；许可事项清单",
    says="有效期不超过清单规定的最长期限",
    kind="licence_too_long",
    certainty="记忆",
)
def licensed_too_long(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        months = item_of(case).longest_months
        if row.is_granted and months and row.valid_from and row.valid_until:
            last = _months_after(row.valid_from, months)
            if row.valid_until > last or row.valid_until < row.valid_from:
                yield row, f"{row.valid_from}至{row.valid_until}，至多到{last}"


def _months_after(day: date, months: int) -> date:
    count = day.month - 1 + months
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + count // 12, count % 12 + 1, last)
        except ValueError:
            continue
    return years_after(day, 1)


licensed_too_long.breach(lambda: licence(valid_until=on(230)))
licensed_too_long.lawful(lambda: licence(valid_until=on(190)))


@rule(
    "55.12",
    article="行政许可法第四十五条",
    says="不计入期限的限于法定各项，决定之前已经书面告知、已经结束",
    kind="licence_time_left_out",
    certainty="原文",
)
def left_out_wrongly(case: Chronicle) -> Finds:
    for out in case.all(TimeLeftOut):
        if out.ground not in LEFT_OUT:
            yield out, f"“{out.ground}”不在法定的各项之中"
    for row in case.all(Licensed):
        for out in case.before(row, TimeLeftOut):
            if out.told_on is None or out.told_on > row.day:
                yield row, "不计入期限的时间没有书面告知申请人"
            elif out.until is None or out.until > row.day:
                yield row, "不计入期限的事项还没有结束"


def _left_out(ground: str = "experts", *, told: int | None = 6, until: int | None = 10) -> Chronicle:
    days = {"told_on": None if told is None else on(told), "until": None if until is None else on(until)}
    return licence(TimeLeftOut(at=at(6), on=on(6), by=(ONE,), ground=ground, **days))


left_out_wrongly.breach(lambda: _left_out("site_check"))
left_out_wrongly.breach(lambda: _left_out(told=None))
left_out_wrongly.breach(lambda: _left_out(until=None))
left_out_wrongly.lawful(lambda: _left_out())


@rule(
    "55.13",
    article="行政许可法第三十四条、第三十七条、第三十八条",
    says="准予的内容就是申请的内容，期限不超出申请的期限",
    kind="licence_beyond_application",
    certainty="推论",
)
def granted_more(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        applied = asked_before(case, row)
        if not row.is_granted or applied is None:
            continue
        content = row.terms.rpartition("，至")[0]
        if applied.content and content and content != applied.content:
            yield row, f"申请“{applied.content}”，准予“{content}”"
        if applied.starts_on and row.valid_from and row.valid_from < applied.starts_on:
            yield row, f"申请自{applied.starts_on}，准予自{row.valid_from}"
        if applied.ends_on and row.valid_until and row.valid_until > applied.ends_on:
            yield row, f"申请至{applied.ends_on}，准予至{row.valid_until}"


def _asked(content: str = "占用十平方米", *, first: int = 20, last: int = 80) -> Chronicle:
    case = licence(terms=f"占用十平方米，至{on(80)}")
    return changed(case, Applied, content=content, starts_on=on(first), ends_on=on(last))


granted_more.breach(lambda: _asked("占用五平方米"))
granted_more.breach(lambda: _asked(first=21))
granted_more.breach(lambda: _asked(last=79))
granted_more.lawful(lambda: _asked())
