"""Rules on the plea: each is answered, one that holds is followed, none makes the penalty heavier (§45)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Chronicle, is_heavier, is_same, said
from tests.lawful.chronicle.happenings import (
    Answered,
    Decided,
    Found,
    Gathered,
    Happening,
    Heard,
    Issued,
    Pleaded,
    Proposed,
    Told,
    Waived,
)
from tests.lawful.chronicle.text import holds, letters, plain
from tests.lawful.judge.example import ONE, at, changed, fine, on, ordinary, plus, without
from tests.lawful.judge.example_grave import pleaded
from tests.lawful.judge.readings import as_numbers, content_of, ordinary_decisions
from tests.lawful.judge.rule import Finds, rule


def _pleas(case: Chronicle, decided: Decided) -> tuple[Pleaded, ...]:
    return case.before(decided, Pleaded)


@rule(
    "9.1",
    article="行政处罚法第四十五条第一款；河南省行政执法条例第二十六条第二款",
    says="陈述申辩应当复核后再作决定",
    kind="plea_unanswered",
    certainty="原文",
)
def plea_without_answer(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        pleas = _pleas(case, decided)
        if pleas and pleas[-1] in _left_open(case, decided):
            yield decided, f"{pleas[-1].day}的陈述申辩没有复核"


plea_without_answer.breach(lambda: without(pleaded(), Answered))
plea_without_answer.lawful(lambda: changed(pleaded(), Answered, at=at(13)))


@rule(
    "9.2",
    article="行政处罚法第四十五条第一款",
    says="每一份陈述申辩都要复核，不得以后一份覆盖前一份",
    kind="plea_overwritten",
    certainty="推论",
)
def plea_overwritten(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        answers = case.before(decided, Answered)
        for plea in _left_open(case, decided) if answers else ():
            if plea in case.before(answers[-1], Pleaded):
                yield plea, f"{plea.day}的陈述申辩没有自己的复核，复核的是别的一份"


def _left_open(case: Chronicle, decided: Decided) -> list[Pleaded]:
    """Pleas without an answer of their own: an answer is to those that it names, else to all of the last open day."""
    still: list[Pleaded] = []
    for row in case.before(decided, Happening):
        if isinstance(row, Pleaded):
            still.append(row)
        elif isinstance(row, Answered):
            named = [plea for plea in still if plea.ref and plea.ref in row.of]
            last = [plea for plea in still if plea.day == still[-1].day and not row.of]
            still = [plea for plea in still if plea not in (*named, *last)]
    return still


plea_overwritten.breach(lambda: plus(pleaded(), Pleaded(at=at(5, 8), on=on(5), by=(ONE,), text="没有违法")))


def _two_pleas(*answers: tuple[int, tuple[str, ...]]) -> Chronicle:
    """Pleas on day 5 and on day 6, and the answers: the day, and which they name."""
    case = without(pleaded(), Answered, Pleaded)
    first, second = (
        Pleaded(at=at(day), on=on(day), by=(ONE,), text="异议", ref=f"plea:{day}") for day in (5, 6)
    )
    rows = [
        Answered(at=at(day, 10 + n), by=(ONE,), text="不成立", of=of) for n, (day, of) in enumerate(answers)
    ]
    return plus(case, first, second, *rows)


plea_overwritten.breach(lambda: _two_pleas((7, ())))
plea_overwritten.breach(lambda: _two_pleas((7, ("plea:6",)), (8, ("plea:6",))))
plea_overwritten.lawful(lambda: _two_pleas((7, ()), (8, ())))
plea_overwritten.lawful(lambda: _two_pleas((7, ("plea:6",)), (8, ("plea:5",))))
plea_overwritten.lawful(lambda: _two_pleas((7, ("plea:5", "plea:6"))))
plea_overwritten.lawful(
    lambda: plus(_two_pleas((7, ()), (8, ())), Answered(at=at(9), by=(ONE,), text="补充复核"))
)
plea_overwritten.lawful(lambda: plus(pleaded(), Pleaded(at=at(6, 8), on=on(6), by=(ONE,), text="没有违法")))
plea_overwritten.lawful(
    lambda: plus(
        pleaded(),
        Pleaded(at=at(6, 8), on=on(6), by=(ONE,), text="没有违法"),
        Answered(at=at(7, 8), by=(ONE,), is_accepted=False, text="查明属实"),
    )
)


@rule(
    "9.3",
    article="行政处罚法第四十五条第一款",
    says="陈述申辩成立的应当采纳，改变拟作出的处罚",
    kind="accepted_not_followed",
    certainty="推论",
)
def accepted_and_not_followed(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        for answer in case.before(decided, Answered):
            told = [row for row in case.before(answer, Told) if row.penalty.is_known]
            old, new = (told[-1].penalty if told else None), decided.penalty
            lighter = old is not None and is_heavier(old, new)
            followed = bool(told) and _followed(case, answer, decided=decided, told=told[-1])
            if answer.is_accepted and old is not None and new.punishes and not (lighter or followed):
                yield decided, f"申辩成立，决定仍是{said(new)}"


def _followed(case: Chronicle, answer: Answered, *, decided: Decided, told: Told) -> bool:
    """Proposed and told anew otherwise than before, no heavier, and so decided: the plea was of the article or the facts."""
    proposals = [row for row in case.after(answer, Proposed) if row in case.before(decided, Proposed)]
    notices = case.after(proposals[0], Told) if proposals else ()
    anew = [
        row for row in notices if row in case.before(decided, Told) and is_same(row.penalty, decided.penalty)
    ]
    return any(_is_otherwise(case, row, told=told) for row in anew) and not is_heavier(
        decided.penalty, told.penalty
    )


def _is_otherwise(case: Chronicle, anew: Told, *, told: Told) -> bool:
    papers = [content_of(case, row.paper) for row in (anew, told)]
    names = ("conduct", "violated", "act_place", "happened_on")
    both = [tuple(letters(str(paper.get(name) or "")) for name in names) for paper in papers]
    facts = all(papers) and both[0] != both[1]
    bases = [letters(row.penalty.basis) for row in (anew, told)]
    return facts or (all(bases) and bases[0] != bases[1])


accepted_and_not_followed.breach(lambda: changed(pleaded(), Answered, is_accepted=True))
accepted_and_not_followed.lawful(
    lambda: changed(pleaded(fine(600), told=fine(800)), Answered, is_accepted=True)
)


def _told_otherwise(basis: str, *, again: bool = True) -> Chronicle:
    """The plea that the article is wrong holds; proposed and told anew, and so decided."""
    case = pleaded(fine(800, basis=basis), told=fine(800, basis="甲条"))
    case = changed(case, Answered, is_accepted=True, text="条款引用有误，采纳")
    anew = fine(800, basis=basis)
    told = Told(
        at=at(7, 11), on=on(7), by=(ONE,), form="D29", penalty=anew, rights=frozenset({"plea"}), days=4
    )
    return plus(case, Proposed(at=at(7, 10), by=(ONE,), penalty=anew), *([told] if again else []))


accepted_and_not_followed.breach(lambda: _told_otherwise("甲条"))
accepted_and_not_followed.breach(lambda: _told_otherwise("乙条", again=False))
accepted_and_not_followed.lawful(lambda: _told_otherwise("乙条"))


@rule(
    "9.4",
    article="行政处罚法第四十五条第一款、第六十二条",
    says="放弃的表示不得覆盖已经提出的申辩",
    kind="plea_overwritten",
    certainty="推论",
)
def waiver_over_a_plea(case: Chronicle) -> Finds:
    for waiver in case.all(Waived):
        pleas = case.before(waiver, Pleaded)
        answers = [
            row for row in case.before(waiver, Answered) if pleas and row in case.after(pleas[-1], Answered)
        ]
        if waiver.right == "plea" and pleas and not answers:
            yield waiver, f"{pleas[-1].day}的申辩还没有复核，就记为放弃"


waiver_over_a_plea.breach(lambda: plus(without(pleaded(), Answered), Waived(at=at(8), by=(ONE,), proof="x")))
waiver_over_a_plea.breach(lambda: plus(pleaded(), Waived(at=at(6, 12), by=(ONE,), proof="signature")))
waiver_over_a_plea.lawful(lambda: plus(pleaded(), Waived(at=at(8), by=(ONE,), proof="signature")))


@rule(
    "10.1",
    article="行政处罚法第四十五条第二款；河南省行政执法条例第二十六条第三款",
    says="不得因陈述、申辩给予更重的处罚",
    kind="heavier_after_plea",
    certainty="推论",
)
def heavier_after_plea(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        for spoke in (*_pleas(case, decided), *case.before(decided, Heard)):
            told = [row.penalty for row in case.before(spoke, Told) if row.penalty.is_known]
            if (
                told
                and is_heavier(decided.penalty, told[-1])
                and not _found_since(case, spoke, until=decided)
            ):
                yield decided, f"申辩之前{said(told[-1])}，之后{said(decided.penalty)}，其间没有新的事实证据"


def _found_since(case: Chronicle, spoke: Happening, *, until: Happening) -> bool:
    """New facts or evidence between the two (that only these may make it heavier: 推论)."""
    since = len(case.before(spoke, Happening))
    rows = case.before(until, Happening)
    return any(
        _is_new_fact(row, known=[old for old in rows[:place] if isinstance(old, Found)])
        if isinstance(row, Found)
        else isinstance(row, Gathered) and _is_new_piece(row, known=[*_pieces(rows[:place])])
        for place, row in enumerate(rows)
        if place > since
    )


def _pieces(rows: tuple[Happening, ...]) -> Iterator[Gathered]:
    return (row for row in rows if isinstance(row, Gathered))


def _is_new_fact(row: Found, *, known: list[Found]) -> bool:
    """More than every earlier version says; the first one only puts down what was told already (推论)."""
    words = "|".join(_bare_fact(old.conduct) for old in known)
    clauses = [_bare_fact(part) for part in re.split("[,。;:!?]", plain(row.conduct))]
    gains = max((old.illegal_gains or Decimal(0) for old in known), default=Decimal(0))
    more = any(
        number > max((as_numbers(old.quantities).get(name, Decimal(0)) for old in known), default=Decimal(0))
        for name, number in as_numbers(row.quantities).items()
    )
    days = {old.happened_on for old in known if old.happened_on}
    other_day = bool(days) and row.happened_on is not None and row.happened_on not in days
    told_otherwise = any(part and not holds(words, part) for part in clauses)
    return bool(known) and (more or other_day or told_otherwise or (row.illegal_gains or 0) > gains)


def _bare_fact(words: str) -> str:
    """Without the party as its subject, which says nothing new."""
    return letters(words).replace("当事人", "")


def _is_new_piece(row: Gathered, *, known: list[Gathered]) -> bool:
    """Lawful, not the plea itself, and no copy of a piece that was there: the same name proving nothing else."""
    words = plain(row.name + row.proves)
    if not row.is_lawful or row.kind == "statement" or re.search("申辩|陈述(?:意见|书)", words) or not words:
        return False
    proven = {letters(old.proves) for old in known} | {""}
    names = {_bare(old.name) for old in known}
    return not (_bare(row.name) in names and letters(row.proves) in proven)


def _bare(name: str) -> str:
    """Without what only marks a copy: 现场检查笔录（复印件）, 现场检查笔录2."""
    return re.sub(
        "(?:复印件|复制件|副本|扫描件|抄件|补正|[\\d一二三]+)$", "", letters(name).replace("检查勘验", "检查")
    )


def _told_again(amount: int = 900) -> Chronicle:
    second = Told(
        at=at(7, 10),
        on=on(7),
        by=(ONE,),
        form="D29",
        penalty=fine(amount),
        rights=frozenset({"plea"}),
        days=4,
    )
    return plus(pleaded(fine(amount), told=fine(800)), second)


def _told_with(kind: str, name: str) -> Chronicle:
    return plus(_told_again(), Gathered(at=at(7, 9), by=(ONE,), kind=kind, name=name, proves="面积"))


heavier_after_plea.breach(lambda: _told_again())
heavier_after_plea.breach(lambda: _told_with("statement", "当事人陈述"))
heavier_after_plea.breach(lambda: _told_with("document", "陈述申辩书"))
heavier_after_plea.lawful(lambda: _told_with("testimony", "新证言"))


def _told_after(*rows: Happening) -> Chronicle:
    return plus(_told_again(), *rows)


def _found(moment: int, **facts: Any) -> Found:
    """A version of the facts, entered on the day."""
    usual: dict[str, Any] = {"conduct": "设摊", "happened_on": on(0)}
    return Found(at=at(moment, 8), by=(ONE,), **{**usual, **facts})


def _piece(**facts: Any) -> Gathered:
    usual: dict[str, Any] = {"kind": "document", "name": "购销票据", "proves": "面积"}
    return Gathered(at=at(7, 9), by=(ONE,), **{**usual, **facts})


heavier_after_plea.breach(lambda: _told_after(_found(2), _found(7, version=2)))
heavier_after_plea.breach(lambda: _told_after(_found(2), _found(7, version=2, conduct=" 设 摊。")))
heavier_after_plea.breach(lambda: _told_after(_found(7)))
heavier_after_plea.breach(lambda: _told_after(_found(2), _found(7, conduct="当事人设摊")))
heavier_after_plea.breach(lambda: _told_after(_found(2, happened_on=None), _found(7)))
heavier_after_plea.breach(lambda: _told_after(_piece(name="陈述意见书")))
heavier_after_plea.breach(
    lambda: _told_after(_piece(kind="record", name="现场检查（勘验）笔录", proves="违法事实"))
)
heavier_after_plea.breach(
    lambda: _told_after(_found(2, quantities={"sqm": Decimal(5)}), _found(7, quantities={"sqm": Decimal(4)}))
)
heavier_after_plea.breach(lambda: _told_after(_piece(is_lawful=False)))
heavier_after_plea.breach(lambda: _told_after(_piece(name="", proves="")))
heavier_after_plea.breach(lambda: _told_after(_piece(kind="record", name="现场检查笔录", proves="")))
heavier_after_plea.breach(
    lambda: _told_after(_piece(kind="record", name="现场检查笔录（复印件）", proves="违法事实"))
)
heavier_after_plea.lawful(lambda: _told_after(_piece()))
heavier_after_plea.lawful(lambda: _told_after(_piece(kind="record", name="现场检查笔录", proves="占道面积")))
heavier_after_plea.lawful(lambda: _told_after(_found(2), _found(7, conduct="设摊，倾倒垃圾")))
heavier_after_plea.lawful(
    lambda: _told_after(_found(2, quantities={"sqm": Decimal(5)}), _found(7, quantities={"sqm": Decimal(8)}))
)


@rule(
    "10.2",
    article="行政处罚法第四十五条第二款",
    says="申辩之后加重拟作出的处罚，须有新查明的事实证据",
    kind="heavier_after_plea",
    certainty="推论",
)
def heavier_proposal_after_plea(case: Chronicle) -> Finds:
    for proposed in case.all(Proposed):
        spoke = (*case.before(proposed, Pleaded), *case.before(proposed, Heard))
        if not spoke:
            continue
        earlier = [row for row in case.before(spoke[0], Proposed) if row.penalty.is_known]
        if (
            earlier
            and is_heavier(proposed.penalty, earlier[-1].penalty)
            and not _found_since(case, spoke[0], until=proposed)
        ):
            yield proposed, f"申辩之前拟{said(earlier[-1].penalty)}，之后拟{said(proposed.penalty)}"


heavier_proposal_after_plea.breach(lambda: plus(pleaded(), Proposed(at=at(8), by=(ONE,), penalty=fine(900))))
heavier_proposal_after_plea.breach(
    lambda: plus(
        pleaded(),
        Gathered(at=at(7, 9), by=(ONE,), kind="document", name="申辩材料", proves="面积"),
        Proposed(at=at(8), by=(ONE,), penalty=fine(900)),
    )
)


def _heavier_proposal(*rows: Happening) -> Chronicle:
    return plus(pleaded(), *rows, Proposed(at=at(8), by=(ONE,), penalty=fine(900)))


heavier_proposal_after_plea.breach(lambda: _heavier_proposal(_found(2), _found(7, version=2)))
heavier_proposal_after_plea.breach(lambda: _heavier_proposal(_piece(is_lawful=False)))
heavier_proposal_after_plea.breach(lambda: _heavier_proposal(_piece(name="现场检查笔录", proves="")))
heavier_proposal_after_plea.lawful(lambda: _heavier_proposal(_piece()))
heavier_proposal_after_plea.lawful(lambda: plus(pleaded(), Proposed(at=at(8), by=(ONE,), penalty=fine(800))))


@rule(
    "9.5",
    article="行政处罚法第四十五条第一款；河南省行政执法条例第二十六条第二款",
    says="陈述申辩和复核应当记录在案",
    kind="plea_without_papers",
    certainty="推论",
)
def plea_without_papers(case: Chronicle) -> Finds:
    for answer in case.all(Answered):
        if not answer.text.strip():
            yield answer, "复核没有写明理由"


plea_without_papers.breach(lambda: changed(pleaded(), Answered, text=" "))
plea_without_papers.lawful(lambda: pleaded())
plea_without_papers.lawful(lambda: plus(ordinary(), Issued(at=at(8), by=(ONE,), form="D32")))
