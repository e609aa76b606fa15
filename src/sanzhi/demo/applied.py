"""Who applies for a licence in fourteen months, and what lies at the window on the last day."""

import random
from datetime import datetime, time, timedelta
from typing import Any

from sanzhi.demo import people
from sanzhi.demo.licences import Asking, digging
from sanzhi.kernel.clock import CHINA

SQUADS = (
    ("duizhang1", ("zhifa1", "zhifa2")),
    ("duizhang2", ("zhifa3", "zhifa4")),
    ("duizhang3", ("zhifa5", "zhifa6")),
)
LATE_PAPER = ("修复方案",)
NEIGHBOUR = {"neighbour": "韩守望", "neighbour_says": "请保证店门前能够出入。"}
# days before the end, and what is asked for; the last ones stand where their stop says
COURSES: tuple[tuple[int, dict[str, Any]], ...] = (
    (400, {"lacks": LATE_PAPER, "after": "renewal"}),
    (370, {"is_fit": False}),
    (330, {"ends": "fraud", "days": 90}),
    (300, {"cause": "XK01", "days": 6, "who": people.person}),
    (260, {"cause": "XK08", "days": 40}),
    (220, {**NEIGHBOUR, "experts": True, "days": 120}),
    (180, {"hears": True, "late": True, "public_interest": True, "days": 150}),
    (120, {"cause": "XK11", "days": 7}),
    (90, {"days": 150}),
    (60, {"cause": "XK01", "days": 30, "who": people.individual_business}),
    (45, {"days": 120, "lacks": LATE_PAPER}),
    (16, {"stop": "delivery"}),
    (12, {"stop": "licence_decision"}),
    (10, {"stop": "examination"}),
    (8, {"stop": "correction", "lacks": LATE_PAPER}),
    (2, {"stop": "application"}),
)


def applications(seed: int, *, until: datetime) -> list[tuple[datetime, Asking]]:
    """The moment at which each begins, and its plan."""
    source, found = random.Random(seed), []
    for number, (days, course) in enumerate(COURSES):
        said = dict(course)
        who = said.pop("who", people.organisation)
        leader, officers = SQUADS[number % len(SQUADS)]
        plan = digging(source, party=who(source), leader=leader, officers=officers, looks=True, **said)
        day = (until - timedelta(days=days)).date()
        found.append((datetime.combine(day, time(9, 30 + number), CHINA), plan))
    return found
