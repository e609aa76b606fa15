"""Rules against two fines for one act (§29)."""

import itertools
from dataclasses import replace

from tests.lawful.chronicle import Chronicle, Other
from tests.lawful.chronicle.happenings import Decided, Ordered, PartyNamed
from tests.lawful.chronicle.text import is_one_place, letters
from tests.lawful.judge.example import HEAD, adult, at, fine, on, ordinary, plus
from tests.lawful.judge.example_grave import day_by_day, dusty
from tests.lawful.judge.readings import happened_on, is_daily, overturned_between, parties_at, punished
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.rules.basis import worded

# days between which a state without any order goes on: 建议
CONTINUED = 7
# one act under two norms: the same grill, the same open lorry
COMPETING = frozenset(
    {
        *(frozenset({"C15", "C16"}), frozenset({"C15-2", "C16"}), frozenset({"C15", "C15-2"})),
        *(frozenset({"C23", "C25"}), frozenset({"C12", "C14"})),
    }
)


def _place(case: Chronicle) -> str:
    return next((row.place for row in case.happenings if getattr(row, "place", "")), "")  # type: ignore[attr-defined]


def _beside(case: Chronicle, other: Other, *, decided: Decided) -> bool:
    """Another case of the same party, as it stood then or stands now, at one place."""
    names = {name for party in parties_at(case, decided) for name in (party.identity, party.name)}
    mine = {letters(name) for name in names} - {""}
    return (
        other.case != case.case
        and letters(other.identity) in mine
        and is_one_place(other.place, _place(case))
    )


def _same(case: Chronicle, other: Other, *, decided: Decided) -> bool:
    """The same party on the same day at one place."""
    day = happened_on(case)
    return bool(day) and other.happened_on == day and _beside(case, other, decided=decided)


def _goes_on(case: Chronicle, other: Other) -> bool:
    """A few days apart, and nothing between that ended the first: no order to correct, no decision."""
    day = happened_on(case)
    if not (day and other.happened_on):
        return False
    first, second = sorted((day, other.happened_on))
    ends = [row.day for row in case.all(Ordered)] + [row.day for row in case.all(Decided)]
    ends += [end for end in (other.ordered_on, other.decided_on) if end]
    return 0 < (second - first).days <= CONTINUED and not any(first <= end < second for end in ends)


@rule(
    "26.1",
    article="行政处罚法第二十九条",
    says="同一个违法行为不得给予两次以上罚款",
    kind="same_act_twice",
    certainty="原文",
)
def same_act_twice(case: Chronicle) -> Finds:
    for decided in punished(case):
        for other in case.others:
            alike = other.cause == case.cause and _same(case, other, decided=decided)
            if decided.penalty.fine and other.fine and alike:
                yield decided, f"{other.case}已就同一行为罚款{other.fine}元"


def _other(**changes: object) -> Other:
    usual = {
        "case": "cases.case:9",
        "identity": "000000198001010010",
        "cause": "C04",
        "place": "演示路1号",
        "happened_on": on(0),
        "decided_on": on(5),
        "fine": fine(600).fine,
    }
    return Other(**{**usual, **changes})  # type: ignore[arg-type]


same_act_twice.breach(lambda: ordinary(others=(_other(),)))
for _place_ in ("演示路 1 号", "演示路１号", "演示路1号，门前", "演示路1号（超市门前）"):
    same_act_twice.breach(lambda place=_place_: ordinary(others=(_other(place=place),)))
same_act_twice.breach(lambda: ordinary(others=(_other(identity="王 某"),)))
for _place_ in ("演示路2号", "演示路11号", "东演示路口"):
    same_act_twice.lawful(lambda place=_place_: ordinary(others=(_other(place=place),)))
same_act_twice.lawful(lambda: ordinary(others=(_other(happened_on=on(-20)),)))
same_act_twice.breach(
    lambda: plus(ordinary(others=(_other(),)), PartyNamed(at=at(16), party=adult(name="李某", identity="9")))
)


@rule(
    "26.5",
    article="行政处罚法第二十九条、第三十六条第二款",
    says="没有责令、没有处罚隔开的持续状态是一个违法行为，不得给予两次以上罚款",
    kind="same_act_twice",
    certainty="推论",
)
def same_state_twice(case: Chronicle) -> Finds:
    for decided in punished(case):
        for other in case.others:
            alike = other.cause == case.cause or frozenset({other.cause, case.cause}) in COMPETING
            same = alike and _beside(case, other, decided=decided) and _goes_on(case, other)
            if decided.penalty.fine and other.fine and same:
                yield decided, f"{other.case}已就{other.happened_on}的同一状态罚款{other.fine}元"


for _day in (-1, -5, 1, 2):
    same_state_twice.breach(lambda day=_day: ordinary(others=(_other(happened_on=on(day)),)))
same_state_twice.lawful(lambda: ordinary(others=(_other(happened_on=on(-1), ordered_on=on(-1)),)))
same_state_twice.lawful(lambda: ordinary(others=(_other(happened_on=on(3)),)))
same_state_twice.lawful(lambda: ordinary(others=(_other(happened_on=on(-1), place="演示路2号"),)))
same_state_twice.lawful(lambda: ordinary(others=(_other(happened_on=on(-1), cause="C20"),)))


@rule(
    "26.2",
    article="行政处罚法第二十九条",
    says="一案之内只有一次罚款",
    kind="same_act_twice",
    certainty="推论",
)
def fined_twice_in_one_case(case: Chronicle) -> Finds:
    rows = [row for row in punished(case) if row.penalty.fine]
    for first, second in itertools.pairwise(rows):
        if not is_daily(case, second) and not overturned_between(case, first, second=second):
            yield second, f"已罚款{first.penalty.fine}元，又罚款{second.penalty.fine}元"


fined_twice_in_one_case.breach(
    lambda: plus(
        ordinary(), Decided(at=at(14, 12), by=(HEAD,), penalty=fine(500), paper="documents.document:12")
    )
)
fined_twice_in_one_case.breach(lambda: day_by_day(refused=False))
fined_twice_in_one_case.breach(lambda: day_by_day(20001))
fined_twice_in_one_case.breach(lambda: day_by_day(offence=replace(dusty(), is_daily=False)))
fined_twice_in_one_case.lawful(lambda: day_by_day())
fined_twice_in_one_case.lawful(lambda: ordinary())


@rule(
    "26.3",
    article="行政处罚法第二十九条、第七十六条第一款第二项",
    says="“其他措施”里不得另有罚款",
    kind="words_that_decide",
    certainty="推论",
)
def second_fine_in_words(case: Chronicle) -> Finds:
    for decided in punished(case):
        if "second_fine" in decided.penalty.measures:
            yield decided, f"“{decided.penalty.text[:30]}”"


second_fine_in_words.breach(lambda: worded(800, "并处罚款伍佰元"))
second_fine_in_words.lawful(lambda: worded(800, "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款"))


@rule(
    "26.4",
    article="行政处罚法第二十九条",
    says="同一行为触犯数个规范的，按罚款数额高的处罚一次",
    kind="same_act_twice",
    certainty="原文",
)
def competing_norms_twice(case: Chronicle) -> Finds:
    for decided in punished(case):
        for other in case.others:
            pair = frozenset({other.cause, case.cause}) in COMPETING
            if decided.penalty.fine and other.fine and pair and _same(case, other, decided=decided):
                yield decided, f"{other.case}已按{other.cause}罚款"


competing_norms_twice.breach(lambda: ordinary(cause="C15", others=(_other(cause="C16"),)))
competing_norms_twice.lawful(lambda: ordinary(cause="C15", others=(_other(cause="C16", place="演示路2号"),)))
