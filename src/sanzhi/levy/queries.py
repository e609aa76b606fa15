"""All reads of levies."""

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Payment, Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel.db import rows_of
from sanzhi.law.days import chinese_date
from sanzhi.law.levies import Reduction, Use
from sanzhi.law.money import yuan
from sanzhi.law.wording import sentence
from sanzhi.levy.models import (
    Assessment,
    LevyApplication,
    LevyEnd,
    LoweredFor,
    Lowering,
    Refund,
    Succession,
    reduction_of,
    uses_of,
)

FEE = "levy/fee"
CATEGORY = "行政征收"


def assessment_of(proceeding: Proceeding) -> Assessment | None:
    """That of the decision, or of what is proposed now."""
    rows: tuple[Assessment, ...] = rows_of(proceeding.assessments)
    decision = getattr(proceeding, "decision", None)
    now = cases.current_proposal(proceeding)
    wanted = decision.proposal_id if decision else now.pk if now else None
    return next((row for row in rows if row.proposal_id == wanted), None)


def lowerings(proceeding: Proceeding) -> tuple[Lowering, ...]:
    return rows_of(proceeding.lowerings)


def waiting_lowering(proceeding: Proceeding) -> Lowering | None:
    return next((row for row in lowerings(proceeding) if row.is_granted is None), None)


def granted(proceeding: Proceeding) -> tuple[Lowering, ...]:
    return tuple(row for row in lowerings(proceeding) if row.is_granted)


def granted_since(proceeding: Proceeding) -> tuple[Lowering, ...]:
    """Those granted when it was decided already: the decision told another sum."""
    decided = proceeding.decided_on
    return tuple(
        row for row in granted(proceeding) if decided and row.decided_on and row.decided_on >= decided
    )


def told_of(row: Lowering) -> str:
    """2026年10月8日准予减免，应缴360元."""
    day = chinese_date(row.decided_on) if row.decided_on else ""
    return f"{day}准予{row.get_kind_display()}，应缴{yuan(row.owed)}元"


def denied(proceeding: Proceeding) -> tuple[Lowering, ...]:
    """What the party asked for and did not get."""
    rows = lowerings(proceeding)
    return tuple(row for row in rows if row.kind == LoweredFor.RELIEF and row.is_granted is False)


def denial_of(row: Lowering) -> str:
    """你（单位）2026年10月8日申请“公益活动占用”减免，经审查，2026年10月9日决定不予准许，理由：……。"""
    asked, day = chinese_date(row.asked_on), chinese_date(row.decided_on) if row.decided_on else ""
    title = row.reduction.get("title", "")
    return f"你（单位）{asked}申请“{title}”减免，经审查，{day}决定不予准许，理由：{sentence(row.opinion)}"


def refunds(proceeding: Proceeding) -> tuple[Refund, ...]:
    return rows_of(proceeding.levy_refunds)


def payments(proceeding: Proceeding) -> tuple[Payment, ...]:
    return cases.payments(proceeding)


def successions(proceeding: Proceeding) -> tuple[Succession, ...]:
    return rows_of(proceeding.successions)


def levy_end_of(proceeding: Proceeding) -> LevyEnd | None:
    return getattr(proceeding, "levy_end", None)


def applications(proceeding: Proceeding) -> tuple[LevyApplication, ...]:
    return rows_of(proceeding.levy_applications)


def last_application(proceeding: Proceeding) -> LevyApplication | None:
    return next(reversed(applications(proceeding)), None)


def tariffs_in_force(proceeding: Proceeding) -> int | None:
    """The list of tariffs by which is assessed today."""
    return catalogues.edition_id_in_force(proceeding.case.authority.code, "tariffs")


def edition_in_force(proceeding: Proceeding) -> int:
    """As above, where the tariff was found in it."""
    found = tariffs_in_force(proceeding)
    assert found is not None
    return found


def items_of(proceeding: Proceeding) -> tuple[str, ...]:
    return catalogues.charged_items(tariffs_in_force(proceeding), proceeding.cause_code)


def reliefs(proceeding: Proceeding) -> tuple[Reduction, ...]:
    """The reductions that the head has granted."""
    rows = (row for row in granted(proceeding) if row.kind == LoweredFor.RELIEF)
    return tuple(reduction_of(row.reduction) for row in rows)


def used_now(proceeding: Proceeding) -> tuple[Use, ...]:
    """Quantities and days as assessed, or as they were cut short since."""
    assessed = assessment_of(proceeding)
    cut = [row for row in granted(proceeding) if row.kind == LoweredFor.CUT_SHORT]
    if cut:
        return uses_of(cut[-1].uses)
    return assessed.used if assessed else ()
