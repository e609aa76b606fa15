"""The form of `register_party` stands filled in, unmasked and unlogged, before every reader: clerk, head, whoever was admitted."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from sanzhi.organisation.models import Look, LookKind
from tests.stories import case_page


@pytest.mark.parametrize("who", ["gongshi", "jiandu", "zhifa1"])
def test_full_numbers_stand_nowhere_unasked(reached: Callable[..., Story], who: str) -> None:
    story = reached()
    party = story.proceeding.respondent
    assert party is not None and party.id_number
    shown = case_page(story, act="register_party", who=who)
    logged = Look.objects.filter(officer=story.bureau.officers[who], kind=LookKind.REVEALED).exists()
    assert logged or not any(said in shown for said in (party.id_number, party.address, party.phone))
