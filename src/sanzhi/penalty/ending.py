"""When the enforcement of a decision may end before all was done, and how such a proceeding closes (行政强制法 §40)."""

from sanzhi.cases import board, queries
from sanzhi.cases.contests import outcome_entered, pending_contest
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal
from sanzhi.penalty.duties import duties
from sanzhi.penalty.models import UnenforcedFor
from sanzhi.penalty.queries import enforcement_end

LAW = "行政强制法第四十条"


def can_end(proceeding: Proceeding) -> Verdict:
    decision = getattr(proceeding, "decision", None)
    return (
        Verdict.when(
            decision is not None and decision.disposal == Disposal.PUNISH,
            "本案没有作出处罚决定，没有可以终结的执行。",
            citation=LAW,
            remedy="决定以前、不予处罚决定送达以前当事人死亡或者终止的，请办理终止调查。",
        )
        & Verdict.when(
            not queries.has_fallen(proceeding),
            "决定已被撤销，不再执行。",
            citation=LAW,
            remedy="请按决定被撤销结案；撤销决定送达以前当事人死亡或者终止的，请先办理终止调查。",
        )
        & Verdict.when(
            enforcement_end(proceeding) is None, "已经终结执行。", citation=LAW, remedy="请办理结案。"
        )
        & Verdict.when(
            pending_contest(proceeding) is None,
            "行政复议、行政诉讼尚未审结，不能终结执行。",
            citation="行政处罚法第七十三条",
            remedy="审结后，请先登记其结果。",
        )
        & Verdict.when(
            duties(proceeding) or not _is_told(proceeding),
            "决定的内容已经全部履行，没有可以终结的执行。",
            citation=LAW,
            remedy="请办理结案。",
        )
        & outcome_entered(proceeding)
        & no_correction_waits(proceeding)
    )


def _is_told(proceeding: Proceeding) -> bool:
    """Whether the party got the decision and each change of it: who died before has nothing to perform, but no closure."""
    served = board.guard("cases.decision_served", proceeding)
    return bool(served & board.guard("cases.overturn_served", proceeding))


def ended_as_recorded(proceeding: Proceeding, kind: str) -> Verdict:
    """A punished party's case closes as ended only on the head's record, and then in no other way."""
    decision, row = getattr(proceeding, "decision", None), enforcement_end(proceeding)
    if decision is None or decision.disposal != Disposal.PUNISH or queries.has_fallen(proceeding):
        return Verdict.yes()
    if row is None:
        return Verdict.when(
            kind not in {ClosureKind.ENDED, ClosureKind.COURT},
            "没有批准终结执行的记录，不能以终止、法院终结结案。",
            citation=LAW,
            remedy="当事人死亡或者终止而无财产可供执行、法院裁定终结的，请由机关负责人办理终结执行。",
        )
    ground = UnenforcedFor(row.ground)
    return Verdict.when(
        kind == ground.closes,
        f"执行因“{ground.label}”终结，应以“{ground.closes.label}”结案。",
        citation=LAW,
        remedy="请选择与终结执行的情形相符的结案情形。",
    )
