"""One act is fined once, however its party is written; who only bears the name is told apart by a person (行政处罚法 §29)."""

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sanzhi.cases.models import IdType
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.penalty.once import is_not_punished_twice
from tests.stories import done, refused, stall

Reached = Callable[..., Story]
WEIGH = "penalty.weigh_same_act"
APART = {"who": "duizhang1", "reason": "两名当事人只是同名，核对证件不是同一人。"}
UNIT = people.organisation(random.Random(3))
SLIP = {"credit_code": UNIT["credit_code"][:-1] + ("0" if UNIT["credit_code"][-1] != "0" else "1")}
GUEST = {
    **people.person(random.Random(1)),
    "id_type": IdType.PASSPORT,
    "id_number": "E12345678",
    "born_on": date(1980, 1, 2),
}


def on_the_same_act(first: Story, **changed: Any) -> Story:
    """A second case on the same day, place and cause, against somebody of the same name."""
    party = {**first.plan.party, **changed}
    again = Story(first.bureau, stall(party=party, found_on=first.case.happened_on, stop="report"))
    again.tell()
    order = {"fine": 800, "correction": "责令立即改正。", "reason": "能够配合调查。"}
    done(again, "penalty.propose_penalty", **order)
    again.paper("D27")
    return again


@pytest.mark.parametrize(("party", "changed"), [(UNIT, SLIP), (GUEST, {"id_number": "G87654321"})])
def test_a_number_that_nobody_can_check_is_told_apart_by_a_person(
    reached: Reached, party: dict[str, Any], changed: dict[str, Any]
) -> None:
    first = reached(party=party)
    again = on_the_same_act(first, **changed)
    said = refused(again, "cases.complete_step")
    assert f"同一违法行为已经罚款（{first.proceeding.decision.number}）" in said
    assert "行政处罚法第二十九条" in said and "只是同名的，请由负责人判断" in said
    done(again, WEIGH, other=first.proceeding.pk, **APART)
    done(again, "cases.complete_step")


def test_nobody_says_of_one_number_that_it_is_two_people(reached: Reached) -> None:
    first = reached(party=GUEST)
    again = on_the_same_act(first, born_on=date(1991, 5, 6))
    done(again, WEIGH, other=first.proceeding.pk, **APART)
    assert "同一违法行为已经罚款" in refused(again, "cases.complete_step")


def test_another_day_of_birth_is_another_person(reached: Reached) -> None:
    first = reached(party=GUEST)
    again = on_the_same_act(first, born_on=date(1991, 5, 6), id_number="G87654321")
    assert is_not_punished_twice(again.proceeding)
    done(again, "cases.complete_step")
