"""Rules on recusal: asked for and decided before the decision, by who may; who is recused has no part any more (§43)."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Assigned,
    Decided,
    Happening,
    Heard,
    Issued,
    RecusalAsked,
    RecusalDecided,
)
from tests.lawful.judge.example import (
    CHAIR,
    CLERK,
    DEPUTY,
    HEAD,
    LEADER,
    ONE,
    REVIEWER,
    TWO,
    at,
    changed,
    ordinary,
    plus,
)
from tests.lawful.judge.example_grave import grave
from tests.lawful.judge.example_other import inspection, seizure
from tests.lawful.judge.readings import heads, people
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.who import in_office


@rule(
    "3.1",
    article="行政处罚法第四十三条；河南省行政执法条例第二十三条",
    says="回避申请没有决定之前，不得作出处罚决定",
    kind="recusal",
    certainty="推论",
)
def recusal_pending(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        for asked in case.before(decided, RecusalAsked):
            answers = [
                row
                for row in case.after(asked, RecusalDecided)
                if row in case.before(decided, RecusalDecided)
            ]
            if not any(people(case, (row.of,)) == people(case, (asked.of,)) for row in answers):
                yield decided, "回避申请还没有决定"


recusal_pending.breach(lambda: plus(ordinary(), RecusalAsked(at=at(5), of=ONE)))
recusal_pending.lawful(
    lambda: plus(ordinary(), RecusalAsked(at=at(5), of=ONE), RecusalDecided(at=at(6), by=(HEAD,), of=ONE))
)


ONE_EACH, MANY = ("chair", "prepared_by", "approver"), ("by", "participants", "officers", "joined")


def _acts(row: Happening) -> tuple[str, ...]:
    """Whoever has a part in what happened: entered it, signed, presided, took part, was on site, took the case over."""
    signers = tuple(key for _, key in row.signers) if isinstance(row, Issued) else ()
    alone = tuple(getattr(row, name, "") for name in ONE_EACH)
    return (*signers, *alone, *(key for name in MANY for key in getattr(row, name, ())))


@rule(
    "3.2",
    article="行政处罚法第四十三条",
    says="决定回避之后，该人不得再办理本案",
    kind="recusal",
    certainty="推论",
)
def recused_and_acting(case: Chronicle) -> Finds:
    for recused in case.all(RecusalDecided):
        who = people(case, (recused.of,)) if recused.is_granted else frozenset()
        for row in case.after(recused, Happening):
            if who & people(case, _acts(row)):
                yield row, f"已决定回避，仍有{row.word}"


recused_and_acting.breach(
    lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(HEAD,), of=ONE, is_granted=True))
)
recused_and_acting.lawful(
    lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(HEAD,), of=REVIEWER + "9", is_granted=True))
)


def _recused(case: Chronicle, who: str, *, granted: bool = True) -> Chronicle:
    """Decided on the first day; the government decides of a head."""
    by = "区政府" if who == DEPUTY else HEAD
    return plus(case, RecusalDecided(at=at(0, 15), by=(by,), of=who, is_granted=granted))


recused_and_acting.breach(lambda: _recused(grave(), DEPUTY))
recused_and_acting.breach(lambda: _recused(ordinary(), CLERK))
recused_and_acting.breach(
    lambda: _recused(plus(ordinary(), Assigned(at=at(5), by=(LEADER,), joined=(DEPUTY,))), DEPUTY)
)
recused_and_acting.breach(lambda: _recused(changed(grave(), Heard, by=()), CHAIR))
recused_and_acting.breach(lambda: _recused(seizure(), TWO))
recused_and_acting.breach(lambda: _recused(inspection(), TWO))
for _case, _who in ((grave, DEPUTY), (ordinary, CLERK), (seizure, TWO), (inspection, TWO)):
    recused_and_acting.lawful(lambda case=_case, who=_who: _recused(case(), who, granted=False))


@rule(
    "3.3",
    article="行政处罚法第四十三条；河南省行政执法条例第二十三条",
    says="执法人员的回避由机关负责人决定，负责人的回避由上级决定",
    kind="recusal",
    certainty="原文",
)
def recusal_by_nobody(case: Chronicle) -> Finds:
    for row in case.all(RecusalDecided):
        heads_now, who = heads(case, row.day), people(case, row.by)
        of_head = bool(row.of) and people(case, (row.of,)) <= heads_now
        wrong = bool(in_office(case, row.by, day=row.day)) if of_head else not who & heads_now
        if heads_now and (wrong or not who):
            yield row, "不是有权决定回避的人" if who else "没有写明是谁决定的"


recusal_by_nobody.breach(lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(TWO,), of=ONE)))
recusal_by_nobody.breach(lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(HEAD,), of=HEAD)))
for _of in (ONE, HEAD):
    recusal_by_nobody.breach(lambda of=_of: plus(ordinary(), RecusalDecided(at=at(5), of=of)))
for _by in (TWO, REVIEWER, DEPUTY):
    recusal_by_nobody.breach(
        lambda by=_by: plus(
            ordinary(), RecusalAsked(at=at(5), of=HEAD), RecusalDecided(at=at(6), by=(by,), of=HEAD)
        )
    )
recusal_by_nobody.lawful(
    lambda: plus(
        ordinary(), RecusalAsked(at=at(5), of=HEAD), RecusalDecided(at=at(6), by=("区政府",), of=HEAD)
    )
)
recusal_by_nobody.lawful(lambda: plus(ordinary(), RecusalDecided(at=at(5), by=(HEAD,), of=ONE)))
