"""An answer to a plea and what is ticked beside it say the same; what is ticked decides (行政处罚法 §45)."""

from sanzhi.cases.models import Plea
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.answers import conclusions
from sanzhi.law.wording import sentence, without_opening

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


def corrects_what_was_found(*, is_accepted: bool, corrects_facts: bool) -> Verdict:
    """Facts are put right only where the plea is accepted."""
    return Verdict.when(
        not corrects_facts or is_accepted,
        "没有采纳的意见，没有事实可以更正。",
        citation=LAW,
        remedy="采纳事实的更正的，请一并勾选采纳。",
    )


def outcome(row: Plea) -> str:
    """What is ticked, in the words of the papers."""
    if row.corrects_facts:
        return "采纳（更正事实，不涉及处理轻重）"
    return "采纳" if row.is_accepted else "不予采纳"


def answered_text(row: Plea) -> str:
    """经复核，没有提供证明。对上述意见不予采纳。 What is ticked is told whatever the words are, and not twice."""
    said = f"经复核，{sentence(without_opening(row.answer))}"
    if row.corrects_facts:
        return f"{said}采纳的是对事实的更正，不涉及处理轻重。"
    told = bool(row.is_accepted) in conclusions(row.answer)
    return said if told else f"{said}对上述意见{'予以采纳' if row.is_accepted else '不予采纳'}。"
