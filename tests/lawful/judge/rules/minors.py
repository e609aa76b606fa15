"""Rules on the age and capacity of the party (§30, §31)."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tests.lawful.chronicle import Chronicle, Party
from tests.lawful.chronicle.happenings import Decided, Educated, Happening, Issued, PartyNamed, Published
from tests.lawful.chronicle.text import letters, plain
from tests.lawful.judge.example import ONE, TOLD, adult, at, changed, fine, in_order, ordinary, plus, without
from tests.lawful.judge.example_grave import spared
from tests.lawful.judge.readings import happened_on, parties_at, punished
from tests.lawful.judge.rule import Finds, rule

CHILD, ADULT = 14, 18
WAS_ABLE = "违法时能够辨认和控制自己的行为，有"
LIGHTER = re.compile("从轻|减轻")
DENIED = re.compile("(?:不(?!满|足|到)|没有|未(?!满|成年)|无(?!证))[^，。；,;]{0,6}$")
NONE = re.compile("[^，。；,;:]{0,6}:?(?:无|没有|不适用|不成立)")


def _ages(case: Chronicle, decided: Decided) -> list[int]:
    """How old the party was, as it stood at the decision and as it stands last."""
    day = happened_on(case, decided) or decided.day
    known = [party.age_on(day) for party in parties_at(case, decided) if party.is_natural]
    return [age for age in known if age is not None]


def _incapable(case: Chronicle, decided: Decided) -> bool:
    return any(party.is_natural and not party.is_capable for party in parties_at(case, decided))


def _born(year: int, month: int = 1, *, day: int = 1, reason: str = "") -> Chronicle:
    """Somebody born then is fined 500 yuan; no copy goes public."""
    born = adult(born_on=date(year, month, day), guardian="王大")
    return changed(without(ordinary(fine(500, reason=reason)), Published), PartyNamed, party=born)


def _anew(case: Chronicle, *, party: Party) -> Chronicle:
    """Registered once more, after the decision."""
    return plus(case, PartyNamed(at=at(16), by=(ONE,), party=party))


def _overwritten(born: str) -> Chronicle:
    """Registered anew after the decision, whose paper alone still says who it was."""
    case = changed(without(ordinary(), Published), PartyNamed, party=None)
    case = changed(case, Decided, says={**TOLD, "party_kind": "person", "party_born_on": born})
    return _anew(case, party=adult())


@rule(
    "25.1",
    article="行政处罚法第三十条",
    says="违法时不满十四周岁的，不予处罚",
    kind="child_punished",
    certainty="原文",
)
def child_punished(case: Chronicle) -> Finds:
    for decided in punished(case):
        for age in _ages(case, decided):
            if age < CHILD:
                yield decided, f"违法时{age}周岁"


child_punished.breach(lambda: _born(2012, 9, day=2))
child_punished.breach(lambda: _anew(_born(2014), party=adult()))
child_punished.breach(lambda: _overwritten(born="2014-01-01"))
child_punished.lawful(lambda: _overwritten(born="1980-01-01"))
child_punished.lawful(lambda: _anew(_born(1980), party=adult(address="演示路3号")))
child_punished.lawful(lambda: _born(2012, 9, day=1, reason="未成年人，从轻处罚"))


@rule(
    "25.2",
    article="行政处罚法第三十条、第四十条",
    says="出生日期没有查明的自然人，不得处罚",
    kind="child_without_birth",
    certainty="推论",
)
def birth_unknown(case: Chronicle) -> Finds:
    for decided in punished(case):
        named = [row.party for row in case.before(decided, PartyNamed) if row.party]
        party, done = (named[-1] if named else None), happened_on(case, decided) or decided.day
        if party is None or not party.is_natural:
            continue
        if party.born_on is None or party.born_on > done:
            yield (
                decided,
                "没有查明出生日期" if party.born_on is None else f"出生日期{party.born_on}在违法之后",
            )
            continue
        age = replace(party, born_on=_by_number(party)).age_on(done)
        if age is not None and age < ADULT <= (party.age_on(done) or 0):
            yield decided, f"登记的出生日期{party.born_on}，身份号码是另一日，违法时{age}周岁"


def _by_number(party: Party) -> date | None:
    """The birth that an identity number of eighteen places says."""
    digits = re.fullmatch(r"\d{6}(\d{8})\d{3}[\dXx]", plain(party.identity))
    try:
        return date.fromisoformat(digits[1]) if digits else None
    except ValueError:
        return None


birth_unknown.breach(lambda: changed(ordinary(), PartyNamed, party=adult(born_on=None)))
birth_unknown.breach(
    lambda: changed(ordinary(), PartyNamed, party=adult(kind="individual_business", born_on=None))
)
birth_unknown.breach(
    lambda: plus(
        changed(ordinary(), PartyNamed, party=adult(born_on=None)), PartyNamed(at=at(16), party=adult())
    )
)
birth_unknown.breach(lambda: changed(ordinary(), PartyNamed, party=adult(born_on=date(2027, 1, 1))))
birth_unknown.breach(lambda: changed(ordinary(), PartyNamed, party=adult(identity="000000201501010010")))
birth_unknown.lawful(lambda: changed(ordinary(), PartyNamed, party=adult(identity="000000198501010010")))
birth_unknown.lawful(
    lambda: changed(
        ordinary(), PartyNamed, party=adult(kind="organisation", born_on=None, representative="王某")
    )
)


@rule(
    "25.3",
    article="行政处罚法第三十条",
    says="已满十四周岁不满十八周岁的，应当从轻或者减轻",
    kind="minor_not_mitigated",
    certainty="原文",
)
def minor_not_mitigated(case: Chronicle) -> Finds:
    for decided in punished(case):
        lighter = _mitigates(decided.penalty.mitigation) or _mitigates(decided.penalty.reason)
        for age in _ages(case, decided) if not lighter else ():
            if CHILD <= age < ADULT:
                yield decided, f"违法时{age}周岁，没有从轻或者减轻"


def _mitigates(words: str) -> bool:
    """从轻 or 减轻 is said and not denied: 不予从轻, 没有从轻情形, 减轻情形：无."""
    text = plain(words)
    return any(
        not (DENIED.search(text[: hit.start()]) or NONE.match(text[hit.end() :]))
        for hit in LIGHTER.finditer(text)
    )


minor_not_mitigated.breach(lambda: _born(2010))
minor_not_mitigated.breach(lambda: _born(2010, reason="未成年人，没有从轻情形"))
minor_not_mitigated.breach(lambda: _born(2010, reason="不予从轻或者减轻处罚"))
minor_not_mitigated.breach(lambda: _born(2010, reason="未成年人"))
minor_not_mitigated.breach(lambda: _anew(_born(2010), party=adult()))
minor_not_mitigated.lawful(lambda: _born(2010, reason="不满十八周岁从轻处罚"))
minor_not_mitigated.lawful(lambda: _born(2010, reason="未成年人，从轻处罚"))


@rule(
    "25.4",
    article="行政处罚法第三十一条",
    says="不能辨认、不能控制行为的，不予处罚；尚未完全丧失的从轻、减轻，查明当时能够辨认和控制的才照常处罚",
    kind="incapable_punished",
    certainty="原文",
)
def incapable_punished(case: Chronicle) -> Finds:
    for decided in punished(case):
        weighed = decided.penalty.mitigation + decided.penalty.reason
        if _incapable(case, decided) and "第三十一条" not in weighed and WAS_ABLE not in weighed:
            yield decided, "行为时不能辨认或者控制自己的行为"


incapable_punished.breach(lambda: changed(ordinary(), PartyNamed, party=adult(is_capable=False)))
incapable_punished.breach(
    lambda: _anew(changed(ordinary(), PartyNamed, party=adult(is_capable=False)), party=adult())
)
for _found in (WAS_ABLE, "依照行政处罚法第三十一条的规定，从轻处罚。"):
    incapable_punished.lawful(
        lambda said=_found: changed(
            ordinary(fine(500, reason=said)), PartyNamed, party=adult(is_capable=False)
        )
    )
incapable_punished.lawful(
    lambda: changed(ordinary(), PartyNamed, party=adult(kind="organisation", is_capable=False))
)


@rule(
    "25.5",
    article="行政处罚法第三十条、第三十一条",
    says="对未成年人、无责任能力人不予处罚的，应当责令监护人管教、看管",
    kind="guardian_not_told",
    certainty="原文",
)
def guardian_not_told(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        young = any(age < CHILD for age in _ages(case, decided))
        told = any(row.of == "guardian" for row in case.all(Educated))
        if decided.penalty.disposal == "spare" and (young or _incapable(case, decided)) and not told:
            yield decided, "没有责令监护人管教"


guardian_not_told.breach(lambda: changed(spared(), PartyNamed, party=adult(born_on=date(2015, 1, 1))))
guardian_not_told.breach(
    lambda: _anew(changed(spared(), PartyNamed, party=adult(is_capable=False)), party=adult())
)
guardian_not_told.lawful(lambda: plus(spared(), Educated(at=at(14, 12), by=(ONE,), of="guardian")))


Names = tuple[str, str]  # number, name


def _registered_anew(born: date) -> Chronicle:
    """What was registered first is gone; the notice says it still."""
    case = ordinary()
    rows = [
        replace(row, content={**row.content, "party_born_on": str(born)})
        if isinstance(row, Issued) and row.form == "D29"
        else row
        for row in case
    ]
    gone = [replace(row, party=None) if isinstance(row, PartyNamed) else row for row in rows]
    return plus(in_order(case, gone), PartyNamed(at=at(10), by=(ONE,), party=adult()))


@rule(
    "25.6",
    article="行政处罚法第三十条、第四十条",
    says="改动出生日期，应当有查明的依据",
    kind="birth_changed",
    certainty="推论",
)
def birth_changed(case: Chronicle) -> Finds:
    for (_, then, old), (row, now, new) in itertools.pairwise(_births(case)):
        young = date(row.day.year - ADULT, 1, 1) < max(old, new)
        if old != new and young and is_one_person(then, now):
            yield row, f"出生日期由{old}改为{new}"


def _births(case: Chronicle) -> list[tuple[Happening, Names, date]]:
    """Each birth that the register or a paper says: a party registered anew hides the earlier one, a paper stays."""
    found: list[tuple[Happening, Names, date]] = []
    for row in case.happenings:
        if isinstance(row, PartyNamed) and row.party and row.party.born_on:
            found.append((row, (row.party.identity, row.party.name), row.party.born_on))
        if isinstance(row, Issued) and (born := _day(row.content or {})):
            says = row.content or {}
            names = (str(says.get("party_id_number") or ""), str(says.get("party_name") or ""))
            found.append((row, names, born))
    return found


def _day(says: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(str(says.get("party_born_on") or ""))
    except ValueError:
        return None


def is_one_person(first: Names, second: Names) -> bool:
    """The same number or the same name: with another of both it is somebody else."""
    return any(one and letters(one) == letters(two) for one, two in zip(first, second, strict=True))


birth_changed.breach(
    lambda: plus(
        changed(ordinary(), PartyNamed, party=adult(born_on=date(2013, 1, 1))),
        PartyNamed(at=at(10), party=adult()),
    )
)
birth_changed.breach(lambda: _registered_anew(date(2013, 1, 1)))
birth_changed.lawful(lambda: _registered_anew(date(1980, 1, 1)))
birth_changed.lawful(lambda: plus(ordinary(), PartyNamed(at=at(2), party=adult(born_on=date(1981, 1, 1)))))
