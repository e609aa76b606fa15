"""How a proceeding may end is said by its kind: the page offers what fits what was decided, form and API name all."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.cases.commands import CloseCase
from sanzhi.cases.models import ClosureKind
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.penalty.models import SparedClosure
from tests.stories import done
from tests.test_no_way_round import signed_in

Reached = Callable[..., Story]
SPARED = {"stop": "closure", "spares": True, "reason": "初次违法，危害后果轻微并及时改正。"}


@pytest.mark.parametrize(
    ("plan", "kinds"),
    [
        ({"stop": "filing"}, ["not_filed"]),
        ({"stop": "closure"}, ["performed"]),
        (SPARED, ["minor"]),
    ],
)
def test_the_page_offers_what_fits(reached: Reached, plan: dict[str, Any], kinds: list[str]) -> None:
    story = reached(**plan)
    page = signed_in("duizhang1").get(f"/office/cases/{story.case_id}/do/close_case/")
    assert [value for value, _ in page.context["form"].fields["kind"].choices] == kinds


def test_the_pages_say_how_it_ended(reached: Reached) -> None:
    story = reached(**SPARED)
    end = {"kind": "minor", "reason": "已作出不予处罚决定并送达。"}
    story.paper("D68", {"closure_kind": "minor", "closure_reason": end["reason"]})
    done(story, "cases.close_case", who="duizhang1", **end)
    client = signed_in("duizhang1")
    for address in (f"/office/cases/{story.case_id}/", "/office/cases/?state=closed"):
        assert SparedClosure.MINOR.label in client.get(address).content.decode()


def test_form_and_api_name_every_end() -> None:
    every = [row.value for row in board.closures()]
    assert CloseCase.model_json_schema()["properties"]["kind"]["enum"] == every
    known = {row.value: str(row.label) for row in (*ClosureKind, *SparedClosure)}
    assert set(known) <= set(every)
    asked = next(row for row in documents.form("D68").fields if row.name == "closure_kind")
    known.pop(ClosureKind.OVERTURNED)  # ends by the paper that revokes the decision
    assert dict(asked.choices) == known
