"""When the record of a service may still be corrected, and what waits until that is settled."""

from django.db.models import QuerySet

from sanzhi.cases import queries
from sanzhi.cases.articles import fitting
from sanzhi.cases.models import Paper, Proceeding, RecordCorrection, RecordKind
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict

RECORDED = "行政处罚法第四十七条；河南省行政执法条例第三十五条"
OF_MONEY = "行政处罚法第四十七条、第六十七条；河南省行政执法条例第三十五条"


def may_still_be_corrected(proceeding: Proceeding, paper: Paper) -> Verdict:
    """What the decision rests on is not moved under it; what follows it may be put right.

    Before the decision everything may be: whatever counts from a service asks for it again (行政处罚法 §40, §57).
    """
    decision = getattr(proceeding, "decision", None)
    return Verdict.when(
        decision is None or paper.document_id >= decision.document_id,
        f"本案已经依据《{paper.title}》的送达作出决定，不能再更正这次送达。",
        citation="行政处罚法第四十四条、第五十七条",
        remedy="送达确有错误、影响决定的，请依法撤销决定，重新办理。",
    )


def found_wrong(kind: str) -> QuerySet[RecordCorrection, int]:
    """The keys of all records of this kind that were found wrong, of every case."""
    return RecordCorrection.objects.filter(kind=kind, is_approved=True).values_list("wrong_id", flat=True)


BUILT_ON = (RecordKind.SERVICE, RecordKind.REVIEW)


def nothing_is_doubted(proceeding: Proceeding) -> Verdict:
    """From a service that may still be recorded anew no period is known, from a review no refusal: nothing is built on it."""
    waiting = {row.kind for row in queries.waiting_corrections(proceeding)}
    said = "、".join(kind.label for kind in BUILT_ON if kind in waiting)
    return Verdict.when(
        not said,
        f"{said}登记的更正正在等待审批，{said}和期限尚未确定。",
        citation="行政处罚法第四十四条、第四十七条、第六十一条",
        remedy="请中队长或者机关负责人先审批更正申请。",
    )


MONEY = frozenset(
    {RecordKind.PAYMENT, RecordKind.CONTEST, RecordKind.REFUND, RecordKind.TAKING, RecordKind.COURT_ANSWER}
)


def no_correction_waits(proceeding: Proceeding) -> Verdict:
    """What is owed or given back is not known as long as what it follows from may still be recorded anew."""
    waiting = [row for row in queries.waiting_corrections(proceeding) if row.kind in MONEY]
    return Verdict.when(
        not waiting,
        f"{waiting[0].get_kind_display() if waiting else ''}登记的更正正在等待审批，应缴、应退的尚未确定。",
        citation=fitting(OF_MONEY, proceeding.procedure_key),
        remedy="请先审批更正申请。",
    )


def is_not_waiting(proceeding: Proceeding, kind: RecordKind, *, wrong: int) -> Verdict:
    waiting = queries.waiting_corrections(proceeding)
    return Verdict.when(
        not any((row.kind, row.wrong_id) == (kind, wrong) for row in waiting),
        "这条登记的更正正在等待审批。",
        citation=fitting(RECORDED, proceeding.procedure_key),
        remedy="请中队长或者机关负责人先审批。",
    )


def is_another(actor: Actor, correction: RecordCorrection) -> Verdict:
    return Verdict.when(
        actor.key != correction.asked_by_key,
        "申请更正的人不能自己审批。",
        citation=fitting(RECORDED, correction.proceeding.procedure_key),
        remedy="请由另一人审批。",
    )
