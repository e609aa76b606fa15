"""Two heads decide the same case at the same moment, in two processes: one wins, the other is told why."""

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sanzhi.demo import people
from sanzhi.demo.cast import PASSWORD, found_bureau
from sanzhi.demo.deeds import Plan
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.testing import installation, run, start
from sanzhi.organisation.hashers import SealedHasher


@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_one_wins_and_one_is_told(
    tmp_path: Path,
    plan: Callable[..., Plan],
    unprinted: None,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.PASSWORD_HASHERS = ["sanzhi.organisation.hashers.SealedHasher"]  # as the processes have it
    monkeypatch.setattr(SealedHasher, "iterations", 1)
    month_ago = (clock.now() - timedelta(days=30)).replace(hour=9)  # the processes live today
    with clock.moved(month_ago):
        case = (
            Story(found_bureau(), plan(party=people.person(random.Random(1)), stop="decision_approved"))
            .tell()
            .pk
        )
    surroundings = {**installation(tmp_path), "ACTOR_PASSWORD": PASSWORD}
    tabs = [
        start(surroundings, "manage.py", "do", "penalty.decide_penalty", "--as", head, f"case={case}")
        for head in ("juzhang", "fujuzhang")
    ]
    said = [tab.communicate(timeout=60) for tab in tabs]
    codes = sorted(tab.returncode for tab in tabs)
    assert codes == [0, 1], said
    refusal = next(errors for tab, (_, errors) in zip(tabs, said, strict=True) if tab.returncode)
    assert "本案已经作出决定" in refusal and "行政处罚法第二十九条" in refusal
    assert "全部相符" in run(surroundings, "manage.py", "verify")
