"""Rules that what was told is what was decided: the party, the facts, the articles, the basis (§44, §62)."""

import re

from tests.lawful.chronicle import Chronicle, Party
from tests.lawful.chronicle.happenings import Decided, PartyNamed
from tests.lawful.chronicle.text import holds, letters, plain
from tests.lawful.judge.example import ONE, TOLD, adult, at, changed, fine, ordinary, plus
from tests.lawful.judge.readings import is_one_party, notice_for, punished, told_and_decided
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
        old, new = told.penalty.basis if told else "", decided.penalty.basis
        if letters(old) and letters(new) and letters(old) != letters(new):
            yield decided, f"告知依据“{old}”，决定依据“{new}”"


other_basis_than_told.breach(lambda: ordinary(fine(800, basis="甲条"), told=fine(800, basis="乙条")))
other_basis_than_told.lawful(lambda: ordinary(fine(700, basis="甲条"), told=fine(800, basis="甲条")))
other_basis_than_told.lawful(
    lambda: ordinary(fine(800, basis="《甲》第１ 条"), told=fine(800, basis="甲第1条。"))
)


def _decided_on(**says: object) -> Chronicle:
    """The decision's paper says something else than the notice."""
    return changed(ordinary(), Decided, says={**TOLD, **says})


# what belongs to the course of the case and not to the facts
COURSE = re.compile(
    "证据|为证|佐证|证实|笔录|告知书|申辩|听证|以上事实|上述事实|^(?:经|现)?(?:依法)?(?:调查|查明|核实|核查|查|复查)+$"
)


@rule(
    "7.8",
    article="行政处罚法第四十四条、第六十二条",
    says="决定认定的事实应当是告知过的事实",
    kind="told_not_decided",
    certainty="推论",
)
def other_facts_than_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        told, says = told_and_decided(case, decided)
        old, new = (str(paper.get("conduct") or "") for paper in (told, says))
        if letters(old) and letters(new) and (strange := _strange(new, told=old)):
            yield decided, f"决定认定“{strange[:30]}”，告知的事实没有"


def _strange(words: str, *, told: str) -> str:
    """The first clause of the decision that the notice does not have; fewer facts are none others."""
    known = "|".join(letters(clause) for clause in CLAUSE.split(plain(told)))
    if letters(words) == letters(told):
        return ""
    for clause in CLAUSE.split(plain(words)):
        mine = letters(clause)
        if mine and not COURSE.search(clause) and not (holds(known, mine) or holds(letters(told), mine)):
            return clause
    return ""


CLAUSE = re.compile("[，。；：,;:!?]")
for _words in (
    "2026年9月1日，当事人在演示路2号设摊。",
    "2026年9月2日，当事人在演示路1号设摊。",
    "2026年9月1日，当事人在演示路1号设摊，并倾倒垃圾。",
):
    other_facts_than_told.breach(lambda words=_words: _decided_on(conduct=words))
for _words in (
    "2026年 09月01日,当事人在演示路１号设摊",
    "经查，2026年9月1日当事人在演示路1号设摊。以上事实有现场检查笔录等证据为证。",
    "当事人在演示路1号设摊。",
):
    other_facts_than_told.lawful(lambda words=_words: _decided_on(conduct=words))


@rule(
    "7.9",
    article="行政处罚法第四十四条、第六十二条",
    says="决定认定违反的条款应当是告知过的条款",
    kind="told_not_decided",
    certainty="推论",
)
def other_article_than_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        told, says = told_and_decided(case, decided)
        old, new = (str(paper.get("violated") or "") for paper in (told, says))
        if letters(old) and letters(new) and letters(old) != letters(new):
            yield decided, f"告知违反“{old}”，决定写违反“{new}”"


ARTICLE = str(TOLD["violated"])
other_article_than_told.breach(lambda: _decided_on(violated=ARTICLE.replace("第一项", "第二项")))
other_article_than_told.lawful(lambda: _decided_on(violated=f"《{ARTICLE.replace('条例', '条例》 ')}"))


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
        if then and parties and letters(_who(then[-1])) != letters(_who(parties[-1])):
            yield decided, f"告知的是{then[-1].name}，处罚的是{parties[-1].name}"
        notice, says = told_and_decided(case, decided)
        if not is_one_party(notice, says):
            yield decided, f"告知书写{notice.get('party_name')}，决定书写{says.get('party_name')}"


def _who(party: Party) -> str:
    return party.identity or party.name


party_changed_since_told.breach(
    lambda: plus(ordinary(), PartyNamed(at=at(12), by=(ONE,), party=adult(name="李某", identity="2")))
)
party_changed_since_told.breach(lambda: _decided_on(party_name="李某", party_id_number="2"))
party_changed_since_told.breach(lambda: _decided_on(party_name="李某", party_id_number=""))
party_changed_since_told.lawful(lambda: _decided_on(party_name="王 某", party_id_number=""))
party_changed_since_told.lawful(lambda: _decided_on(party_name="王某（曾用名王五）"))
party_changed_since_told.lawful(
    lambda: plus(ordinary(), PartyNamed(at=at(12), by=(ONE,), party=adult(name="王 某")))
)
party_changed_since_told.lawful(
    lambda: plus(ordinary(), PartyNamed(at=at(2), by=(ONE,), party=adult(address="演示路2号")))
)


@rule(
    "7.10",
    article="行政处罚法第五十九条、第四十四条",
    says="决定之后不得更换当事人",
    kind="party_exchanged",
    certainty="推论",
)
def party_changed_since_decided(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        then, (_, says) = case.party_at(decided), told_and_decided(case, decided)
        for row in case.after(decided, PartyNamed):
            if row.party and then and letters(_who(row.party)) != letters(_who(then)):
                yield row, f"处罚的是{then.name}，之后登记为{row.party.name}"
            elif row.party and not is_one_party(says, _as_in_a_paper(row.party)):
                yield row, f"决定书写{says.get('party_name')}，之后登记为{row.party.name}"


def _as_in_a_paper(party: Party) -> dict[str, str]:
    number = "party_id_number" if party.kind == "person" else "party_credit_code"
    return {"party_name": party.name, number: party.identity if party.identity != party.name else ""}


party_changed_since_decided.breach(
    lambda: plus(ordinary(), PartyNamed(at=at(30), by=(ONE,), party=adult(name="李某", identity="2")))
)
party_changed_since_decided.breach(
    lambda: plus(
        changed(ordinary(), PartyNamed, party=None),
        PartyNamed(at=at(30), by=(ONE,), party=adult(name="李某", identity="2")),
    )
)
party_changed_since_decided.lawful(
    lambda: plus(ordinary(), PartyNamed(at=at(30), by=(ONE,), party=adult(phone="13800000001")))
)
