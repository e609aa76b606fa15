"""Whatever is sent a second time, word for word, is refused, or finds itself done: no second row, no second paper."""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from sanzhi.cases import commands as cases
from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.story import Story
from sanzhi.kernel.commands import registered_commands
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.models import Recorded
from sanzhi.penalty import commands as penalty
from sanzhi.reviews import commands as reviews
from tests.stories import stall

COMPANY = people.organisation(random.Random(2))
PLANS: dict[str, dict[str, Any]] = {
    "heard": {
        "fine": Decimal(8000),
        "cause": "C05",
        "hearing": True,
        "aside": ("registration", "told_apart"),
    },
    "taken to court": {"fine": Decimal(60000), "cause": "C18", "party": COMPANY, "after": "court"},
    "pleaded": {"plea": "生意困难，请求减免罚款。", "after": "slip"},
    "spared": {"spares": True, "reason": "初次违法，危害后果轻微并及时改正。"},
}


def rows() -> int:
    """How many facts there are."""
    return sum(model.objects.count() for model in apps.get_models() if issubclass(model, Recorded))


@pytest.mark.parametrize("plan", list(PLANS))
def test_the_same_order_twice_is_one(
    bureau: Bureau, unprinted: None, monkeypatch: pytest.MonkeyPatch, plan: str
) -> None:
    doubled: list[str] = []
    names = {row.call: name for name, row in registered_commands().items()}
    for module in (cases, penalty, reviews):
        for attribute, call in list(vars(module).items()):
            if callable(call) and call in names:
                monkeypatch.setattr(module, attribute, _twice(call, names[call], doubled=doubled))
    Story(bureau, stall(**PLANS[plan])).tell()
    assert doubled == []


def _twice(call: Callable[..., Any], name: str, *, doubled: list[str]) -> Callable[..., Any]:
    def run(actor: Any, order: Any, **rest: Any) -> Any:
        result = call(actor, order, **rest)
        with transaction.atomic():
            try:
                call(actor, order, **rest)
            except Refused:
                return result
            after = rows()
            transaction.set_rollback(True)
        if after > rows():
            doubled.append(name)
        return result

    return run
