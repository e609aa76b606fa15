"""Rules that what was told is what was decided: the party, the facts, the articles, the basis (§44, §62)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import PartyNamed
from tests.lawful.chronicle.text import plain
from tests.lawful.judge.example import ONE, adult, at, fine, ordinary, plus
from tests.lawful.judge.readings import notice_for, punished
from tests.lawful.judge.rule import Finds, rule


@rule(
    "7.3",
    article="行政处罚法第四十四条、第六十二条",
    says="决定的处罚依据应当与告知的相同",
    kind="told_not_decided",
    certainty="推论",
)
def other_basis_than_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        old, new = plain(told.penalty.basis if told else ""), plain(decided.penalty.basis)
        if old and new and old != new:
            yield decided, f"告知依据“{old}”，决定依据“{new}”"


other_basis_than_told.breach(lambda: ordinary(fine(800, basis="甲条"), told=fine(800, basis="乙条")))
other_basis_than_told.lawful(lambda: ordinary(fine(700, basis="甲条"), told=fine(800, basis="甲条")))


@rule(
    "7.6",
    article="行政处罚法第四十四条",
    says="告知之后更换当事人的，应当重新告知",
    kind="told_not_decided",
    certainty="推论",
)
def party_changed_since_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        parties = [row.party for row in case.before(decided, PartyNamed) if row.party]
        then = [row.party for row in case.before(told, PartyNamed) if row.party] if told else []
        if (
            then
            and parties
            and (then[-1].identity, then[-1].name) != (parties[-1].identity, parties[-1].name)
        ):
            yield decided, f"告知的是{then[-1].name}，处罚的是{parties[-1].name}"


party_changed_since_told.breach(
    lambda: plus(ordinary(), PartyNamed(at=at(12), by=(ONE,), party=adult(name="李某", identity="2")))
)
party_changed_since_told.lawful(
    lambda: plus(ordinary(), PartyNamed(at=at(2), by=(ONE,), party=adult(address="演示路2号")))
)
