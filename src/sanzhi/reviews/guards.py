"""What the reviews answer to a case's procedure."""

from sanzhi.cases import board
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.reviews.models import Verdict as ReviewVerdict
from sanzhi.reviews.queries import reviews_of

LAW = "行政处罚法第五十八条；河南省行政执法条例第二十八条"


def review_passed(proceeding: Proceeding) -> Verdict:
    """Yes when the last round agreed, or when the decision is not a major one."""
    reviews = reviews_of(proceeding)
    if reviews and reviews[0].reviewed_on and reviews[0].verdict == ReviewVerdict.AGREED:
        return Verdict.yes()
    reasons = board.major_reasons(proceeding)
    if not reasons and not reviews:
        return Verdict.yes()
    if not reviews:
        hit = "；".join(reasons)
        return Verdict.no(
            f"属于重大执法决定（{hit}），未经法制审核不得作出决定。", LAW, remedy="请在“法制审核”环节送审。"
        )
    if reviews[0].reviewed_on is None:
        return Verdict.no("法制审核尚未完成，不得作出决定。", LAW, remedy="请等待审核意见。")
    label = ReviewVerdict(reviews[0].verdict).label
    return Verdict.no(
        f"法制审核未通过（{label}），不得作出决定。", LAW, remedy="请按审核意见处理后再次送审。"
    )


def deliberation_concluded(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        not board.major_reasons(proceeding) or hasattr(proceeding, "deliberation"),
        "重大执法决定未经负责人集体讨论，不得作出决定。",
        citation="河南省行政执法条例第二十八条；行政处罚法第五十七条",
        remedy="请在法制审核通过后组织集体讨论。",
    )
