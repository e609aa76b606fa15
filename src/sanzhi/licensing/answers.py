"""What the applicant filled in, a line for each question of the item: read, and held against its type and range."""

from sanzhi.catalogues.licences import ItemField, LicenceItem
from sanzhi.kernel import clock
from sanzhi.kernel.questions import objection, plain
from sanzhi.kernel.verdict import Verdict

LAW = "行政许可法第二十九条、第三十一条"


def read(text: str) -> dict[str, str]:
    """Label → answer, of the lines that have both."""
    pairs = (line.replace(":", "：", 1).partition("：") for line in text.splitlines() if line.strip())
    return {label.strip(): said.strip() for label, _, said in pairs}


def kept(item: LicenceItem, said: dict[str, str]) -> dict[str, str]:
    """Figures and days in narrow digits."""
    questions = {field.label: field.question for field in item.fields}
    return {
        label: plain(questions[label], text) if label in questions else text for label, text in said.items()
    }


def fit(item: LicenceItem, said: dict[str, str]) -> Verdict:
    """Every question of the item is answered in its type and range, and nothing else was asked (行政许可法 §31)."""
    labels = {field.label for field in item.fields}
    strange = [label for label in said if label not in labels]
    verdict = Verdict.when(
        not strange,
        f"“{'、'.join(strange)}”不是本事项的填写内容。",
        citation=LAW,
        remedy=f"填写内容为：{'、'.join(field.label for field in item.fields)}。",
    )
    for field in item.fields:
        wrong = against(field, said.get(field.label, ""))
        verdict &= Verdict.when(not wrong, wrong, citation=LAW, remedy="请按提示填写。")
    return verdict


def against(field: ItemField, text: str) -> str:
    """What speaks against the answer to one question; empty where nothing does."""
    if field.choices:
        choices = "、".join(field.choices)
        return "" if text in field.choices else f"“{field.label}”没有填写，或者填的不是{choices}。"
    if not text.strip():
        return f"“{field.label}”没有填写。"
    return objection(field.question, text, on=clock.today())
