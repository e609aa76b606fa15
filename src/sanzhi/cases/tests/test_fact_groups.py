"""The tree of facts: only what a form asks for is read, every path has one answer, no group gives more than it says."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ImproperlyConfigured

from sanzhi.cases import board
from sanzhi.cases.fact_groups import FactGroup, facts, strangers, tree, unanswered
from sanzhi.cases.models import Proceeding
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.project import wiring


@facts("case", "number title")
def named(proceeding: Proceeding) -> dict[str, str]:
    return {"number": "1", "title": "甲"}


@facts("officers")
def table(proceeding: Proceeding) -> list[dict[str, str]]:
    return [{"name": "乙"}]


@facts("case", "dear")
def dear(proceeding: Proceeding) -> dict[str, str]:
    raise AssertionError("read although nobody asked")


GROUPS = (named, table, dear)


def test_only_what_is_asked_for_is_read() -> None:
    read = tree(GROUPS, Proceeding(), paths=["case.number", "officers.0.name"])
    assert read == {"case": {"number": "1", "title": "甲"}, "officers": [{"name": "乙"}]}


@pytest.mark.parametrize("path", ["case.photos", "cases.number", "evidence.name"])
def test_a_path_that_leads_nowhere_is_named(path: str) -> None:
    assert unanswered([GROUPS], ["case.title", "officers", path]) == [path]


def test_a_path_with_two_answers_is_named() -> None:
    again: FactGroup = facts("case", "title")(lambda proceeding: {"title": "丙"})
    assert unanswered([(*GROUPS, again)], ["case.title"]) == ["case.title"]


def test_a_form_that_asks_for_what_nobody_knows_keeps_the_house_from_starting() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"case\.photos"):
        wiring._facts_are_known({"case.photos", "party.name"})


def test_every_group_gives_what_it_says(reached: Callable[..., Story]) -> None:
    proceeding = reached(stop="performance").proceeding
    for group in board.fact_groups(proceeding.procedure_key):
        assert strangers(group, group.read(proceeding)) == set()


def test_every_field_with_a_source_is_the_record_s_own() -> None:
    """Who wants a field of the record to be typed says so in the form."""
    decision = documents.form("D41")
    assert decision.field("bank_account").fixed and decision.field("party_address").fixed
    assert not documents.form("D08").field("findings").fixed
