"""How a proceeding begins: at a step of its procedure, on the lists that it is to keep."""

from datetime import date

from sanzhi.cases.models import Case, CaseParty, Finding, Proceeding, StepVisit
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.kernel import clock


def open_proceeding(
    case: Case,
    *,
    procedure: tuple[int, str],
    power: Power,
    finding: Finding | None = None,
    respondent: CaseParty | None = None,
    goes_on_from: Proceeding | None = None,
    main: Proceeding | None = None,
    step: str = "",
    filed_on: date | None = None,
) -> Proceeding:
    """`procedure` is (edition, key); without a `step` it begins at the first."""
    today = clock.today()
    edition, key = procedure
    proceeding = Proceeding(
        case=case,
        procedure_edition_id=edition,
        procedure_key=key,
        power_edition_id=power.edition_id,
        cause_code=power.code,
        cause=power.cause,
        finding=finding,
        respondent=respondent,
        goes_on_from=goes_on_from,
        main=main,
        step=step or catalogues.procedure_of_edition(edition).steps[0].key,
        step_since=today,
        filed_on=filed_on,
    )
    proceeding.save()
    StepVisit(proceeding=proceeding, step=proceeding.step, entered_on=today).save()
    return proceeding
