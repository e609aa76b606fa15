"""Lawful chronicles to start from, and the few ways to change one: planted breaches differ from them in one thing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from tests.lawful.chronicle import Certificate, Chronicle, Days, Offence, Party, Penalty, Person, Roster, said
from tests.lawful.chronicle.happenings import (
    Approved,
    Assigned,
    Closed,
    Confiscated,
    Decided,
    Filed,
    Gathered,
    Happening,
    Issued,
    Ordered,
    Paid,
    PartyNamed,
    Proposed,
    Published,
    Recorded,
    Reported,
    Served,
    Told,
)

# what the notice and the decision say alike
TOLD: dict[str, Any] = {
    "party_name": "王某",
    "party_id_number": "000000198001010010",
    "conduct": "2026年9月1日，当事人在演示路1号设摊。",
    "violated": "平顶山市城市市容和环境卫生管理条例第十五条第一项",
}
CHINA = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 9, 1, 9, tzinfo=CHINA)
ONE, TWO, LEADER, HEAD, DEPUTY, REVIEWER, CHAIR, CLERK = (f"officer:{n}" for n in range(1, 9))
BOTH = (("officer", ONE), ("officer", TWO))
OFF_2026 = [(9, 25), (10, 1), (10, 2), (10, 5), (10, 6), (10, 7)]


def at(day: int, hour: int = 9) -> datetime:
    """`day` calendar days after the start, at `hour`."""
    return START.replace(hour=hour) + timedelta(days=day)


def on(day: int) -> date:
    return at(day).date()


def fine(amount: int | str, **more: Any) -> Penalty:
    return Penalty(fine=Decimal(amount), **more)


def roster() -> Roster:
    card = (Certificate("16048100001", date(2023, 3, 1), date(2028, 2, 29)),)
    rows = (
        (ONE, "苏甲", {"officer"}, "一中队"),
        (TWO, "丁乙", {"officer"}, "一中队"),
        (LEADER, "韩丙", {"officer", "squad_leader"}, "一中队"),
        (HEAD, "程丁", {"bureau_head"}, "办公室"),
        (DEPUTY, "郭戊", {"bureau_head"}, "办公室"),
        (REVIEWER, "沈己", {"legal_reviewer"}, "政策法规监督科"),
        (CHAIR, "叶庚", {"legal_reviewer"}, "政策法规监督科"),
        (CLERK, "纪辛", {"disclosure_clerk"}, "政策法规监督科"),
    )
    people = {
        key: Person(
            key=key,
            name=name,
            roles=frozenset(roles),
            unit=unit,
            qualified_on=date(2022, 5, 20),
            is_lawyer="legal_reviewer" in roles,
            certificates=card,
        )
        for key, name, roles, unit in rows
    }
    return Roster(people)


def days() -> Days:
    return Days(
        off=frozenset(date(2026, month, day) for month, day in OFF_2026),
        worked=frozenset({date(2026, 9, 20), date(2026, 10, 10)}),
        noticed=frozenset({2025, 2026}),
    )


def offence(**changes: Any) -> Offence:
    """C04: 500 to 1,000 yuan, without an order to correct first."""
    usual: dict[str, Any] = {
        "code": "C04",
        "article": "平顶山市城市市容和环境卫生管理条例第四十五条第一款",
        "minimum": {"": Decimal(500)},
        "maximum": {"": Decimal(1000)},
    }
    return Offence(**{**usual, **changes})


def adult(**changes: Any) -> Party:
    usual: dict[str, Any] = {
        "kind": "person",
        "name": "王某",
        "identity": "000000198001010010",
        "born_on": date(1980, 1, 1),
        "address": "演示路1号",
    }
    return Party(**{**usual, **changes})


def ordinary(penalty: Penalty | None = None, *, told: Penalty | None = None, **changes: Any) -> Chronicle:
    """A fine of 800 yuan from lead to publication, nothing wrong with it; `changes` go into the chronicle itself."""
    decided = penalty or fine(800)
    announced = told or decided
    rows = (*_inquiry(), *_told(announced), *_decision(decided), *_after(decided))
    usual: dict[str, Any] = {"happenings": rows, "roster": roster(), "days": days(), "offence": offence()}
    usual |= {"case": "cases.case:1", "cause": "C04", "today": on(30)}
    return Chronicle(**{**usual, **changes})


def _inquiry() -> tuple[Happening, ...]:
    filmed = {"moment": "site_inspection", "started": at(2), "ended": at(2, 10), "kind": "video"}
    return (
        Reported(at=at(0), by=(ONE,), happened_on=on(0), found_on=on(0), place="演示路1号", cause="C04"),
        PartyNamed(at=at(0, 10), by=(ONE,), party=adult()),
        Assigned(at=at(0, 11), by=(LEADER,), joined=(ONE, TWO)),
        Filed(at=at(1), by=(HEAD,)),
        Recorded(at=at(2, 11), by=(ONE,), **filmed),
        Gathered(at=at(2, 12), by=(ONE,), kind="record", name="现场检查笔录", proves="违法事实"),
        Issued(at=at(2, 13), by=(ONE, TWO), form="D08", signers=BOTH),
        Issued(at=at(2, 14), by=(ONE, TWO), form="D10", signers=BOTH),
        Ordered(at=at(2, 15), by=(ONE, TWO), content="清理拆除", by_on=on(9)),
    )


def _told(penalty: Penalty) -> tuple[Happening, ...]:
    paper = "documents.document:7"
    rights = frozenset({"plea"})
    told = Told(
        at=at(3, 11), on=on(3), by=(ONE,), form="D29", paper=paper, penalty=penalty, rights=rights, days=5
    )
    return (
        Proposed(at=at(3), by=(ONE,), penalty=penalty, ref="cases.proposal:1"),
        Issued(at=at(3, 10), by=(HEAD,), form="D29", ref=paper, is_external=True, content=TOLD, row=TOLD),
        told,
    )


def _decision(penalty: Penalty) -> tuple[Happening, ...]:
    paper = "documents.document:9"
    says = {**TOLD, "amount": str(penalty.fine or ""), "decision_text": said(penalty)}
    issued = {"form": "D41", "ref": paper, "is_external": True, "content": says, "row": says}
    receipt = {"to": "王某", "relation": "本人", "issued_on": on(14)}
    return (
        Approved(at=at(14), by=(HEAD,), saw=penalty),
        Decided(at=at(14, 10), by=(HEAD,), penalty=penalty, paper=paper, number="1号", says=says),
        Issued(at=at(14, 10), by=(HEAD,), **issued),
        Served(at=at(15), on=on(15), by=(ONE,), form="D41", paper=paper, **receipt),
    )


def _after(penalty: Penalty) -> tuple[Happening, ...]:
    copy = (("行政相对人", "王某某"), ("处罚内容", said(penalty)))
    owed = penalty.fine or Decimal(0)
    taken = (Confiscated(at=at(18, 8), on=on(18), by=(ONE,)),) if "confiscation" in penalty.codes else ()
    return (
        *taken,
        Paid(at=at(18), on=on(18), by=(ONE,), amount=owed, receipt="2026000000001"),
        Closed(at=at(19), by=(LEADER,), kind="performed"),
        Published(at=at(20), by=(REVIEWER,), prepared_by=CLERK, copy="publication:1", content=copy),
    )


def without(case: Chronicle, *kinds: type[Happening]) -> Chronicle:
    """The same without every happening of the kinds."""
    return replace(case, happenings=tuple(row for row in case if not isinstance(row, kinds)))


def changed(case: Chronicle, kind: type[Happening], /, **changes: Any) -> Chronicle:
    """The same with every happening of the kind changed; it is put anew in the order of the ledger's times."""
    rows = [replace(row, **changes) if isinstance(row, kind) else row for row in case]
    return in_order(case, rows)


def paper_changed(case: Chronicle, form: str, /, **changes: Any) -> Chronicle:
    """The same with the issued papers of the form changed."""
    rows = [replace(row, **changes) if isinstance(row, Issued) and row.form == form else row for row in case]
    return in_order(case, rows)


def dropped(case: Chronicle, kind: type[Happening], *, after: datetime) -> Chronicle:
    """The same without the happenings of the kind after the moment."""
    rows = (row for row in case if not (isinstance(row, kind) and row.at > after))
    return replace(case, happenings=tuple(rows))


def plus(case: Chronicle, *more: Happening) -> Chronicle:
    """The same with further happenings, in the order of the ledger's times."""
    return in_order(case, [*case, *more])


def in_order(case: Chronicle, rows: list[Happening]) -> Chronicle:
    return replace(case, happenings=tuple(sorted(rows, key=lambda row: row.at)))


def later(case: Chronicle, since: Happening | type[Happening], *, by: int) -> Chronicle:
    """The same with everything from the first such happening on moved `by` days later."""
    is_since: Callable[[Happening], bool] = (
        (lambda row: isinstance(row, since)) if isinstance(since, type) else (lambda row: row is since)
    )
    shift, moved, rows = timedelta(days=by), False, []
    for row in case:
        moved = moved or is_since(row)
        day = row.on + shift if moved and row.on else row.on
        rows.append(replace(row, at=row.at + shift, on=day) if moved else row)
    return replace(case, happenings=tuple(rows))
