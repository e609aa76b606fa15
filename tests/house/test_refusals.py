"""The lists beside the tests name what exists: silent refusals, and the relaxations that are always planted."""

import ast

import yaml

from tests.mutants.core import CORE
from tests.mutants.relaxations import chosen, core, relaxations
from tests.refusals.report import existing, expected


def test_every_silent_refusal_exists() -> None:
    places = [str(place) for place in existing()]
    assert expected() - set(places) == set()
    assert len(places) > 100


def test_a_refusal_of_these_kinds_names_its_article() -> None:
    kinds = {"coercion", "levy", "requisition", "licensing"}
    places = [place for place in existing() if place.app in kinds]
    assert {place.app for place in places} == kinds
    assert [str(place) for place in places if not place.citation] == []


def test_every_named_relaxation_is_found_once() -> None:
    found = core()
    assert list(found) == [row.name for row in CORE]
    assert len({row.id for row in found.values()}) == len(CORE)
    assert set(found.values()) <= set(chosen(1))


def test_relaxations_can_be_read_and_have_names_of_their_own() -> None:
    candidates = relaxations()
    assert len({row.id for row in candidates}) == len(candidates)
    for row in candidates:
        text = row.source()
        assert text != row.file.read_text(encoding="utf-8"), row.id
        if row.path.endswith(".py"):
            ast.parse(text)
        else:
            yaml.safe_load(text)


def test_a_sample_is_the_same_each_time() -> None:
    assert chosen(60) == chosen(60)
    assert chosen(60) != chosen(60, seed=2)
    assert len(chosen(60)) == 60
