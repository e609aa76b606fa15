"""What the reviews answer to a case's procedure."""

from sanzhi.cases.models import Case
from sanzhi.cases.penalty_rules import major_reasons
from sanzhi.kernel.verdict import Verdict
from sanzhi.reviews.models import Verdict as ReviewVerdict
from sanzhi.reviews.queries import reviews_of

LAW = "行政处罚法第五十八条；河南省行政执法条例第二十八条"


def legal_review_passed(case: Case) -> Verdict:
    """Yes when the last round agreed, or when the decision is not a major one."""
    reviews = reviews_of(case)
    if reviews and reviews[0].reviewed_on and reviews[0].verdict == ReviewVerdict.AGREED:
        return Verdict.yes()
    reasons = major_reasons(case)
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
