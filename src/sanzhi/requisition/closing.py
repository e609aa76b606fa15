"""How a requisition ends: never with anything unreturned, uncompensated, or an objection unanswered."""

from sanzhi.cases import board
from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.requisition import guards
from sanzhi.requisition.models import RequisitionClosure
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import COMPENSATION, requisition_of

OF_REQUISITION = frozenset(
    {
        RequisitionClosure.SETTLED,
        RequisitionClosure.NOT_TAKEN,
        RequisitionClosure.NOT_NEEDED,
        RequisitionClosure.REFUSED,
    }
)


def may_close(proceeding: Proceeding, kind: str) -> Verdict:
    verdict = guards.objections_answered(proceeding) & board.guard("cases.overturn_served", proceeding)
    if proceeding.procedure_key == COMPENSATION:
        return verdict & _compensation(proceeding, kind)
    verdict &= guards.receipt_handed(proceeding) & guards.all_back(proceeding)
    return verdict & guards.compensated(proceeding) & _kind(proceeding, kind)


def _compensation(proceeding: Proceeding, kind: str) -> Verdict:
    """The owner's heirs get what he did not live to get: a compensation does not end undecided."""
    return Verdict.when(
        kind in {RequisitionClosure.COMPENSATED, ClosureKind.OVERTURNED},
        "补偿没有决定、支付，不能结束：权利人死亡、终止的，补偿由其继承人、承受人领取。",
        citation=LAW,
        remedy="请继续办理，补偿支付给继承人、承受人。",
    ) & guards.compensation_paid(proceeding)


def _kind(proceeding: Proceeding, kind: str) -> Verdict:
    row, taken = requisition_of(proceeding), guards.is_taken(proceeding)
    wanted = {
        RequisitionClosure.SETTLED: taken and not guards.is_refused(proceeding),
        RequisitionClosure.REFUSED: guards.is_refused(proceeding),
        RequisitionClosure.NOT_TAKEN: row is not None and bool(row.not_taken_for),
        RequisitionClosure.NOT_NEEDED: row is None or bool(row.not_taken_for),
    }
    return Verdict.when(
        kind not in OF_REQUISITION or wanted[RequisitionClosure(kind)],
        "结案情形与本案的登记不符。",
        citation=LAW,
        remedy="已经征用的以返还、补偿结案；没有批准的、没有征用的，按其登记。",
    )
