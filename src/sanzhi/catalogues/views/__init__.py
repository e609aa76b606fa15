"""The pages on which lists are compiled and reviewed: parse, call a command or a query, render."""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from sanzhi.kernel import orders
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.orders import misunderstood as misunderstood
from sanzhi.kernel.verdict import Reason


def refusal(call: Callable[[], Any]) -> tuple[Reason, ...]:
    """Do it; the reasons why not, or none."""
    try:
        call()
    except ValidationError as wrong:
        return orders.reasons(wrong)
    except Refused as refused:
        return refused.reasons
    return ()
