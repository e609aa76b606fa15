"""The lawful roads that are no penalties: licences asked for and ended. Each plan is told by the story of its kind."""

import random
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import Deeds, Plan
from sanzhi.demo.licences import Asking, LicenceStory, digging
from sanzhi.demo.story import Story
from tests.lawful.clerk.world import CHINA

START = datetime(2026, 9, 1, 9, tzinfo=CHINA)


def story_of(bureau: Bureau, plan: Any) -> Deeds:
    """The story of the plan's kind."""
    told: dict[type, Any] = {Asking: LicenceStory, Plan: Story}
    return told[type(plan)](bureau, plan)  # type: ignore[no-any-return]


def other_plans() -> Mapping[str, tuple[datetime, Any]]:
    return {name: (START, plan) for name, plan in _licences().items()}


def _licences() -> dict[str, Asking]:
    person = people.person(random.Random(1))
    asked: dict[str, dict[str, Any]] = {
        "licensed": {"neighbour": "韩守望", "neighbour_says": "请保证店门前能够出入。", "experts": True},
        "licence_renewed": {"lacks": ("修复方案",), "after": "renewal"},
        "licence_heard": {"hears": True, "late": True, "public_interest": True, "days": 150},
        "licence_refused": {"is_fit": False, "was_false": True},
        "licence_at_once": {"cause": "XK01", "days": 6, "party": person},
        "licence_shown": {"cause": "XK08", "days": 40},
        "licence_rescinded": {"ends": "fraud", "days": 90},
    }
    return {name: digging(random.Random(1), **changes) for name, changes in asked.items()}
