"""Who confirms an appointment is told the office only: position and legal qualification, which decide who presides and reviews, are set alone."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.ledger.models import JointAct
from tests.stories import done

PERSON = {"username": "zhengzhi", "name": "正职者"}


def test_the_confirmer_reads_what_he_confirms(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    unit = story.bureau.officers["juzhang"].unit_id
    more = {"position": "局长", "has_legal_qualification": True, "roles": ["bureau_head", "legal_reviewer"]}
    done(story, "organisation.appoint_officer", who="guanli", unit=unit, **PERSON, **more)
    said = JointAct.objects.latest("pk").sentence
    assert "局长" in said
    assert "法律职业资格" in said
