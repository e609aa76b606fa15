"""How a proceeding on coercion ends: with nothing of anybody's in custody (行政强制法 §27, §28)."""

from django.db.models import TextChoices

from sanzhi.cases import board
from sanzhi.cases.models import Proceeding
from sanzhi.coercion.custody import all_is_gone
from sanzhi.coercion.enforcement_closing import enforcement_may_close
from sanzhi.coercion.guards import begun, party_told
from sanzhi.coercion.models import EnforcementClosure, MeasureClosure
from sanzhi.coercion.queries import MEASURE
from sanzhi.kernel.verdict import Verdict


def may_close(proceeding: Proceeding, kind: str) -> Verdict:
    if proceeding.procedure_key == MEASURE:
        return _is_own(kind, MeasureClosure, others=EnforcementClosure) & _measure_may_close(proceeding, kind)
    return _is_own(kind, EnforcementClosure, others=MeasureClosure) & enforcement_may_close(proceeding, kind)


def _is_own(kind: str, own: type[TextChoices], *, others: type[TextChoices]) -> Verdict:
    """A seizure does not end as an execution does, nor an execution as a seizure."""
    named = next((row.label for row in others if row.value == kind), "")
    return Verdict.when(
        not named,
        f"“{named}”不是本程序的结束情形。",
        citation="行政强制法第二十八条、第四十条",
        remedy=f"请选择：{'、'.join(row.label for row in own)}。",
    )


def _measure_may_close(proceeding: Proceeding, kind: str) -> Verdict:
    verdict = all_is_gone(proceeding) & party_told(proceeding)
    verdict &= board.guard("cases.overturn_served", proceeding)
    return (
        verdict
        & Verdict.when(
            kind != MeasureClosure.FORGONE or not begun(proceeding),
            "已经实施查封、扣押，不能以没有实施结案。",
            citation="行政强制法第十八条",
        )
        & Verdict.when(
            kind != MeasureClosure.SETTLED or begun(proceeding),
            "没有实施查封、扣押，不能以处理完毕结案。",
            citation="行政强制法第十八条",
        )
    )


def may_appraise(proceeding: Proceeding) -> Verdict:
    """Things in custody are appraised while they are (行政强制法 §25(3))."""
    return Verdict.when(
        begun(proceeding),
        "没有实施查封、扣押，没有在保管中的财物可以鉴定。",
        citation="行政强制法第二十五条第三款",
        remedy="查明案情需要的鉴定，请在处罚程序中办理。",
    )
