"""The pages on which lists are compiled and reviewed: parse, call a command or a query, render."""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from sanzhi.kernel import orders
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.orders import misunderstood as misunderstood
from sanzhi.kernel.verdict import Reason

CAPTIONS = {
    "text": "意见",
    "answer": "答复",
    "remarks": "退回理由",
    "on": "施行日",
    "column": "列",
    "title": "名称",
    "kind": "清单",
    "key": "代号",
}


def refusal(call: Callable[[], Any]) -> tuple[Reason, ...]:
    """Do it; the reasons why not, or none; they name the field as the page does."""
    try:
        call()
    except ValidationError as wrong:
        return orders.reasons(wrong, captions=CAPTIONS)
    except Refused as refused:
        return refused.reasons
    return ()
