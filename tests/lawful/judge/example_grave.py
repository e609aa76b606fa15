"""Lawful chronicles with more to them than the ordinary one: hearing and review, on the spot, spared, corrected first."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Chronicle, Offence, Penalty, said
from tests.lawful.chronicle.happenings import (
    Answered,
    Approved,
    Assigned,
    Closed,
    Decided,
    Discussed,
    Educated,
    Happening,
    Heard,
    HearingAsked,
    HearingNotified,
    Issued,
    Ordered,
    Overturned,
    Paid,
    PartyNamed,
    Pleaded,
    Published,
    Rechecked,
    Recorded,
    Reported,
    Reviewed,
    Served,
    Suspected,
    Told,
)
from tests.lawful.judge.example import (
    BOTH,
    CHAIR,
    HEAD,
    LEADER,
    ONE,
    REVIEWER,
    TWO,
    adult,
    at,
    changed,
    fine,
    in_order,
    offence,
    on,
    ordinary,
    plus,
    roster,
    without,
)
from tests.lawful.judge.offences import OFFENCES


def grave(penalty: Penalty | None = None, *, told: Penalty | None = None, **changes: Any) -> Chronicle:
    """A fine of 8,000 yuan under C05: told with D30, heard, reviewed, discussed, decided."""
    decided = penalty or fine(8000)
    usual: dict[str, Any] = {"offence": offence(minimum={"": Decimal(5000)}, maximum={"": Decimal(20000)})}
    usual["today"] = on(60)
    case = ordinary(decided, told=told, **{**usual, **changes})
    case = changed(case, Told, form="D30", rights=frozenset({"plea", "hearing"}))
    rows = [_renamed(row) for row in case]
    return in_order(case, [*_moved(rows, since=14, by=30), *hearing(), *vouched(decided)])


def _renamed(row: Happening) -> Happening:
    return replace(row, form="D30") if isinstance(row, Issued) and row.form == "D29" else row


def _moved(rows: list[Happening], *, since: int, by: int) -> list[Happening]:
    """Everything from day `since` on happens `by` days later."""
    shift = at(by) - at(0)
    later = []
    for row in rows:
        if row.at >= at(since, 0):
            row = replace(row, at=row.at + shift, on=row.on + shift if row.on else None)
            row = replace(row, issued_on=on(since + by)) if isinstance(row, Served) else row
        later.append(row)
    return later


def hearing(asked: int = 7, notified: int = 8, *, held: int = 22) -> list[Happening]:
    """From the wish for a hearing to its minutes and report."""
    ended = at(held, 11)
    return [
        HearingAsked(at=at(asked), on=on(asked), by=(ONE,)),
        Issued(at=at(notified), by=(HEAD,), form="D34", ref="documents.document:34", is_external=True),
        HearingNotified(
            at=at(notified, 10), on=on(notified), by=(CHAIR,), held_on=on(held), place="会议室", chair="叶庚"
        ),
        Issued(at=at(notified, 11), by=(CHAIR,), form="D36", is_external=True),
        Recorded(at=ended, by=(CHAIR,), moment="hearing", started=at(held), ended=at(held, 10), kind="video"),
        Issued(
            at=at(held, 10),
            by=(CHAIR,),
            form="D37",
            signers=(("host", CHAIR), ("party", "王某")),
        ),
        Heard(
            at=at(held, 12),
            by=(CHAIR,),
            held_on=on(held),
            chair="叶庚",
            papers=frozenset({"D36", "D37", "D38"}),
        ),
        Issued(at=at(held + 1), by=(CHAIR,), form="D38", signers=(("host", CHAIR),)),
    ]


def vouched(saw: Penalty, *, day: int = 30) -> list[Happening]:
    """The review that passed and the discussion after it."""
    return [
        Reviewed(at=at(day), by=(REVIEWER,), saw=saw),
        Discussed(
            at=at(day + 5),
            by=(HEAD,),
            chair="程丁",
            participants=("程丁", "郭戊"),
            text="同意给予处罚",
            saw=saw,
        ),
    ]


def reviewed(penalty: Penalty | None = None, **changes: Any) -> Chronicle:
    """The grave one where nobody asked for a hearing."""
    return without(grave(penalty, **changes), HearingAsked, HearingNotified, Heard)


def pleaded(penalty: Penalty | None = None, *, told: Penalty | None = None, **changes: Any) -> Chronicle:
    """The ordinary one with a plea, answered."""
    return plus(
        ordinary(penalty, told=told, **changes),
        Pleaded(at=at(6), on=on(6), by=(ONE,), text="家中困难"),
        Answered(at=at(7), by=(ONE,), is_accepted=False, text="不属于法定情形"),
    )


def corrected_first(
    *, at_once: bool = False, recheck: int = 6, due: int | None = 5, **changes: Any
) -> Chronicle:
    """The ordinary one for an offence that is fined only when an order to correct was not followed."""
    case = ordinary(offence=offence(correct_first=True, at_once=at_once), today=on(60), **changes)
    rows = [row for row in case if not isinstance(row, Ordered)]
    case = in_order(case, _moved(rows, since=3, by=7))
    return plus(
        changed(case, Told, on=on(10)),
        Ordered(at=at(2, 15), by=(ONE, TWO), content="清理", by_on=None if due is None else on(due)),
        Issued(at=at(2, 15), by=(ONE, TWO), form="D23", is_external=True, signers=BOTH),
        Rechecked(at=at(recheck, 16), by=(ONE, TWO), is_corrected=False, result="没有清理"),
        Issued(at=at(recheck, 17), by=(ONE, TWO), form="D25", signers=BOTH),
    )


def spot(penalty: Penalty | None = None, **changes: Any) -> Chronicle:
    """On the spot, 100 yuan, handed over at once, reported, paid at the bank."""
    decided = penalty or fine(100)
    usual: dict[str, Any] = {
        "case": "cases.case:2",
        "procedure": "simplified",
        "offence": offence(code="C28", minimum={"": Decimal(50)}, maximum={"": Decimal(200)}),
        "days": ordinary().days,
        "roster": roster(),
        "cause": "C28",
        "today": on(30),
    }
    rows = _on_the_spot(decided)
    return Chronicle(happenings=rows, **{**usual, **changes})


def _on_the_spot(decided: Penalty) -> tuple[Happening, ...]:
    paper = "documents.document:3"
    return (
        Reported(at=at(0), by=(ONE,), happened_on=on(0), found_on=on(0), place="演示路1号", cause="C28"),
        PartyNamed(at=at(0), by=(ONE,), party=adult()),
        Assigned(at=at(0), by=(LEADER,), joined=(ONE, TWO)),
        Ordered(at=at(0), by=(ONE, TWO), content="立即清理"),
        Decided(
            at=at(0, 10),
            on=on(0),
            by=(ONE, TWO),
            penalty=decided,
            is_simplified=True,
            paper=paper,
            number="当1号",
        ),
        Issued(
            at=at(0, 10),
            by=(ONE,),
            form="D43",
            ref=paper,
            is_external=True,
            signers=(*BOTH, ("party", "王某")),
        ),
        Served(
            at=at(0, 10),
            on=on(0),
            by=(ONE,),
            form="D43",
            paper=paper,
            to="王某",
            relation="本人",
            issued_on=on(0),
        ),
        Issued(at=at(1), by=(ONE,), form="D44", signers=(("officer", ONE), ("squad_leader", LEADER))),
        Paid(at=at(3), on=on(3), by=(ONE,), amount=decided.fine or Decimal(0), receipt="2026000000009"),
        Closed(at=at(4), by=(LEADER,), kind="performed"),
    )


def spared(disposal: str = "spare", **changes: Any) -> Chronicle:
    """§33: no penalty, with education; D42 handed over."""
    case = without(ordinary(Penalty(disposal=disposal, reason="首次且及时改正"), **changes), Told, Paid)
    rows = [row for row in case if not (isinstance(row, Issued) and row.form == "D29")]
    rows = [
        replace(row, form="D42") if isinstance(row, Issued | Served) and row.form == "D41" else row
        for row in rows
    ]
    more: list[Happening] = [] if disposal == "unfounded" else [Educated(at=at(14, 11), by=(ONE,))]
    kind = "unfounded" if disposal == "unfounded" else "minor"
    return in_order(case, [*changed(replace(case, happenings=tuple(rows)), Closed, kind=kind), *more])


def dusty() -> Offence:
    """扬尘条例 §21: a fine; where the order to correct was refused a halt, and fines day by day."""
    return replace(OFFENCES["DUST-21"])


def day_by_day(again: int = 20000, *, refused: bool = True, **changes: Any) -> Chronicle:
    """Fined under 扬尘条例 §21, ordered, refused, and fined once more."""
    case = grave(fine(20000), **{"offence": dusty(), "cause": "DUST-21", **changes})
    check = Rechecked(at=at(43), by=(ONE, TWO), is_corrected=not refused, result="复查")
    more = case.all(Decided)[0]
    return plus(case, check, replace(more, at=at(44, 11), penalty=fine(again)))


def referred(**changes: Any) -> Chronicle:
    """The case goes to the police instead of a penalty."""
    away = Penalty(disposal="refer", reason="涉嫌犯罪")
    case = changed(changed(spared(**changes), Approved, saw=away), Decided, penalty=away)
    moved = Suspected(at=at(13), by=(HEAD,), stage="transferred")
    return plus(changed(without(case, Educated, Published), Closed, kind="transferred"), moved)


def decided_anew(*more: Happening, penalty: Penalty | None = None, **gone: Any) -> Chronicle:
    """The ordinary one overturned by a court on day 40, told, approved and decided once more."""
    case = without(ordinary(today=on(80)), Paid, Closed, Published)
    return _anew(plus(case, *more), penalty or fine(800), since=40, **gone)


def grave_anew(penalty: Penalty | None = None, **gone: Any) -> Chronicle:
    """The grave one overturned on day 60, told, reviewed, discussed, approved and decided once more; nobody is heard."""
    anew = penalty or fine(6000)
    case = without(grave(today=on(110)), Paid, Closed, Published)
    return plus(_anew(case, anew, since=60, **gone), *vouched(anew, day=70))


def _anew(case: Chronicle, anew: Penalty, *, since: int, **gone: Any) -> Chronicle:
    usual = {"by_whom": "court", "ground": "主要证据不足", "orders_anew": True, **gone}
    told, decided, served = case.all(Told)[0], case.all(Decided)[0], case.all(Served)[0]
    paper, last = {"paper": "documents.document:12"}, since + 20
    says = {**decided.says, "amount": str(anew.fine), "decision_text": said(anew)}
    return plus(
        case,
        Overturned(at=at(since), **usual),
        replace(told, at=at(since + 7), on=on(since + 7), penalty=anew, paper=""),
        Approved(at=at(last), by=(HEAD,), saw=anew),
        replace(decided, at=at(last, 10), penalty=anew, says=says, **paper),
        Issued(at=at(last, 10), by=(HEAD,), form="D41", ref=paper["paper"], is_external=True),
        replace(served, at=at(last + 1), on=on(last + 1), issued_on=on(last), **paper),
    )


def refused_at_once(*checks: int) -> Chronicle:
    """The grave one for an offence that is ordered at once and fined on refusal: refused on day 2, seen again on `checks`."""
    law = offence(correct_first=True, at_once=True, minimum={"": Decimal(5000)}, maximum={"": Decimal(20000)})
    times = (at(2, 16), *(at(day) for day in checks))
    case = changed(grave(offence=law), Ordered, by_on=None)
    return plus(
        case, *(Rechecked(at=time, by=(ONE, TWO), is_corrected=False, result="没有清理") for time in times)
    )
