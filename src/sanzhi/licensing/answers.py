"""What the applicant filled in, a line for each question of the item: read, and held against its type."""

from datetime import date
from decimal import Decimal, InvalidOperation

from sanzhi.catalogues.licences import ItemField, LicenceItem
from sanzhi.kernel.verdict import Verdict

LAW = "行政许可法第二十九条、第三十一条"


def read(text: str) -> dict[str, str]:
    """Label → answer, of the lines that have both."""
    pairs = (line.replace(":", "：", 1).partition("：") for line in text.splitlines() if line.strip())
    return {label.strip(): said.strip() for label, _, said in pairs}


def fit(item: LicenceItem, said: dict[str, str]) -> Verdict:
    """Every question of the item is answered in its type, and nothing else was asked (行政许可法 §31)."""
    labels = {field.label for field in item.fields}
    strange = [label for label in said if label not in labels]
    verdict = Verdict.when(
        not strange,
        f"“{'、'.join(strange)}”不是本事项的填写内容。",
        citation=LAW,
        remedy=f"填写内容为：{'、'.join(field.label for field in item.fields)}。",
    )
    for field in item.fields:
        verdict &= Verdict.when(
            _fits(field, said.get(field.label, "")),
            f"“{field.label}”没有填写，或者填的不是{_kind(field)}。",
            citation=LAW,
            remedy="请按提示填写。",
        )
    return verdict


def _kind(field: ItemField) -> str:
    return "、".join(field.choices) if field.choices else field.kind


def _fits(field: ItemField, text: str) -> bool:
    if field.choices:
        return text in field.choices
    if field.kind == "数字":
        return _is_number(text)
    return _is_day(text) if field.kind == "日期" else bool(text)


def _is_number(text: str) -> bool:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return False
    return value.is_finite() and value >= 0


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
