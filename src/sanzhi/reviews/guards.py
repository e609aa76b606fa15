"""What the reviews answer to a procedure: review and discussion vouch only for the very proposal that they saw."""

from sanzhi.cases import board
from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.reviews.models import Outcome, Review
from sanzhi.reviews.models import Verdict as ReviewVerdict
from sanzhi.reviews.queries import deliberations_of, reviews_of
from sanzhi.reviews.seen import has_seen_all
from sanzhi.reviews.sequence import is_after

LAW = "行政处罚法第五十八条；河南省行政执法条例第二十八条"
HEADS = "河南省行政执法条例第二十八条；行政处罚法第五十七条"


def not_owed(proceeding: Proceeding) -> bool:
    """No major decision, and never was one: what was reviewed or discussed is not decided past it (行政处罚法 §57, §58)."""
    seen = reviews_of(proceeding) or deliberations_of(proceeding)
    return not seen and not board.major_reasons(proceeding)


def review_passed(proceeding: Proceeding) -> Verdict:
    """Yes when the last round agreed to what is proposed now, or when the decision is not a major one."""
    reviews, now = reviews_of(proceeding), cases.current_proposal(proceeding)
    reasons = board.major_reasons(proceeding)
    if not reviews:
        hit = "；".join(reasons)
        return Verdict.when(
            not reasons,
            f"属于重大执法决定（{hit}），未经法制审核不得作出决定。",
            citation=LAW,
            remedy="请在“法制审核”环节送审。",
        )
    last = reviews[0]
    if last.reviewed_on is None:
        return Verdict.no("法制审核尚未完成，不得作出决定。", LAW, remedy="请等待审核意见。")
    if last.verdict != ReviewVerdict.AGREED:
        label = ReviewVerdict(last.verdict).label
        return Verdict.no(
            f"法制审核未通过（{label}），不得作出决定。", LAW, remedy="请按审核意见处理后再次送审。"
        )
    return (
        _gave_who_may(proceeding, last)
        & has_seen_all(proceeding, last)
        & Verdict.when(
            now is not None and last.proposal_id == now.pk,
            "法制审核通过的不是现在的处理建议，不得作出决定。",
            citation=LAW,
            remedy="请重新送审。",
        )
    )


def _gave_who_may(proceeding: Proceeding, review: Review) -> Verdict:
    return Verdict.when(
        not cases.is_recused(proceeding.case, review.reviewer_id),
        f"出具审核意见的{review.reviewed_by}已经决定回避，该次审核不能据以作出决定。",
        citation="行政处罚法第四十三条、第五十八条",
        remedy="请退回后重新送审，由其他法制审核人员审核。",
    )


def deliberation_concluded(proceeding: Proceeding) -> Verdict:
    """Yes when the heads agreed last to what is proposed now, or when the decision is not a major one."""
    talks, now = deliberations_of(proceeding), cases.current_proposal(proceeding)
    if not talks:
        return Verdict.when(
            not board.major_reasons(proceeding),
            "重大执法决定未经负责人集体讨论，不得作出决定。",
            citation=HEADS,
            remedy="请在法制审核通过后组织集体讨论。",
        )
    last = talks[-1]
    agreed = Verdict.when(
        last.outcome == Outcome.AGREED,
        f"负责人集体讨论的结果是“{last.get_outcome_display()}”，不得按拟处理意见作出决定。",
        citation=HEADS,
        remedy="请按讨论结果办理。",
    )
    barred = [one["name"] for one in last.participants if cases.is_recused(proceeding.case, one["officer"])]
    agreed &= Verdict.when(
        not barred,
        f"参加集体讨论的{'、'.join(barred)}已经决定回避，该次讨论不能据以作出决定。",
        citation="行政处罚法第四十三条；河南省行政执法条例第二十八条",
        remedy="请重新组织集体讨论。",
    )
    reviews = reviews_of(proceeding)
    agreed &= Verdict.when(
        not reviews or is_after(last, reviews[0]),
        "负责人集体讨论在最近一次法制审核之前举行。",
        citation=HEADS,
        remedy="请在法制审核以后重新组织集体讨论。",
    )
    return agreed & Verdict.when(
        now is not None and last.proposal_id == now.pk,
        "负责人集体讨论的不是现在的处理建议，不得作出决定。",
        citation=HEADS,
        remedy="请重新组织集体讨论。",
    )
