"""All reads of seizures."""

from collections.abc import Iterable

from sanzhi.cases.models import Case, Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.coercion.models import Movement, SeizedThing, Seizure, Way
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of

MEASURE, ENFORCEMENT, CLEARING = "coercion/measure", "coercion/enforcement", "coercion/clearing"
ORDER, DEMOLITION = "coercion/demolition-order", "coercion/demolition"
CATEGORY = "行政强制"


def seizure_of(proceeding: Proceeding) -> Seizure | None:
    """What the proceeding is about; nothing before it was proposed."""
    return getattr(proceeding, "seizure", None)


def taken(proceeding: Proceeding) -> tuple[SeizedThing, ...]:
    """The things of the inventory, in its order."""
    seizure = seizure_of(proceeding)
    return rows_of(seizure.taken) if seizure is not None else ()


def taken_in(case: Case) -> tuple[SeizedThing, ...]:
    """Everything that any seizure of the case took, in the order in which it was taken."""
    rows: Iterable[Proceeding] = rows_of(case.proceedings)
    found = [thing for row in rows for thing in taken(row)]
    return tuple(sorted(found, key=lambda thing: thing.pk))


def movements_of(thing: SeizedThing) -> tuple[Movement, ...]:
    return rows_of(thing.movements)


def in_custody(proceeding: Proceeding) -> tuple[SeizedThing, ...]:
    """What is still kept, settled or not."""
    return tuple(row for row in taken(proceeding) if row.gone_at is None)


def unsettled(proceeding: Proceeding) -> tuple[SeizedThing, ...]:
    """Of what nobody has decided yet what becomes of it."""
    return tuple(row for row in taken(proceeding) if row.settled_at is None)


def settled_as(proceeding: Proceeding, *ways: Way) -> tuple[SeizedThing, ...]:
    return tuple(row for row in taken(proceeding) if row.way in ways)


def measures_beside(proceeding: Proceeding) -> tuple[Proceeding, ...]:
    """The seizures that were begun beside this proceeding."""
    return lanes_beside(proceeding, MEASURE)


def lanes_beside(proceeding: Proceeding, procedure: str) -> tuple[Proceeding, ...]:
    """The proceedings of this procedure that serve this one."""
    rows: Iterable[Proceeding] = rows_of(proceeding.case.proceedings)
    return tuple(row for row in rows if row.main_id == proceeding.pk and row.procedure_key == procedure)


def powers_giving(proceeding: Proceeding, measure: str) -> tuple[Power, ...]:
    """Our powers of coercion in force today that give this measure, for this cause or for every one."""
    rows = (row for row in catalogues.powers(proceeding.case.authority.code) if row.category == CATEGORY)
    ours = (row for row in rows if row.is_ours and row.is_valid_on(clock.today()))
    return tuple(
        row
        for row in ours
        if measure in row.authorises and (not row.serves or proceeding.cause_code in row.serves)
    )


def powers_for(main: Proceeding) -> tuple[Power, ...]:
    """Our powers of coercion whose rows say that they serve the cause of this proceeding (行政强制法 §10, §17, §22)."""
    rows = catalogues.powers(main.case.authority.code)
    ours = (row for row in rows if row.category == CATEGORY and row.is_ours)
    return tuple(row for row in ours if main.cause_code in row.serves)
