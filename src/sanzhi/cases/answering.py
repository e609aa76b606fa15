"""What is ticked decides whether a plea is accepted; the words of the answer give facts and reasons (行政处罚法 §45)."""

from sanzhi.cases.models import Plea
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.answers import conclusion_in
from sanzhi.law.wording import sentence, without_opening

LAW = "行政处罚法第四十五条"


def leaves_the_conclusion(answer: str) -> Verdict:
    """Words that conclude could say the opposite of what is ticked; every paper prints what is ticked."""
    found = conclusion_in(answer)
    return Verdict.when(
        not found,
        f"复核意见中写有“{found}”，是否采纳应当由选择写明。",
        citation=LAW,
        remedy="复核意见只写核实的情况和理由；是否采纳请在选择中登记（采纳部分意见的也选择采纳），文书依选择写明。",
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
    """经复核，没有提供证明。对上述意见不予采纳。"""
    said = f"经复核，{sentence(without_opening(row.answer))}"
    if row.corrects_facts:
        return f"{said}采纳的是对事实的更正，不涉及处理轻重。"
    return f"{said}对上述意见{'予以采纳' if row.is_accepted else '不予采纳'}。"
