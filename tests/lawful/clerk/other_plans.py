"""The lawful roads that are no penalties: licences, structures ordered to go, levies, requisitions. Each plan is told by the story of its kind."""

import random
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import Deeds, Plan
from sanzhi.demo.levying import FeePlan, LevyStory
from sanzhi.demo.licences import Asking, LicenceStory, digging
from sanzhi.demo.media import record
from sanzhi.demo.requisitioning import NeedPlan, RequisitionStory
from sanzhi.demo.story import Story
from tests.lawful.clerk.world import CHINA

START = datetime(2026, 9, 1, 9, tzinfo=CHINA)


def story_of(bureau: Bureau, plan: Any) -> Deeds:
    """The story of the plan's kind."""
    told: dict[type, Any] = {
        Asking: LicenceStory,
        Plan: Story,
        FeePlan: LevyStory,
        NeedPlan: RequisitionStory,
    }
    return told[type(plan)](bureau, plan)  # type: ignore[no-any-return]


def other_plans() -> Mapping[str, tuple[datetime, Any]]:
    plans = {**_licences(), **_structures(), **_fees(), **_needs()}
    return {name: (START, plan) for name, plan in plans.items()}


def _fees() -> dict[str, FeePlan]:
    """The fee of an occupation: paid, pleaded on, lowered, cut short and given back, weighed."""
    usual: dict[str, Any] = {
        "party": people.individual_business(random.Random(1)),
        "place": "舞钢市演示大道8号门前",
    }
    courses: dict[str, dict[str, Any]] = {
        "fee_paid": {"plea": "占用面积没有那么大，请重新测量。"},
        "fee_lowered": {"relief": "残疾人自主经营"},
        "fee_given_back": {"cut_after": 30},
        "fee_weighed": {"public_interest": True, "quantity": Decimal(800)},
    }
    return {name: FeePlan(**usual, **changes) for name, changes in courses.items()}


def _structures() -> dict[str, Plan]:
    """Ordered to go: pulled down by the party itself, or by force."""
    house: dict[str, Any] = {
        "cause": "QZ07",
        "procedure": "coercion/demolition-order",
        "party": people.person(random.Random(1)),
        "place": "舞钢市演示大道8号院内东侧消防通道",
        "summary": "未取得建设工程规划许可证，在消防通道上建设一层砖混结构房屋。",
        "fine": None,
        "record": record,
    }
    return {"torn_down": Plan(**house), "removed_by_party": Plan(**house, self_removed=True)}


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


def _needs() -> dict[str, NeedPlan]:
    """Machines in a flood: decided first, taken at once, not approved, used for longer."""
    usual: dict[str, Any] = {
        "party": people.organisation(random.Random(3)),
        "place": "舞钢市演示大道8号工地",
    }
    courses: dict[str, dict[str, Any]] = {
        "requisitioned": {"plea": "停工损失没有计算在内。"},
        "requisitioned_at_once": {"at_once": True, "extends": True, "damages": False},
        "requisition_refused": {"at_once": True, "refuses": True},
    }
    return {name: NeedPlan(**usual, **changes) for name, changes in courses.items()}
