"""How a licence stands on a day: not begun, valid, run out, renewed by silence, ended (行政许可法 §50, §69, §70)."""

from datetime import date

from sanzhi.cases import queries as cases
from sanzhi.kernel.db import rows_of
from sanzhi.law.deadlines import add_months
from sanzhi.law.measures import Disposal
from sanzhi.licensing.models import Asks, Licence, LicenceApplication

VALID, RUN_OUT, DEEMED, FALLEN = "有效", "已届满", "视为准予延续", "准予决定已被撤销"
NOT_YET = "尚未生效"


def state_on(licence: Licence, day: date) -> str:
    if licence.ended_as and licence.ended_on is not None and licence.ended_on <= day:
        gone = "，已注销" if licence.cancelled_on and licence.ended_as != "cancelled" else ""
        return f"已{licence.get_ended_as_display()}{gone}"
    if cases.has_fallen(licence.proceeding):
        return FALLEN
    if day < licence.valid_from:
        return NOT_YET
    if day <= licence.valid_until:
        return VALID
    return DEEMED if day <= lasting(licence) else RUN_OUT


def is_valid_on(licence: Licence, day: date) -> bool:
    """Granted, neither run out nor ended; what begins later is changed or ended like any other."""
    return state_on(licence, day) in {NOT_YET, VALID, DEEMED}


def takes_up(licence: Licence, *, since: date, until: date) -> bool:
    """Whether it is valid on any of these days."""
    first = max(since, licence.valid_from)
    return first <= until and is_valid_on(licence, first)


def lasting(licence: Licence) -> date:
    """The last day: as written, or as renewed by silence for as long as it had been given (建议; 行政许可法 §50(2))."""
    if _undecided_renewal(licence) is None:
        return licence.valid_until
    months = max(1, round((licence.valid_until - licence.valid_from).days / 30))
    return add_months(licence.valid_until, months)


def term_begins(licence: Licence) -> date:
    """From which day its present term counts: its first day, or the day from which it was renewed last."""
    rows = [row for row in rows_of(licence.applications) if row.asks == Asks.RENEWAL and _gave(row)]
    return max((row.starts_on for row in rows), default=licence.valid_from)


def _gave(row: LicenceApplication) -> bool:
    decision = getattr(row.proceeding, "decision", None)
    return (
        decision is not None and decision.disposal == Disposal.RENEW and not cases.has_fallen(row.proceeding)
    )


def _undecided_renewal(licence: Licence) -> LicenceApplication | None:
    """An application for renewal, made while it was valid, on which nothing was decided before its last day had passed."""
    rows = (row for row in rows_of(licence.applications) if row.asks == Asks.RENEWAL and not row.turned_away)
    for row in rows:
        decided = row.proceeding.decided_on
        if row.received_on <= licence.valid_until and (decided is None or decided > licence.valid_until):
            return row
    return None
