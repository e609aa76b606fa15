"""Service: who takes a paper for the party, when it is entered, what an announcement needs, and what is late."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
SERVE = "cases.serve_document"


def handed(story: Story, pk: int, **changed: Any) -> dict[str, Any]:
    receiver = {"received_by": story.party.name, "relation": "本人"}
    return {"document": pk, "method": "direct", "served_on": clock.today(), **receiver, **changed}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"relation": None}, "请选择签收人与受送达人的关系"),
        ({"received_by": "路人乙"}, "签收人“路人乙”不是本人"),
        ({"relation": "负责收件的人"}, "受送达人是自然人，不能由负责收件的人签收"),
        ({"relation": "法定代表人（负责人）"}, "不是法定代表人"),
    ],
)
def test_a_notice_is_taken_by_the_party_or_by_whom_the_article_names(
    reached: Reached, changed: dict[str, Any], said: str
) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    assert said in refused(story, SERVE, **handed(story, notice, **changed))
    done(story, SERVE, **handed(story, notice, relation="同住成年家属", received_by="家属某"))


def test_the_clerk_of_a_house_takes_its_papers(reached: Reached) -> None:
    story = reached(stop="notice", party=people.organisation(Random(5)))
    notice = story.paper("D29").pk
    family = handed(story, notice, relation="同住成年家属", received_by="家属某")
    assert "不能由同住成年家属签收" in refused(story, SERVE, **family)
    done(story, SERVE, **handed(story, notice, relation="负责收件的人", received_by="前台某"))


def test_a_service_is_entered_then_and_there(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, on = story.paper("D29").pk, clock.today()
    clock.advance(timedelta(days=4))
    assert "不能在3日以后倒填送达日期" in refused(story, SERVE, **handed(story, notice, served_on=on))
    done(story, SERVE, **handed(story, notice))


def test_an_announcement_is_the_last_resort(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, on = story.paper("D29").pk, clock.today()
    clock.advance(timedelta(days=31))
    public = {"document": notice, "method": "public_notice", "published_on": on, "note": "在报纸公告。"}
    assert "请选择事由" in refused(story, SERVE, **public)
    tried = {**public, "ground": "tried", "attempts": ["9月2日上门无人"]}
    assert "请写明至少两次送达的经过" in refused(story, SERVE, **tried)
    service = done(story, SERVE, **{**tried, "attempts": ["9月2日上门无人", "9月5日邮寄被退回"]})
    assert "已尝试：9月2日上门无人；9月5日邮寄被退回" in service.note


def test_a_decision_served_late_says_why(reached: Reached) -> None:
    story = reached(stop="service")
    decision = story.proceeding.decision.document_id
    assert decision is not None
    clock.advance(timedelta(days=15))
    assert "决定书没有在法定期限内送达" in refused(story, SERVE, **handed(story, decision))
    done(story, SERVE, **handed(story, decision, note="当事人外出务工，返回当日送达。"))
