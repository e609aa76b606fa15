"""Texts that people type and that a paper tells the party: they say what was found and why, and impose nothing."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import READ_BY_THE_PARTY
from sanzhi.kernel.commands import Order
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.wording import imposes


def only_tells(order: Order, captions: Mapping[str, str], *, on: Proceeding | None = None) -> Verdict:
    """What a paper imposes stands in its rows and is weighed there; free words impose nothing (行政处罚法 §9, §44, §59)."""
    verdict, fine = Verdict.yes(), _fine(order, on)
    for name, info in type(order).model_fields.items():
        said: Any = getattr(order, name, None) if READ_BY_THE_PARTY in info.metadata else None
        texts = said if isinstance(said, list) else [said or ""]
        found = next((words for text in texts if (words := imposes(text, fine=fine))), "")
        verdict &= Verdict.when(
            not found,
            f"“{captions.get(name, name)}”中写有“{found}”，等于另行作出决定、采取措施或者要求付款。",
            citation="行政处罚法第九条、第四十四条、第五十九条、第六十七条第三款",
            remedy="请只写事实和理由：拟作的处理另行提出，缴款另有文书；叙述拟作出的或者以前的决定、措施，写明“拟”“曾”“已被”。",
        )
    return verdict


def _fine(order: Order, on: Proceeding | None) -> Decimal | None:
    """The fine of which the words may speak: that of the order itself, else the one that is proposed."""
    if "fine" in type(order).model_fields:
        fine: Decimal | None = getattr(order, "fine", None)
        return fine
    proposal = queries.current_proposal(on) if on is not None else None
    return proposal.weight.fine if proposal is not None else None
