"""Rules on what a penalty was weighed by: its tier, its evidence, what was corrected, and when the heads spoke of it."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Chronicle, Tier
from tests.lawful.chronicle.happenings import (
    Decided,
    Discussed,
    Gathered,
    PartyNamed,
    Published,
    Rechecked,
    Reviewed,
    Told,
)
from tests.lawful.chronicle.text import letters
from tests.lawful.judge.example import ONE, TOLD, TWO, adult, at, changed, fine, on, ordinary, plus, without
from tests.lawful.judge.example_grave import grave, spared
from tests.lawful.judge.readings import in_course, punished, told_and_decided
from tests.lawful.judge.rule import Finds, rule

LEFT = "偏离裁量基准的理由"
IN_TIME = ("及时改正", "期限内已经改正")


@rule(
    "7.13",
    article="行政处罚法第四十四条、第六十二条",
    says="决定所依据的证据应当是告知之前收集的，之后的应当重新告知",
    kind="told_not_decided",
    certainty="推论",
)
def evidence_never_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = in_course(case, decided, kind=Told)
        _, says = told_and_decided(case, decided)
        named = {letters(str(row.get("name") or "")) for row in says.get("evidence") or ()}
        late = [row for row in case.before(decided, Gathered) if told and row.at > told[-1].at]
        known = {letters(row.name) for row in case.before(decided, Gathered) if row not in late}
        for row in late:
            if letters(row.name) in named - known:
                yield decided, f"决定用了告知之后才收集的“{row.name}”"


def _used(day: int, *names: str) -> Chronicle:
    """A testimony of that day, and a decision that names this evidence."""
    says = {**TOLD, "evidence": [{"name": name} for name in names]}
    late = Gathered(at=at(day), by=(ONE,), kind="testimony", name="证人证言", proves="经过")
    return plus(changed(ordinary(), Decided, says=says), late)


evidence_never_told.breach(lambda: _used(5, "现场检查笔录", "证人证言"))
evidence_never_told.lawful(lambda: _used(5, "现场检查笔录"))
evidence_never_told.lawful(lambda: _used(2, "现场检查笔录", "证人证言"))


@rule(
    "24.7",
    article="行政处罚法第三十四条",
    says="裁量档次应当是基准里的档次，罚款应当在其幅度内；偏离的写明理由，经审核和集体讨论",
    kind="tier_not_of_the_fine",
    certainty="推论",
)
def tier_of_another_fine(case: Chronicle) -> Finds:
    for decided in punished(case):
        penalty, rows = decided.penalty, {row.name: row for row in case.tiers}
        if not rows or not penalty.tier or not penalty.fine or penalty.mitigation:
            continue
        if penalty.tier not in rows:
            yield decided, f"基准没有“{penalty.tier}”这一档次"
            continue
        low, high = rows[penalty.tier].minimum or 0, rows[penalty.tier].maximum
        is_within = penalty.fine >= low and (high is None or penalty.fine <= high)
        if not is_within and not _left_openly(case, decided):
            yield decided, f"罚款{penalty.fine.normalize():f}元不在“{penalty.tier}”档次之内"


def _left_openly(case: Chronicle, decided: Decided) -> bool:
    both = in_course(case, decided, kind=Reviewed) and in_course(case, decided, kind=Discussed)
    return LEFT in decided.penalty.reason and bool(both)


TIERS = (Tier("轻微", Decimal(500), Decimal(500)), Tier("严重", Decimal(500), Decimal(1000)), Tier("补办"))


def _of_tier(tier: str, amount: int, **more: Any) -> Chronicle:
    return ordinary(fine(amount, tier=tier, **more), tiers=TIERS)


tier_of_another_fine.breach(lambda: _of_tier("轻微", 800))
tier_of_another_fine.breach(lambda: _of_tier("特别严重", 800))
tier_of_another_fine.breach(lambda: _of_tier("轻微", 800, reason=f"{LEFT}：屡次违法。"))
tier_of_another_fine.lawful(lambda: _of_tier("严重", 800))
tier_of_another_fine.lawful(lambda: _of_tier("补办", 800))
tier_of_another_fine.lawful(lambda: grave(fine(8000, tier="轻微", reason=f"{LEFT}：屡次违法。"), tiers=TIERS))


@rule(
    "18.8",
    article="河南省行政执法条例第二十八条",
    says="集体讨论在法制审核之后举行",
    kind="discussed_before_review",
    certainty="推论",
)
def discussed_before_review(case: Chronicle) -> Finds:
    for decided in punished(case):
        talks, reviews = in_course(case, decided, kind=Discussed), in_course(case, decided, kind=Reviewed)
        began = talks[-1].began if talks else None
        if began and reviews and began < _minute(reviews[-1].at):
            yield decided, f"讨论于{began:%m月%d日%H:%M}开始，早于法制审核"


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _talked(hour: int) -> Chronicle:
    """The heads met on the day of the review, which was given at nine."""
    day = grave().all(Reviewed)[-1].at
    return changed(grave(), Discussed, began=day.replace(hour=hour))


discussed_before_review.breach(lambda: _talked(8))
discussed_before_review.lawful(lambda: _talked(9))
discussed_before_review.lawful(lambda: _talked(10))


@rule(
    "30.6",
    article="行政处罚法第三十三条第一款",
    says="以及时改正不予处罚的，最近一次复查应当认定已改正",
    kind="spared_uncorrected",
    certainty="推论",
)
def spared_uncorrected(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        checks = case.before(decided, Rechecked)
        words = f"{decided.penalty.reason}{decided.says.get('spared_because') or ''}"
        is_mild = decided.penalty.disposal == "spare" and any(word in words for word in IN_TIME)
        if is_mild and checks and not checks[-1].is_corrected:
            yield decided, "复查认定未改正，却以及时改正不予处罚"


def _checked(*found: bool) -> Chronicle:
    rows = [
        Rechecked(at=at(10 + day), by=(ONE, TWO), is_corrected=is_mended, result="复查情况")
        for day, is_mended in enumerate(found)
    ]
    return plus(spared(), *rows)


spared_uncorrected.breach(lambda: _checked(False))
spared_uncorrected.breach(lambda: _checked(True, False))
spared_uncorrected.lawful(lambda: _checked(False, True))


@rule(
    "25.7",
    article="行政处罚法第三十条",
    says="对不满十八周岁的人不得从重处罚",
    kind="minor_aggravated",
    certainty="推论",
)
def minor_aggravated(case: Chronicle) -> Finds:
    for decided in punished(case):
        named = [row.party for row in case.before(decided, PartyNamed) if row.party]
        age = named[-1].age_on(decided.day) if named and named[-1].is_natural else None
        if age is not None and age < 18 and "从重处罚" in decided.penalty.reason:
            yield decided, f"{age}周岁，决定写“从重处罚”"


def _aged(year: int, reason: str) -> Chronicle:
    born = adult(born_on=on(0).replace(year=year), guardian="王大")
    return changed(without(ordinary(fine(500, reason=reason)), Published), PartyNamed, party=born)


minor_aggravated.breach(lambda: _aged(2010, "情节恶劣，依法从重处罚，依照第三十条从轻处罚。"))
minor_aggravated.lawful(lambda: _aged(2010, "依照第三十条从轻处罚。"))
minor_aggravated.lawful(lambda: _aged(1990, "情节恶劣，依法从重处罚。"))
