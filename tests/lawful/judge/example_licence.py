"""Lawful chronicles of licences: applied for, looked at, granted, delivered; with a hearing; and what stands beside them."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening, HearingAsked
from tests.lawful.chronicle.licences import (
    Accepted,
    Applied,
    Certified,
    Delivered,
    Item,
    LicenceHeard,
    LicenceHearingSet,
    LicenceHearingTold,
    LicenceProposed,
    Licensed,
    Licensing,
    SiteChecked,
)
from tests.lawful.judge.example import CHAIR, HEAD, ONE, TWO, at, changed, on, plus
from tests.lawful.judge.example_other import of_kind


def licence(*more: Happening, decided: int = 20, **changes: Any) -> Chronicle:
    """Applied, accepted the same day, looked at by two, proposed, granted, delivered."""
    granted = changes.get("is_granted", True)
    terms, until = changes.get("terms", ""), {"valid_from": on(decided), "valid_until": on(decided + 60)}
    rows: list[Happening] = [
        Applied(at=at(1), by=("王某",)),
        Accepted(at=at(1, 10), by=(ONE,)),
        SiteChecked(at=at(4), on=on(4), by=(ONE,), officers=(ONE, TWO), fits=granted),
        LicenceProposed(at=at(12), by=(ONE,), is_granted=granted, terms=terms),
        Licensed(at=at(decided), by=(HEAD,), **{**(until if granted else {}), **changes}),
    ]
    if granted:
        rows += [
            Certified(at=at(decided), by=(HEAD,), holder="王某", terms=terms),
            Delivered(at=at(decided + 3), by=(ONE,)),
        ]
    rows += more
    known = Licensing(item=Item(code="XK02", longest_months=6, on_site=True))
    return of_kind("licence", *sorted(rows, key=lambda row: row.at), licensing=known)


def cut(case: Chronicle, moment: datetime) -> Chronicle:
    """As far as it had come by then."""
    return replace(case, happenings=tuple(row for row in case if row.at < moment))


def of_licence(case: Chronicle, **changes: Any) -> Chronicle:
    """The same with other licences, bans, another item beside it."""
    known = case.licensing or Licensing()
    item = {name: changes.pop(name) for name in list(changes) if name not in {"own", "others", "bars"}}
    known = replace(known, **changes)
    return replace(case, licensing=replace(known, item=replace(known.item or Item(), **item)))


def heard(
    *, told: int = 3, asked: int = 4, notified: int = 4, held: int = 16, chair: str = CHAIR
) -> Chronicle:
    """Rights told on day 3, asked for, notified, held on day 16, proposed and decided after it."""
    fixed = {"held_on": on(held), "chair": chair}
    rows = (
        LicenceHearingTold(at=at(3), by=(ONE,), told_on=on(told)),
        HearingAsked(at=at(asked, 10), on=on(asked), by=("赵某",)),
        LicenceHearingSet(at=at(4, 11), by=(ONE,), told_on=on(notified), **fixed),
        LicenceHeard(at=at(held), on=on(held), by=(chair,), minutes="各方陈述。", **fixed),
    )
    case = plus(licence(decided=24), *rows)
    return changed(case, LicenceProposed, at=at(20))
