"""Between the page and the button another has changed what is judged: whoever judges has not read it, and is told so."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases.card import act_named, card_of
from sanzhi.cases.tests.test_refusals_of_overturning import OWN
from sanzhi.demo.story import Story
from tests.stories import desk, done, refused

Reached = Callable[..., Story]
NOT_READ = "您打开本页以后，所要办理的内容修改过，现在的内容不是您看过的。"
DECLINE = {"reason": "裁量适当，不予变更。"}
DENIED = {"is_granted": False, "answer": "没有事实依据，不影响公正执法。"}


def form(story: Story, act: str, *, who: str) -> dict[str, str]:
    """What the form of the act carries out of sight."""
    at = f"/office/cases/{story.case_id}/do/{act}/"
    shown = desk(story, who).get(at).content.decode()
    found = re.search(r'name="seen" value="(\w{20})"', shown)
    assert found is not None
    return {"seen": found[1]}


def sent(story: Story, act: str, *, who: str, **said: Any) -> tuple[int, str]:
    answer = desk(story, who).post(f"/office/cases/{story.case_id}/do/{act}/", said)
    return answer.status_code, answer.content.decode()


def proposed_otherwise(story: Story) -> None:
    done(story, "cases.decline_overturn", who="juzhang", **DECLINE)
    done(story, "cases.propose_overturn", **{**OWN, "ground": "决定适用的条款有误，依据不足。"})


@pytest.mark.parametrize(
    ("act", "who", "said"),
    [
        ("review_overturn", "fazhi", {"is_agreed": True, "opinion": "同意撤销该决定。"}),
        ("decline_overturn", "juzhang", DECLINE),
        ("overturn_decision", "juzhang", {}),
    ],
)
def test_a_proposal_to_overturn(reached: Reached, act: str, who: str, said: dict[str, Any]) -> None:
    story = reached(stop="performance", pays=False)
    done(story, "cases.propose_overturn", **OWN)
    old = form(story, act, who=who)
    proposed_otherwise(story)
    assert NOT_READ in refused(story, f"cases.{act}", who=who, **said, **old)
    status, shown = sent(story, act, who=who, **said, **old)
    assert status == 409 and NOT_READ in shown
    assert sent(story, act, who=who, **said, **form(story, act, who=who))[0] == 302


def test_a_recusal(reached: Reached) -> None:
    story = reached(stop="investigation")
    of = story.bureau.officers["zhifa2"].pk
    asked = {"asked_by": "party", "of": of}
    done(story, "cases.ask_recusal", **asked, reason="当事人称其有利害关系。")
    said = {"who": "juzhang", "of": of, **DENIED}
    old = form(story, "decide_recusal", who="juzhang")
    done(story, "cases.decide_recusal", **said)
    done(story, "cases.ask_recusal", **asked, reason="当事人称其收受对方财物。")
    told = refused(story, "cases.decide_recusal", **said, **old)
    assert NOT_READ in told and "请重新打开本页" in told
    done(story, "cases.decide_recusal", **said, **form(story, "decide_recusal", who="juzhang"))


def test_what_is_sent_back(reached: Reached) -> None:
    story = reached(stop="notice")
    why = {"who": "juzhang", "reason": "拟处罚偏重，请重新提出。"}
    old = form(story, "send_back", who="juzhang")
    done(story, "cases.send_back", **why)
    milder = {"fine": 600, "correction": "责令立即改正。", "reason": "当事人已部分改正，从轻。"}
    done(story, "penalty.propose_penalty", **milder)
    story.paper("D27")
    story.go()
    assert NOT_READ in refused(story, "cases.send_back", **why, **old)
    done(story, "cases.send_back", **why, **form(story, "send_back", who="juzhang"))


def test_what_a_page_does_not_judge_carries_nothing(reached: Reached) -> None:
    story = reached(stop="notice")
    card = card_of(act_named("cases.assign_officers"))
    assert card.version(story.proceeding) == ""
