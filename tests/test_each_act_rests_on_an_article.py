"""What the list of next steps shows cites its article: an act's own where no step need offer it, else its step's."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sanzhi.cases.card import Card, is_act
from sanzhi.cases.speaking import SPOKEN
from sanzhi.kernel.commands import Registered, registered_commands

PROCEDURES = sorted(Path("catalogues").rglob("procedures/*.yaml"))


def acts() -> dict[str, Registered]:
    return {name: row for name, row in registered_commands().items() if is_act(row)}


def card_of(name: str) -> Card:
    card = acts()[name].card
    assert isinstance(card, Card)
    return card


def read(path: Path) -> dict[str, Any]:
    said: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return said


def needs_no_step(card: Card) -> bool:
    return card.at_any_step or card.after_closure or card.begins_beside or card.awaited is not None


@pytest.mark.parametrize("name", sorted(name for name in acts() if needs_no_step(card_of(name))))
def test_an_act_that_no_step_need_offer_cites_its_own(name: str) -> None:
    assert (
        "法" in card_of(name).citation or "规定" in card_of(name).citation or "条例" in card_of(name).citation
    )


@pytest.mark.parametrize("path", PROCEDURES, ids=lambda path: path.stem)
def test_every_act_of_a_procedure_has_an_article(path: Path) -> None:
    """Its step's, or, for what is offered at all of them and for what the party says, its own."""
    said = read(path)
    offered = {act for step in said["steps"] for act in step.get("acts", ())}
    spoken = offered & set(SPOKEN)
    assert not [act for act in {*said.get("always", ()), *spoken} if not card_of(act).citation]
    assert not [step["key"] for step in said["steps"] if not step.get("citation")]
    assert said["citation"]


def test_every_act_of_a_kind_stands_somewhere() -> None:
    offered = {act for path in PROCEDURES for step in read(path)["steps"] for act in step.get("acts", ())}
    always = {act for path in PROCEDURES for act in read(path).get("always", ())}
    assert len(PROCEDURES) > 10 and not {
        name for name in acts() if name not in offered | always and not needs_no_step(card_of(name))
    }
