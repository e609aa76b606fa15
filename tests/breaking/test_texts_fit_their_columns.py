"""Texts longer than their columns pass on SQLite and are a 500 on PostgreSQL; NUL passes inside `fields` of a joint act."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from sanzhi.demo.story import Story
from sanzhi.kernel.errors import Refused
from tests.stories import done


def test_a_position_fits_its_column(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    unit = story.bureau.officers["guanli"].unit_id
    person = {
        "username": "changwen",
        "name": "长文者",
        "roles": ["officer"],
    }
    with pytest.raises((Refused, ValidationError)):
        done(story, "organisation.appoint_officer", who="guanli", unit=unit, position="长" * 41, **person)


@pytest.mark.parametrize("position", ["长" * 41])
def test_so_it_does_in_a_joint_act(reached: Callable[..., Story], position: str) -> None:
    story = reached(stop="notice")
    fields = {"officer": story.bureau.officers["gongshi"].pk, "position": position}
    order = {"act": "organisation.change_officer", "fields": fields, "reason": "人员调整"}
    with pytest.raises((Refused, ValidationError)):
        done(story, "ledger.propose_joint_act", who="guanli", **order)
