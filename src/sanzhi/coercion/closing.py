"""How a proceeding on coercion ends: with nothing of anybody's in custody (行政强制法 §27, §28)."""

from django.db.models import TextChoices

from sanzhi.cases import board
from sanzhi.cases.contests import pending_contest
from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.cases.policies import is_not_decided
from sanzhi.coercion.auctions import rest_returned
from sanzhi.coercion.custody import all_is_gone
from sanzhi.coercion.demolition_closing import demolition_may_close, order_may_close
from sanzhi.coercion.enforcement_closing import enforcement_may_close
from sanzhi.coercion.guards import begun, party_told
from sanzhi.coercion.models import EnforcementClosure, MeasureClosure, OrderClosure
from sanzhi.coercion.queries import DEMOLITION, MEASURE, ORDER, in_custody
from sanzhi.kernel.verdict import Verdict

LAW = "行政强制法第二十八条、第四十条"
KINDS: dict[str, type[TextChoices]] = {MEASURE: MeasureClosure, ORDER: OrderClosure}
CAPTIONS = dict(MeasureClosure.choices + OrderClosure.choices + EnforcementClosure.choices)


def may_close(proceeding: Proceeding, kind: str) -> Verdict:
    """A proceeding ends in the words of its own procedure."""
    own = KINDS.get(proceeding.procedure_key, EnforcementClosure)
    if kind not in own.values and kind not in ClosureKind.values:
        return Verdict.no(
            f"“{CAPTIONS.get(kind, kind)}”不是本程序的结束情形。",
            LAW,
            remedy=f"请选择：{'、'.join(row.label for row in own)}。",
        )
    asked = ASKED.get(proceeding.procedure_key, enforcement_may_close)
    return asked(proceeding, kind) & _nobody_contests(proceeding)


def _nobody_contests(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        pending_contest(proceeding) is None,
        "当事人的复议、诉讼尚未审结，不能结束。",
        citation="行政复议法第六十四条；行政诉讼法第七十条",
        remedy="请等待审结并登记结果。",
    )


def _measure_may_close(proceeding: Proceeding, kind: str) -> Verdict:
    verdict = all_is_gone(proceeding) & rest_returned(proceeding) & party_told(proceeding)
    verdict &= board.guard("cases.overturn_served", proceeding)
    return (
        verdict
        & Verdict.when(
            kind != MeasureClosure.FORGONE or not begun(proceeding),
            "已经实施查封、扣押，不能以没有实施结案。",
            citation="行政强制法第十八条",
            remedy="请选择财物已经处理完毕。",
        )
        & Verdict.when(
            kind != MeasureClosure.SETTLED or begun(proceeding),
            "没有实施查封、扣押，不能以处理完毕结案。",
            citation="行政强制法第十八条",
            remedy="请选择没有实施。",
        )
    )


ASKED = {MEASURE: _measure_may_close, ORDER: order_may_close, DEMOLITION: demolition_may_close}


def may_appraise(proceeding: Proceeding) -> Verdict:
    """Things in custody are appraised while they are (行政强制法 §25(3)), a structure before it is decided (平顶山条例 §27)."""
    if proceeding.procedure_key == ORDER:
        return is_not_decided(proceeding)
    return Verdict.when(
        in_custody(proceeding),
        "没有在保管中的财物可以鉴定。",
        citation="行政强制法第二十五条第三款",
        remedy="查明案情需要的鉴定，请在处罚程序中办理。",
    )
