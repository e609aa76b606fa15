"""What does not belong to the case at hand: a second authority, another squad's case, a closed one, ids of nobody."""

import random
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sanzhi.demo import people
from sanzhi.demo.cast import PEOPLE, Bureau, found_bureau
from sanzhi.demo.deeds import Plan
from sanzhi.demo.media import record
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document

if TYPE_CHECKING:
    from tests.lawful.clerk.world import World

NOBODY = 999_983
SECOND = {"code": "410482-cg", "name": "邻县城市管理局（演示）", "number_prefix": "邻城管"}
ENDING = f".{SECOND['code']}"  # of the sign-in names of every authority after the first


def found_second() -> Bureau:
    """A second authority with the same lists; its people have the same parts under other names."""
    cast = tuple(
        replace(
            person,
            username=f"{person.username}{ENDING}",
            name=f"邻{number:02d}",
            certificate=person.certificate and person.certificate - 10_000,
        )
        for number, person in enumerate(PEOPLE)
    )
    found = found_bureau(people=cast, changes=SECOND)
    return Bureau(
        found.authority, {name.removesuffix(ENDING): officer for name, officer in found.officers.items()}
    )


def add_aliens(world: "World") -> None:
    """Walk the others' cases and remember their ids by name."""
    squad = {"officers": ("zhifa3", "zhifa4"), "leader": "duizhang2"}
    for name, bureau, changes in (
        ("foreign", world.second, {"stop": "notice"}),
        ("other", world.bureau, {**squad, "stop": "decision_approved"}),
        ("closed", world.bureau, {**squad, "party": people.person(random.Random(8))}),
    ):
        case = _walked(bureau, changes)
        world.aliens[f"{name}_case"] = case
        papers = Document.objects.filter(subject=f"cases.case:{case}")
        world.aliens |= {f"{name}_{paper.form}": paper.pk for paper in papers}
    world.aliens["foreign_officer"] = world.second.officers["zhifa1"].pk
    world.aliens["nobody"] = NOBODY


def _walked(bureau: Bureau, changes: dict[str, Any]) -> int:
    usual: dict[str, Any] = {
        "cause": "C04",
        "party": people.person(random.Random(7)),
        "place": "舞钢市演示大道77号门前",
        "summary": "未经同意和审批，在人行道设置固定售货亭一处。",
        "fine": Decimal(700),
        "record": record,
    }
    plan = Plan(**{**usual, **changes})
    story = Story(bureau, plan)
    story.tell()
    return story.case_id
