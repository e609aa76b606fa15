"""The data inside a paper as it was issued: the JSON that rides in the PDF, and what its words mean."""

import io
import json
import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

import pikepdf

from sanzhi.kernel.storage import store
from tests.lawful.chronicle import Penalty, read_measures
from tests.lawful.chronicle.sums import fines_in

YUAN = re.compile(r"[¥￥]\s*([\d,]+(?:\.\d+)?)|^罚款([\d,]+(?:\.\d+)?)元（人民币")
INSIDE = "document.json"


@lru_cache(maxsize=4096)
def content_of(sha256: str) -> dict[str, Any]:
    """The attached values, with `number` and `form`; {} where the bytes are gone or hold no data."""
    if not sha256 or not store().has(sha256):
        return {}
    with store().open(sha256) as file:
        raw = file.read()
    try:
        whole = json.loads(
            raw if raw[:1] == b"{" else _attachment(raw)
        )  # a stubbed press stores the data alone
        return {**whole["values"], "form": whole["form"], "number": whole["number"]}
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        return {}


def _attachment(raw: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for name, spec in pdf.attachments.items():
            if name.endswith(INSIDE):
                return bytes(spec.get_file().read_bytes())
    return b""


def penalty_in(content: dict[str, Any], *, text: str, amount: str) -> Penalty:
    """The penalty that a paper states: the words of field `text`, and the sum of field `amount`."""
    words = str(content.get(text) or "")
    if not words and not content.get(amount):
        return Penalty(is_known=False)
    names = {"basis": "penalty_basis", "tier": "discretion_tier", "reason": "discretion_reason"}
    more = {field: str(content.get(name) or "") for field, name in names.items()}
    return replace(penalty_of_words(words, is_sum_given=bool(content.get(amount))), **more)


def penalty_of_words(words: str, *, is_sum_given: bool = False) -> Penalty:
    """警告；罚款500元（人民币伍佰元整）；没收违法所得 read back into a penalty.

    Where the paper has a sum in its own field, the first fine counts in other words too: 罚款伍佰元整.
    """
    parts = [part.strip() for part in re.split("[；;。]", words) if part.strip()]
    fines = [part for part in parts if "罚款" in part and YUAN.search(part)]
    if is_sum_given and not fines:
        fines = [part for part in parts if fines_in(part)][:1]
    rest = [part for part in parts if part not in fines and part != "警告"]
    sums = [amount for part in fines if (amount := _fine(part)) is not None]
    if words.endswith("不予行政处罚"):
        return Penalty(disposal="unfounded" if "事实不能成立" in words else "spare", text=words)
    return Penalty(
        warns="警告" in parts,
        fine=sum(sums, Decimal(0)) or None,
        measures=read_measures("；".join(rest)),
        text=words,
    )


def _fine(part: str) -> Decimal | None:
    signed = YUAN.search(part)
    return money(signed[1] or signed[2]) if signed else max(fines_in(part))


def money(text: Any) -> Decimal | None:
    try:
        amount = Decimal(str(text).replace(",", ""))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def taken(terms: list[dict[str, str]], *codes: str) -> Decimal | None:
    """The yuan of the terms with one of the codes; None where no term has one."""
    amounts = [money(term["amount"]) for term in terms if term["measure"] in codes]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
