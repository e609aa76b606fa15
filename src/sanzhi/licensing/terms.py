"""The clocks of an application: corrections, the statutory and the promised limit, delivery, hearing (行政许可法 §§32, 42–45, 47, 82)."""

from dataclasses import replace
from datetime import date, timedelta

from sanzhi.cases.deadlines import counts_from, served_on
from sanzhi.cases.fixed import tells
from sanzhi.cases.models import Proceeding
from sanzhi.cases.queries import issued_for
from sanzhi.kernel import clock
from sanzhi.law.days import DayUnit
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, Exclusion, Extension, due
from sanzhi.licensing.models import Asks, LicenceApplication, TimeGranted, TimeLeftOut
from sanzhi.licensing.queries import (
    application_of,
    examined,
    granted_in,
    handed_in,
    hearing_of,
    item_of,
    licence_of,
    times_granted,
    times_left_out,
)
from sanzhi.licensing.told import said_of

CORRECTION, BY_APPLICANT = "license_correction", "license_correction_by_applicant"
DECISION, EXTENSION, PROMISED = "license_decision", "license_decision_extension", "license_promised"
DELIVERY, RENEWAL, RENEWAL_ASKED = "license_delivery", "license_renewal_decision", "license_renewal"
ASKING, HEARING, OPINION = "license_hearing_request", "license_hearing", "license_opinion"
TIME_NOTICE, HEARING_NOTICE, CORRECTIONS = (
    "license_time_notice",
    "license_hearing_notice",
    "license_corrections",
)
LAW = "行政许可法第四十二条"


def days_of(key: str, start: date, *, on: Proceeding, days: int | None = None) -> Deadline:
    """The deadline `key`, of so many `days` where the item says otherwise."""
    counted = rule(key, start)
    return due(counted if days is None else replace(counted, days=days), start, calendar=on.calendar)


def missing(application: LicenceApplication) -> tuple[str, ...]:
    """What the item needs and nobody has handed in; what was told to be corrected is handed in anew."""
    item, rows = item_of(application.proceeding), handed_in(application)
    have, anew = {row.name for row in rows}, {row.name for row in rows if row.is_correction}
    wanted = item.needed if item and application.asks == Asks.NEW else ()
    lacking = [name for name in wanted if name not in have]
    return tuple(dict.fromkeys([*lacking, *(name for name in application.missing if name not in anew)]))


def complete_on(application: LicenceApplication) -> date | None:
    """The day on which the last of what was wanted came in."""
    if missing(application) or (application.defects and not _answered(application)):
        return None
    return max((row.handed_on for row in handed_in(application)), default=application.received_on)


def _answered(application: LicenceApplication) -> bool:
    return any(row.is_correction for row in handed_in(application))


def told_until(application: LicenceApplication) -> Deadline:
    """Until when corrections may be told: five working days, once (行政许可法 §32(1)(4))."""
    return days_of(CORRECTION, application.received_on, on=application.proceeding)


def accepted_from(application: LicenceApplication) -> date | None:
    """From which day the time for the decision runs: since it was accepted, or by silence since the papers came in."""
    if application.accepted_on or application.turned_away:
        return application.accepted_on
    came, on = complete_on(application), application.proceeding
    if application.corrections_told_on is not None:
        return came if came and clock.today() > days_of(CORRECTION, came, on=on).on else None
    until = told_until(application).on
    if clock.today() <= until:
        return None
    # nobody was told in time: what came in later than that changes nothing (行政许可法 §32(1)(4))
    return came if came and came <= until else application.received_on


def correct_by(application: LicenceApplication) -> Deadline | None:
    """Until when the applicant corrects: by the item, from the day on which the notice was served."""
    told = counts_from(application.proceeding, CORRECTIONS)
    item = item_of(application.proceeding)
    if told is None or item is None:
        return None
    return days_of(BY_APPLICANT, told, on=application.proceeding, days=item.silence_days)


def told_of(proceeding: Proceeding, row: TimeLeftOut | TimeGranted) -> date | None:
    """The day on which the applicant was told in writing of this time (行政许可法 §42, §45)."""
    said = {"licence_time": said_of(row)}
    papers = (paper for paper in issued_for(proceeding, TIME_NOTICE) if tells(paper, said))
    return min((paper.served_on for paper in papers if paper.served_on), default=None)


def left_out(proceeding: Proceeding) -> tuple[Exclusion, ...]:
    """What is not counted: from the day on which the applicant was told of it."""
    found = []
    for row in times_left_out(proceeding):
        told = told_of(proceeding, row)
        last = row.ended_on - timedelta(days=1) if row.ended_on else clock.today()
        if told is not None and max(told, row.begun_on) <= last:
            since = max(told, row.begun_on)
            found.append(Exclusion(since, last, f"{row.get_ground_display()}：{row.what}"))
    return tuple(found)


def _granted(proceeding: Proceeding) -> tuple[Extension, ...]:
    rows = (row for row in times_granted(proceeding) if row.days)
    return tuple(Extension(row.days or 0, DayUnit.WORKING, row.reason, LAW) for row in rows)


def decide_by(proceeding: Proceeding) -> Deadline | None:
    """The statutory limit; of a renewal no later than the last day of the licence (行政许可法 §50(2))."""
    application, item = application_of(proceeding), item_of(proceeding)
    start = accepted_from(application) if application else None
    if application is None or item is None or start is None:
        return None
    counted = replace(rule(DECISION, start), days=item.limit_days)
    found = due(
        counted,
        start,
        calendar=proceeding.calendar,
        exclusions=left_out(proceeding),
        extensions=_granted(proceeding),
    )
    licence = application.licence
    if application.asks == Asks.RENEWAL and licence is not None and licence.valid_until < found.on:
        return days_of(RENEWAL, licence.valid_until, on=proceeding)
    return found


def promised_by(proceeding: Proceeding) -> Deadline | None:
    """The promised limit, which leaves out the day of the check on the spot too (facts-2 N3-09)."""
    application, item = application_of(proceeding), item_of(proceeding)
    start = accepted_from(application) if application else None
    if item is None or start is None:
        return None
    seen = examined(proceeding)
    more = (
        (Exclusion(seen.examined_on, seen.examined_on, "现场核查"),)
        if seen is not None and seen.is_on_site and seen.examined_on > start
        else ()
    )
    counted = replace(rule(PROMISED, start), days=item.promised_days)
    return due(counted, start, calendar=proceeding.calendar, exclusions=(*left_out(proceeding), *more))


def deliver_by(proceeding: Proceeding) -> Deadline | None:
    if proceeding.decided_on is None or granted_in(proceeding) is None:
        return None
    return days_of(DELIVERY, proceeding.decided_on, on=proceeding)


def ask_by(proceeding: Proceeding) -> Deadline | None:
    """Until when a hearing may be asked for, from the day on which the notice was served."""
    told = counts_from(proceeding, HEARING_NOTICE)
    return days_of(ASKING, told, on=proceeding) if told else None


def has_expired(proceeding: Proceeding) -> bool:
    """Whether a renewal was not decided before the licence ran out: it counts as granted (行政许可法 §50(2))."""
    application, licence = application_of(proceeding), licence_of(proceeding)
    is_renewal = application is not None and application.asks == Asks.RENEWAL
    return is_renewal and licence is not None and clock.today() > licence.valid_until


def clocks(proceeding: Proceeding) -> dict[str, Deadline | None]:
    """Both clocks of the decision, and what runs beside it."""
    application = application_of(proceeding)
    found: dict[str, Deadline | None] = {DELIVERY: deliver_by(proceeding)}
    if served_on(proceeding, "license_certificate"):
        found = {}
    if application is None or proceeding.decided_on or application.turned_away:
        return {key: row for key, row in found.items() if row is not None}
    if accepted_from(application) is None:
        found[CORRECTION] = None if application.corrections_told_on else told_until(application)
        found[BY_APPLICANT] = correct_by(application)
    found |= {DECISION: decide_by(proceeding), PROMISED: promised_by(proceeding)}
    row = hearing_of(proceeding)
    if row is not None and row.concluded_on is None and row.waived_on is None:
        found[ASKING] = None if row.asked_on else ask_by(proceeding)
        found[HEARING] = days_of(HEARING, row.asked_on, on=proceeding) if row.asked_on else None
    return {key: row for key, row in found.items() if row is not None}
