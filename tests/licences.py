"""Applications on their way, reached by commands."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.demo.cast import Bureau
from sanzhi.demo.licences import LicenceStory, digging

Applied = Callable[..., LicenceStory]


@pytest.fixture
def applied(bureau: Bureau, unprinted: None) -> Applied:
    """`applied(stop="examined", is_fit=False)`: the story of a firm that digs up a pavement, as far as the stop."""

    def walk(**changes: Any) -> LicenceStory:
        story = LicenceStory(bureau, digging(random.Random(1), **changes))
        story.tell()
        return story

    return walk
