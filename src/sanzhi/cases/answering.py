"""An answer to a plea and what is ticked beside it say the same; what is ticked decides (行政处罚法 §45)."""

from sanzhi.kernel.verdict import Verdict
from sanzhi.law.answers import conclusions

LAW = "行政处罚法第四十五条"


def answer_agrees(answer: str, *, is_accepted: bool) -> Verdict:
    """Who accepts one point of several has accepted: then the answer may decline the others."""
    said = conclusions(answer)
    return Verdict.when(
        is_accepted or True not in said,
        "复核意见写的是意见成立、采纳，登记的却是不予采纳。",
        citation=LAW,
        remedy="成立的意见必须采纳：请勾选采纳（采纳部分意见的也勾选）；确不采纳的，请改写复核意见。",
    ) & Verdict.when(
        not is_accepted or said != {False},
        "复核意见写的是不成立、不予采纳，登记的却是采纳。",
        citation=LAW,
        remedy="确不采纳的，请不勾选采纳；采纳的，请改写复核意见，写明采纳的内容。",
    )
