"""The papers of a hearing tell the penalty on which the party is heard, and how it is held."""

from collections.abc import Callable
from typing import Any

from sanzhi.cases import board
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.penalty.tests.test_refusals_around_the_hearing import CLOSED, notified
from tests.stories import done, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}
LESS = {"fine": 6000, "correction": "责令立即改正，恢复原状。", "reason": "初次违法，能够配合调查。"}


def known(story: Story, form: str) -> dict[str, Any]:
    return documents.fixed(form, board.facts_of(story.proceeding, documents.form(form).fixed_paths))


def test_summons_and_report_tell_the_penalty_on_which_the_party_is_heard(reached: Reached) -> None:
    story = reached(stop="plea", **LARGE)
    done(story, "cases.request_hearing")
    done(story, "penalty.propose_penalty", **LESS)
    heard = "罚款8000元（人民币捌仟元整）"
    assert known(story, "D34")["proposed_text"] == known(story, "D38")["proposed_text"] == heard
    assert str(known(story, "D34")["notice_number"]).startswith("舞城管听告字〔2026〕")
    assert known(story, "D40")["decision_text"] == "罚款6000元（人民币陆仟元整）"


def test_the_announcement_of_an_open_hearing_is_not_signed_when_it_is_closed(reached: Reached) -> None:
    story = reached(stop="hearing", hearing=True, **LARGE)
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 9))
    document = done(story, "cases.write_document", who="fazhi2", form="D36").pk
    done(story, "cases.submit_document", who="fazhi2", document=document)
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 9), **CLOSED)
    said = refused(story, "cases.sign_document", who="juzhang", document=document)
    assert "提交以后案情有变化（举行方式）" in said
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 9))
    story.sign_all(document)
