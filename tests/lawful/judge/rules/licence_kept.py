"""Rules on a licence that stands: one for a place, changed and renewed by its holder while it lives, ended on its grounds."""

from dataclasses import replace
from datetime import timedelta

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Waived
from tests.lawful.chronicle.licences import (
    Applied,
    Held,
    LicenceEnded,
    LicenceHeard,
    LicenceHearingTold,
    LicenceProposed,
    Licensed,
)
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, ONE, at, changed, on, plus
from tests.lawful.judge.example_licence import cut, heard, licence, of_licence
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.rules.licence_asked import asked_before

# 行政许可法 §69(1) and (2), §8(2), §70
GROUNDS = {
    "annulled": frozenset({"abuse", "beyond", "procedure", "unfit", "fraud"}),
    "withdrawn": frozenset({"law_changed", "facts_changed"}),
    "cancelled": frozenset({"expired", "dead", "dissolved", "ended", "impossible", "given_up"}),
}
KNOWN = frozenset().union(*GROUNDS.values())
# 城市道路管理条例 §36: the time on a road is lengthened by asking 提前, no days named
OTHERWISE = "城市道路管理条例"
HELD = Held(
    ref="licensing.licence:1",
    item="XK02",
    holder="000000198001010010",
    granted_on=on(-100),
    until=on(60),
)


@rule(
    "57.5",
    article="行政许可法第三十八条、第四十九条",
    says="同一地点的同一事项，不得在原许可有效的日期再准予一个",
    kind="licence_twice",
    certainty="推论",
)
def granted_twice(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        applied = asked_before(case, row)
        others = case.licensing.others if case.licensing else ()
        alive = [one for one in others if _is_alive_during(one, row)]
        if row.is_granted and applied and applied.asks == "new" and alive:
            yield row, f"{alive[0].granted_on}准予的许可到{alive[0].until}还有效"


def _is_alive_during(held: Held, row: Licensed) -> bool:
    """Granted before, and valid on a day of what is granted now."""
    first = max(row.day, row.valid_from or row.day, held.since or row.day)
    is_before = held.granted_on is not None and held.granted_on <= row.day
    return is_before and held.lives_on(first) and (row.valid_until is None or first <= row.valid_until)


granted_twice.breach(lambda: of_licence(licence(), others=(HELD,)))
granted_twice.breach(lambda: of_licence(licence(), others=(replace(HELD, since=on(60)),)))
granted_twice.lawful(lambda: of_licence(licence(), others=(Held(granted_on=on(-100), until=on(19)),)))
granted_twice.lawful(lambda: of_licence(licence(), others=(replace(HELD, since=on(90), until=on(99)),)))


@rule(
    "57.6",
    article="行政许可法第七十八条",
    says="隐瞒有关情况、提供虚假材料的，不予许可",
    kind="licence_on_false_papers",
    certainty="原文",
)
def granted_on_false_papers(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        said = case.before(row, LicenceProposed)
        if row.is_granted and said and said[-1].was_false:
            yield row, "拟办意见认定材料虚假"


granted_on_false_papers.breach(lambda: changed(licence(), LicenceProposed, was_false=True))
granted_on_false_papers.lawful(lambda: changed(licence(), LicenceProposed, was_false=False))


@rule(
    "57.7",
    article="行政许可法第四十九条、第五十条",
    says="变更、延续只对有效的许可",
    kind="licence_dead",
    certainty="原文",
)
def followed_a_dead_licence(case: Chronicle) -> Finds:
    own = case.licensing.own if case.licensing else None
    for row in case.all(Applied):
        if row.asks != "new" and own and not own.lives_on(row.day):
            yield row, f"原许可到{own.until}{'，已经终止' if own.has_ended_on(row.day) else ''}"
    for done in case.all(Licensed):
        if own and done.is_granted and (done.is_change or done.is_renewal) and own.has_ended_on(done.day):
            yield done, f"原许可已经在{own.ended_on}终止"


def _following(asks: str, **held: object) -> Chronicle:
    flags = {"is_renewal": asks == "renewal", "is_change": asks == "change"}
    case = changed(licence(**flags), Applied, asks=asks)  # type: ignore[arg-type]
    return of_licence(case, own=Held(**{**vars(HELD), **held}))


followed_a_dead_licence.breach(lambda: _following("change", until=on(0)))
followed_a_dead_licence.breach(lambda: _following("renewal", ended_on=on(-5)))
followed_a_dead_licence.breach(lambda: _following("renewal", ended_on=on(10)))
followed_a_dead_licence.lawful(lambda: _following("change", until=on(1)))
followed_a_dead_licence.lawful(lambda: _following("renewal"))


@rule(
    "57.8",
    article="行政许可法第五十条第一款",
    says="延续在有效期届满三十日前申请，法律、法规、规章另有规定的除外",
    kind="licence_renewal_late",
    certainty="原文",
)
def renewed_late(case: Chronicle) -> Finds:
    known = case.licensing
    if known is None or known.own is None or known.item is None or OTHERWISE in known.item.basis:
        return
    for row in case.all(Applied):
        until = known.own.until
        if row.asks == "renewal" and until and row.day > until - timedelta(days=lines.RENEW_BEFORE):
            yield row, f"{until}届满，{row.day}才申请"


renewed_late.breach(lambda: _following("renewal", until=on(30)))
renewed_late.lawful(lambda: _following("renewal", until=on(31)))
renewed_late.lawful(
    lambda: of_licence(_following("renewal", until=on(30)), basis=f"《{OTHERWISE}》第三十六条")
)


@rule(
    "57.9",
    article="行政许可法第五十条第一款；许可事项清单",
    says="不能延续的事项，重新申请",
    kind="licence_not_renewable",
    certainty="推论",
)
def renewed_what_is_not(case: Chronicle) -> Finds:
    known = case.licensing
    for row in case.all(Applied):
        if row.asks == "renewal" and known and known.item and not known.item.is_renewable:
            yield row, "清单规定不能延续"


renewed_what_is_not.breach(lambda: of_licence(_following("renewal"), is_renewable=False))
renewed_what_is_not.lawful(lambda: of_licence(_following("change"), is_renewable=False))


@rule(
    "57.10",
    article="行政许可法第九条、第四十九条、第五十条",
    says="变更、延续由被许可人申请，不得借此转让",
    kind="licence_transferred",
    certainty="原文",
)
def transferred(case: Chronicle) -> Finds:
    own = case.licensing.own if case.licensing else None
    for row in (*case.all(Applied), *case.all(Licensed)):
        applied = row if isinstance(row, Applied) else asked_before(case, row)
        party = case.party_at(row)
        if applied and applied.asks != "new" and own and party and own.holder != party.identity:
            yield row, f"申请人{party.name}不是被许可人"


transferred.breach(lambda: _following("change", holder="91000000MA00000000"))
transferred.lawful(lambda: _following("change"))


@rule(
    "57.11",
    article="行政许可法第八条第二款、第六十九条、第七十条",
    says="撤销、撤回、注销各按自己的情形，已经终止的不再撤销、撤回",
    kind="licence_ended_wrongly",
    certainty="原文",
)
def ended_on_another_ground(case: Chronicle) -> Finds:
    own = case.licensing.own if case.licensing else None
    for row in case.all(LicenceEnded):
        if row.ground in KNOWN and row.ground not in GROUNDS.get(row.code, KNOWN):
            yield row, f"“{row.ground}”不是{row.code}的情形"
        before = row.day - timedelta(days=1)
        if row.code in {"annulled", "withdrawn"} and own and own.has_ended_on(before):
            yield row, f"许可已经在{own.ended_on}终止"
        if row.ground == "expired" and own and own.until and row.day <= own.until:
            yield row, f"有效期到{own.until}，还没有届满"


def _ended(code: str, ground: str, *, told: bool = True, paid: bool = False, **held: object) -> Chronicle:
    """A proceeding of its own that ends the licence: rights told, given up, decided."""
    rows = (
        LicenceHearingTold(at=at(3), by=(ONE,), told_on=on(3)),
        Waived(at=at(5), by=(ONE,), right="hearing", proof="signature"),
    )
    end = LicenceEnded(at=at(9), on=on(9), by=(HEAD,), code=code, ground=ground, is_compensated=paid)
    case = plus(cut(licence(), at(1)), *(rows if told else ()), end)
    return of_licence(case, own=Held(**{**vars(HELD), **held}))


ended_on_another_ground.breach(lambda: _ended("annulled", "facts_changed"))
ended_on_another_ground.breach(lambda: _ended("annulled", "fraud", ended_on=on(2)))
ended_on_another_ground.breach(lambda: _ended("cancelled", "expired", until=on(9)))
ended_on_another_ground.lawful(lambda: _ended("annulled", "fraud"))
ended_on_another_ground.lawful(lambda: _ended("cancelled", "expired", until=on(8)))


@rule(
    "57.12",
    article="河南省行政执法条例第二十六条；行政许可法第三十六条、第四十七条",
    says="撤销、撤回之前告知被许可人，听取其意见",
    kind="licence_ended_unheard",
    certainty="推论",
)
def ended_unheard(case: Chronicle) -> Finds:
    for row in case.all(LicenceEnded):
        told = case.before(row, LicenceHearingTold)
        if row.code in {"annulled", "withdrawn"} and row.ground in KNOWN and not told:
            yield row, "没有告知听证的权利"


ended_unheard.breach(lambda: _ended("withdrawn", "law_changed", told=False, paid=True))
ended_unheard.lawful(lambda: _ended("withdrawn", "law_changed", paid=True))


@rule(
    "57.13",
    article="行政许可法第六十九条第四款",
    says="以欺骗、贿赂取得许可的，其利益不受保护，不予赔偿",
    kind="licence_fraud_paid",
    certainty="原文",
)
def fraud_paid(case: Chronicle) -> Finds:
    for row in case.all(LicenceEnded):
        if row.ground == "fraud" and row.is_compensated:
            yield row, "以欺骗取得的许可，撤销时给了赔偿"


fraud_paid.breach(lambda: _ended("annulled", "fraud", paid=True))
fraud_paid.lawful(lambda: _ended("annulled", "unfit", paid=True))


@rule(
    "57.14",
    article="行政许可法第四十八条第二款",
    says="听证有笔录，决定根据听证笔录作出",
    kind="licence_hearing_minutes",
    certainty="原文",
)
def heard_without_minutes(case: Chronicle) -> Finds:
    for row in case.all(LicenceHeard):
        if not row.minutes.strip():
            yield row, "没有听证笔录"


def _minutes(text: str) -> Chronicle:
    return changed(heard(), LicenceHeard, minutes=text)


heard_without_minutes.breach(lambda: _minutes(""))
heard_without_minutes.lawful(lambda: _minutes("各方陈述。"))
