"""Lawful chronicles of other kinds: seizure, enforcement, licences, inspections, levies, requisitions."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Assigned, Closed, Filed, Happening, Paid, PartyNamed
from tests.lawful.chronicle.other_kinds import (
    CourtAsked,
    Enforced,
    Inspected,
    Levied,
    Requisitioned,
    RequisitionEnded,
    Seized,
    SeizureEnded,
    Thing,
    Urged,
)
from tests.lawful.judge.example import (
    HEAD,
    LEADER,
    ONE,
    TWO,
    adult,
    at,
    days,
    on,
    ordinary,
    plus,
    roster,
    without,
)

SITE = frozenset({"called", "told", "heard", "minutes", "signed", "listed", "delivered"})


def of_kind(kind: str, *rows: Happening, today: int = 100, **changes: Any) -> Chronicle:
    """A chronicle of another kind with the party, two officers and the rows."""
    start: tuple[Happening, ...] = (
        PartyNamed(at=at(0), by=(ONE,), party=adult()),
        Assigned(at=at(0), by=(LEADER,), joined=(ONE, TWO)),
    )
    usual: dict[str, Any] = {"roster": roster(), "days": days(), "today": on(today)}
    return Chronicle(f"cases.case:{kind}", kind=kind, happenings=(*start, *rows), **{**usual, **changes})


def seizure(*more: Happening, ended: int | None = 20, today: int = 100, **changes: Any) -> Chronicle:
    """A grill is seized on day 1 with everything that it takes, and given back."""
    usual: dict[str, Any] = {
        "basis": "大气污染防治法第三十条",
        "approved_at": at(1, 8),
        "things": (Thing("烤炉"),),
        "officers": (ONE, TWO),
        "site": SITE,
    }
    rows: list[Happening] = [Seized(at=at(1), on=on(1), by=(ONE,), **{**usual, **changes}), *more]
    if ended is not None:
        rows.append(
            SeizureEnded(at=at(ended), on=on(ended), by=(ONE,), things=(Thing("烤炉", ended="returned"),))
        )
    return of_kind("coercion", *sorted(rows, key=lambda row: row.at), today=today)


def enforcing(
    way: str = "late_penalty", *, day: int = 60, urged: int | None = 40, **changes: Any
) -> Chronicle:
    """The ordinary penalty, unpaid; the party is urged on day 40 and the authority enforces on day 60."""
    case = without(ordinary(today=on(300)), Paid, Closed)
    says = frozenset({"deadline", "way", "amount", "rights"})
    rows: list[Happening] = []
    if urged is not None:
        rows.append(Urged(at=at(urged), on=on(urged), by=(ONE,), by_on=on(urged + 14), says=says))
    started: dict[str, Any] = {"starts_at": at(day, 10), "basis": "行政处罚法第七十二条"}
    rows.append(Enforced(at=at(day, 10), by=(ONE, TWO), way=way, **{**started, **changes}))
    return replace(case, happenings=(*case.happenings, *rows))


def substitute(**changes: Any) -> Chronicle:
    """A performance by others on day 60, urged twice."""
    case = enforcing("substitute", **{"threat": "traffic", **changes})
    says = frozenset({"deadline", "way", "amount", "rights"})
    return plus(case, Urged(at=at(54), on=on(54), by=(ONE,), by_on=on(58), says=says))


def court(day: int = 230, *, urged: int = 210, **changes: Any) -> Chronicle:
    """The ordinary penalty, unpaid and not challenged; the court is asked within three months after six."""
    case = without(ordinary(today=on(400)), Paid, Closed)
    signs = {"signs": frozenset({"head", "seal", "date"})}
    says = frozenset({"deadline", "way", "amount", "rights"})
    return replace(
        case,
        happenings=(
            *case.happenings,
            Urged(at=at(urged), on=on(urged), by=(ONE,), by_on=on(urged + 10), says=says),
            CourtAsked(at=at(day), on=on(day), by=(HEAD,), **{**signs, **changes}),
        ),
    )


def inspection(**changes: Any) -> Chronicle:
    usual: dict[str, Any] = {"officers": (ONE, TWO), "item": "餐饮油烟检查"}
    return of_kind("inspection", Inspected(at=at(1), by=(ONE, TWO), **{**usual, **changes}))


def levy(**changes: Any) -> Chronicle:
    usual: dict[str, Any] = {
        "basis": "城市道路管理条例第三十七条",
        "rate": Decimal(2),
        "quantity": Decimal(50),
        "amount": Decimal(100),
    }
    return of_kind("levy", Levied(at=at(1), by=(HEAD,), **{**usual, **changes}))


def requisition(*more: Happening, **changes: Any) -> Chronicle:
    things = (Thing("抽水泵"), Thing("铲车"))
    taken = Requisitioned(at=at(1), by=(HEAD,), **{"things": things, **changes})
    given = RequisitionEnded(at=at(9), by=(HEAD,), returned=("抽水泵", "铲车"))
    return of_kind("requisition", taken, *(more or (given,)))


def inspected_then_punished(filed: bool = True) -> Chronicle:
    """An inspection that found something; the penalty follows in the same chronicle."""
    seen = Inspected(at=at(0, 8), by=(ONE, TWO), officers=(ONE, TWO), item="市容巡查")
    case = ordinary()
    rows = [row for row in case if filed or not isinstance(row, Filed)]
    return replace(case, happenings=(seen, *rows))
