"""Rules that what was told is what was decided: the party, the facts, the articles, the basis (§44, §62)."""

from tests.lawful.chronicle import Chronicle, Party, Penalty, is_heavier, said
from tests.lawful.chronicle.happenings import Answered, Decided, Heard, Paid, PartyNamed, Told
from tests.lawful.chronicle.text import letters
from tests.lawful.judge.alike import is_heavier_ground, strange_clause
from tests.lawful.judge.example import (
    ONE,
    TOLD,
    adult,
    at,
    changed,
    fine,
    offence,
    ordinary,
    paper_changed,
    plus,
    without,
)
from tests.lawful.judge.example_grave import pleaded
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
other_basis_than_told.breach(lambda: ordinary(fine(800, basis="规范3.5条"), told=fine(800, basis="规范35条")))
other_basis_than_told.lawful(lambda: ordinary(fine(700, basis="甲条"), told=fine(800, basis="甲条")))
other_basis_than_told.lawful(
    lambda: ordinary(fine(800, basis="《甲》第１ 条"), told=fine(800, basis="甲第1条。"))
)


def _decided_on(**says: object) -> Chronicle:
    """The decision's paper says something else than the notice."""
    return changed(ordinary(), Decided, says={**TOLD, **says})


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
        if letters(old) and letters(new) and (strange := strange_clause(new, told=old)):
            yield decided, f"决定认定“{strange[:30]}”，告知的事实没有"


for _words in (
    "2026年9月1日，当事人在演示路2号设摊。",
    "2026年9月2日，当事人在演示路1号设摊。",
    "2026年9月1日，当事人在演示路1号设摊，并倾倒垃圾。",
    "2026年9月1日，当事人在演示路1号设摊，倾倒建筑垃圾五车有照片佐证。",
    "2026年9月1日，当事人在演示路1号设摊，以上事实有笔录为证并倾倒垃圾。",
    "2026年9月1日，当事人在演示路1号设摊，听证后又倾倒垃圾。",
):
    other_facts_than_told.breach(lambda words=_words: _decided_on(conduct=words))
for _words in (
    "2026年 09月01日,当事人在演示路１号设摊",
    "经查，2026年9月1日当事人在演示路1号设摊。以上事实有现场检查笔录等证据为证。",
    "当事人在演示路1号设摊。",
    "当事人在演示路1号设摊，2026年9月4日向当事人送达行政处罚告知书。",
    "2026年9月1日，当事人在演示路1号设摊有照片佐证。当事人未提出陈述申辩。",
    "2026年9月1日，当事人在演示路1号设摊的事实有现场检查笔录、询问笔录等证据证实。",
    "2026年9月1日9时许，当事人王某在演示路1号设摊。以上事实有：1.现场检查笔录；2.询问笔录1份、现场照片3张为证。",
    "执法人员巡查时发现当事人在演示路1号设摊，经本局负责人批准，于2026年9月2日立案调查。",
    "当事人在演示路1号设摊。2026年9月3日，执法人员依法对现场进行了检查，制作了现场检查笔录，拍摄了照片。",
    "当事人现场驾驶三轮车1辆，在演示路1号设摊。",
    "当事人在演示路1号设摊，违反了《条例》第十五条不得倾倒垃圾的规定，违法事实清楚，证据确凿，经复核不予采纳。",
):
    other_facts_than_told.lawful(lambda words=_words: _decided_on(conduct=words))


def _stated(told: str, decided: str) -> Chronicle:
    """So in the notice, so in the decision."""
    notice, paper = ({**TOLD, "conduct": words} for words in (told, decided))
    case = paper_changed(ordinary(), "D29", content=notice, row=notice)
    return changed(paper_changed(case, "D41", content=paper, row=paper), Decided, says=paper)


for _told, _decided in (("3.5", "35"), ("35", "3.5"), ("3.5", "5"), ("3", "3.5"), ("3.05", "3.5")):
    other_facts_than_told.breach(
        lambda one=_told, two=_decided: _stated(f"当事人占道{one}平方米。", f"当事人占道{two}平方米。")
    )
for _told, _decided in (("3.5", "３．５"), ("3.5", "3.50"), ("35", "35.00")):
    other_facts_than_told.lawful(
        lambda one=_told, two=_decided: _stated(f"当事人占道{one}平方米。", f"当事人占道{two}平方米。")
    )
other_facts_than_told.breach(lambda: _stated("当事人在演示路1-3号设摊", "当事人在演示路13号设摊"))
other_facts_than_told.lawful(lambda: _stated("当事人占道五平方米", "当事人占道5㎡"))


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
    "7.11",
    article="行政处罚法第四十四条、第六十二条",
    says="决定的理由、裁量档次应当是告知过的；采纳申辩或者经过听证从轻的除外",
    kind="told_not_decided",
    certainty="推论",
)
def other_reason_than_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        if told is None or _was_persuaded(case, decided, told=told):
            continue
        notice, says = told_and_decided(case, decided)
        for field, name in (("reason", "discretion_reason"), ("tier", "discretion_tier")):
            old = getattr(told.penalty, field) or str(notice.get(name) or "")
            new = (getattr(decided.penalty, field), str(says.get(name) or ""))
            other = [words for words in new if is_heavier_ground(words, old)]
            if letters(old) and other:
                yield decided, f"告知“{old[:30]}”，决定“{other[0][:30]}”"


def _was_persuaded(case: Chronicle, decided: Decided, *, told: Told) -> bool:
    """A plea was accepted, or a hearing held, and less was decided."""
    answers = [row for row in case.after(told, Answered) if row.is_accepted]
    spoke = [row for row in (*answers, *case.after(told, Heard)) if row in case.before(decided, type(row))]
    return bool(spoke) and is_heavier(told.penalty, decided.penalty)


FIRST, AGAIN = "初次违法", "屡教不改，从重"
other_reason_than_told.breach(lambda: ordinary(fine(800, reason=AGAIN), told=fine(800, reason=FIRST)))
other_reason_than_told.breach(lambda: ordinary(fine(700, reason=AGAIN), told=fine(800, reason=FIRST)))
other_reason_than_told.breach(lambda: ordinary(fine(800, tier="严重"), told=fine(800, tier="一般")))
other_reason_than_told.breach(
    lambda: changed(
        pleaded(fine(800, reason=AGAIN), told=fine(800, reason=FIRST)), Answered, is_accepted=False
    )
)
other_reason_than_told.breach(
    lambda: changed(ordinary(fine(800, reason=FIRST)), Decided, says={**TOLD, "discretion_reason": AGAIN})
)
for _words in (
    "初次违法。",
    "当事人系初次违法，且积极配合调查",
    "初次违法。当事人申辩不成立，不予采纳",
    "初次违法，未造成严重后果，已主动整改",
    "初次违法，不具有从重、加重情节",
):
    other_reason_than_told.lawful(
        lambda words=_words: ordinary(fine(700, reason=words), told=fine(800, reason=FIRST))
    )
other_reason_than_told.lawful(lambda: ordinary(fine(700, tier="较轻"), told=fine(800, tier="一般")))
other_reason_than_told.lawful(
    lambda: changed(
        pleaded(fine(700, reason="采纳申辩", tier="较轻"), told=fine(800, reason=FIRST, tier="一般")),
        Answered,
        is_accepted=True,
    )
)


@rule(
    "7.12",
    article="行政处罚法第四十四条、第六十二条",
    says="决定的处罚种类应当是告知过的，另一种类也不得以较轻为由不再告知",
    kind="told_not_decided",
    certainty="推论",
)
def another_kind_than_told(case: Chronicle) -> Finds:
    for decided in punished(case):
        told = notice_for(case, decided)
        if told is None or not told.penalty.is_known or is_heavier(decided.penalty, told.penalty):
            continue
        if decided.penalty.codes - told.penalty.codes:
            yield decided, f"告知{said(told.penalty)}，决定{said(decided.penalty)}"


def _warned(told: Penalty) -> Chronicle:
    return without(ordinary(Penalty(warns=True), told=told, offence=offence(warns=True)), Paid)


another_kind_than_told.breach(lambda: _warned(fine(800)))
another_kind_than_told.lawful(lambda: _warned(Penalty(warns=True)))
another_kind_than_told.lawful(lambda: _warned(fine(800, warns=True)))


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
