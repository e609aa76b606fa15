"""Lawful chronicles of coercion from its beginning to its end: a truck seized and given back, a stall cleared away by others."""

from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening, Issued, Served
from tests.lawful.chronicle.lanes import (
    Content,
    LaneBegun,
    LaneClosed,
    LaneDecided,
    LaneDiscussed,
    LaneProposed,
    LaneReviewed,
    ProxyCounted,
    ProxyPaid,
    ThingsSettled,
)
from tests.lawful.chronicle.other_kinds import Seized, SeizureEnded, Thing, Urged
from tests.lawful.judge.example import HEAD, LEADER, ONE, REVIEWER, TWO, at, in_order, on
from tests.lawful.judge.example_other import SITE, enforcing, of_kind

TRUCK = "轻型自卸货车（豫D·00000挂）1辆"
S, P = "cases.proceeding:2", "cases.proceeding:3"
D53: dict[str, Any] = {
    "party_name": "王某",
    "reason": "沿途遗撒，运输工具可能被转移。",
    "basis": "《中华人民共和国固体废物污染环境防治法》第二十七条",
    "listed": f"1．{TRUCK}",
    "days": "30",
    "remedy_text": "六十日内申请行政复议，或者六个月内提起行政诉讼。",
    "authority_name": "演示市城市管理局",
}
D59: dict[str, Any] = {
    "party_name": "王某",
    "harm_reason": "设施占据机动车道，危害交通安全。",
    "basis": "《中华人民共和国行政强制法》第五十条",
    "target": "固定售货亭一处",
    "method": "拆解、装车、清运。",
    "planned_on": "2026-11-02",
    "executor": "演示清运有限公司",
    "budget": "2400.00",
    "remedy_text": "六十日内申请行政复议，或者六个月内提起行政诉讼。",
}
SAYS = frozenset({"deadline", "way", "amount", "rights"})


def trucks(*names: str, days: int = 30) -> Content:
    return Content(act="seizure", text="扣押", things=frozenset(names or (TRUCK,)), days=days)


def proxy(budget: int = 2400, target: str = "固定售货亭一处") -> Content:
    return Content(
        act="performance_by_proxy",
        text=f"代履行，费用预算{budget}元",
        things=frozenset({target}),
        budget=Decimal(budget),
    )


def vouched(of: str, content: Content, *, day: int) -> tuple[Happening, ...]:
    """Reviewed, discussed on the day after."""
    return (
        LaneReviewed(at=at(day), by=(REVIEWER,), of=of, saw=content),
        LaneDiscussed(at=at(day + 1), on=on(day + 1), by=(HEAD,), of=of, saw=content),
    )


def kept(
    *more: Happening, content: Content | None = None, ended: int | None = 20, today: int = 40
) -> Chronicle:
    """A truck: proposed on day 1, decided on day 4 as a major matter, seized, given back on day 20."""
    plan = content or trucks()
    decided = {"content": plan, "is_major": True, "says": D53}
    rows: list[Happening] = [
        LaneBegun(at=at(1), by=(ONE,), of=S, kind="measure"),
        LaneProposed(at=at(1, 10), by=(ONE,), of=S, content=plan),
        *vouched(S, plan, day=2),
        LaneDecided(at=at(4), on=on(4), by=(HEAD,), of=S, **decided),
        Seized(
            at=at(4, 12),
            on=on(4),
            by=(ONE,),
            ref=S,
            basis=D53["basis"],
            approved_at=at(4),
            things=tuple(Thing(name) for name in sorted(plan.things)),
            officers=(ONE, TWO),
            site=SITE,
        ),
        *more,
    ]
    names = tuple(sorted(plan.things))
    if ended is not None:
        back = tuple(Thing(name, ended="returned") for name in names)
        rows += [
            ThingsSettled(at=at(ended), by=(HEAD,), of=S, way="returned", things=names, lifted_for="other"),
            SeizureEnded(at=at(ended, 10), on=on(ended), by=(ONE,), of=S, things=back),
            LaneClosed(at=at(ended, 11), by=(LEADER,), of=S, kind="settled"),
        ]
    return in_order(of_kind("coercion", today=today), [*of_kind("coercion"), *rows])


def carried_out(*more: Happening, content: Content | None = None, **changes: Any) -> Chronicle:
    """A stall: demanded on day 40, decided on day 56, demanded again, cleared away on day 62, paid on day 66."""
    plan = content or proxy()
    says = {**D59, "executor": changes.get("executor", D59["executor"])}
    case = enforcing(
        "substitute",
        day=62,
        urged=None,
        of=P,
        ref=P,
        threat="traffic",
        **{"executor": D59["executor"], "cost": Decimal(2260), "charged": Decimal(2260), **changes},
    )
    issued = {
        "form": "D59",
        "paper": "documents.document:59",
        "to": "王某",
        "relation": "本人",
        "issued_on": on(56),
    }
    rows: list[Happening] = [
        LaneBegun(at=at(39), by=(ONE,), of=P, kind="enforcement"),
        LaneProposed(at=at(39, 10), by=(ONE,), of=P, content=plan),
        Urged(at=at(40), on=on(40), by=(ONE,), of=P, days=10, says=SAYS),
        *vouched(P, plan, day=54),
        LaneDecided(at=at(56), on=on(56), by=(HEAD,), of=P, content=plan, is_major=True, says=says),
        Issued(at=at(56, 9), by=(HEAD,), form="D59", ref="documents.document:59", is_external=True),
        Served(at=at(56, 10), on=on(56), by=(ONE,), **issued),
        Urged(at=at(56, 11), on=on(56), by=(ONE,), of=P, says=SAYS),
        ProxyCounted(at=at(63), by=(ONE,), of=P, amount=Decimal(2260), vouched=Decimal(2260)),
        ProxyPaid(at=at(66), on=on(66), by=(ONE,), of=P, amount=Decimal(2260), receipt="2026000000077"),
        LaneClosed(at=at(66, 11), by=(LEADER,), of=P, kind="executed"),
        *more,
    ]
    return in_order(case, [*case, *rows])
