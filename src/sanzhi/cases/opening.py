"""How a proceeding begins: at the first step of its procedure, on the lists that it is to keep."""

from sanzhi.cases.models import Case, Finding, Proceeding, StepVisit
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel import clock


def open_proceeding(
    case: Case,
    *,
    procedure: tuple[int, str],
    power: tuple[int, str, str],
    finding: Finding | None = None,
) -> Proceeding:
    """`procedure` is (edition, key), `power` is (edition, code, title)."""
    today = clock.today()
    edition, key = procedure
    first = catalogues.procedure_of_edition(edition).steps[0].key
    proceeding = Proceeding(
        case=case,
        procedure_edition_id=edition,
        procedure_key=key,
        power_edition_id=power[0],
        cause_code=power[1],
        cause=power[2],
        finding=finding,
        step=first,
        step_since=today,
    )
    proceeding.save()
    StepVisit(proceeding=proceeding, step=first, entered_on=today).save()
    return proceeding
