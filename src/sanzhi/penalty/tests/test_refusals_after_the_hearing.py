"""After a hearing: its papers stay, and what came in since is told to the party anew, with time to answer."""

import random
from collections.abc import Callable
from datetime import timedelta

from sanzhi.cases.deadlines import deadline, earliest_hearing_day
from sanzhi.cases.models import Proceeding
from sanzhi.cases.queries import evidence, hearings, issued_for
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import require
from sanzhi.penalty.guards.course import notice_given
from tests.stories import FOUND, done, reasons, refused

Reached = Callable[..., Story]
HEARD = {"cause": "C05", "fine": 8000, "hearing": True}
HELD = {
    "attendees": "当事人；调查人员二人",
    "minutes": "双方陈述、质证、最后陈述。",
    "opinion": "建议按拟处罚意见作出决定。",
}


def announced(story: Story) -> int:
    return issued_for(story.proceeding, "hearing_announcement")[-1].document_id


def test_a_hearing_that_was_held_keeps_its_announcement(reached: Reached) -> None:
    story = reached(stop="hearing", **HEARD)
    people = {
        role: story.bureau.officers[name].pk for role, name in (("chair", "fazhi2"), ("recorder", "dangan"))
    }
    day = earliest_hearing_day(story.proceeding, clock.today())
    done(story, "cases.notify_hearing", who="fazhi2", held_on=day, place="听证室", **people)
    story.serve(story.paper("D34", writer="fazhi2"))
    story.paper("D36", writer="fazhi2")
    done(story, "cases.void_document", document=announced(story), reason="地点有误。")
    story.paper("D36", writer="fazhi2")
    clock.advance(day - clock.today())
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    said = refused(story, "cases.void_document", document=announced(story), reason="地点有误。")
    assert "《听证公告》签发以后，本案已经据此办理（听证终结：已举行），不能作废" in said


def test_what_came_in_after_the_hearing_is_told_with_time_to_answer(reached: Reached) -> None:
    story = reached(stop="review", **HEARD)
    assert "听证之后又有新的证据" not in refused(story, "penalty.decide_penalty", who="juzhang")
    assert "环节不使用《行政处罚听证告知书》" in refused(story, "cases.write_document", form="D30")
    done(story, "cases.add_evidence", kind="testimony", name="证人证言", proves="违法行为持续的时间")
    for who, command in (("zhifa1", "cases.complete_step"), ("juzhang", "penalty.decide_penalty")):
        said = refused(story, command, who=who)
        assert "听证之后又有新的证据" in said and "行政处罚法第六十四条第七项、第六十五条" in said
    story.serve(story.paper("D30"))
    said = refused(story, "cases.complete_step")
    assert "听证之后又有新的证据" not in said and "听证申请期限到" in said and "尚未届满" in said
    until = deadline(story.proceeding, "hearing_request")
    assert until is not None
    clock.advance(until.on - clock.today() + timedelta(days=1))
    said = refused(story, "cases.complete_step")
    assert "听证之后又有新的证据" not in said and "尚未届满" not in said


def test_the_party_may_be_heard_again_on_what_came_in(reached: Reached) -> None:
    story = reached(stop="review", **HEARD)
    clock.advance(timedelta(days=1))
    done(story, "cases.add_evidence", kind="testimony", name="证人证言", proves="违法行为持续的时间")
    assert "已经要求听证" in refused(
        story, "cases.request_hearing", requested_on=hearings(story.proceeding)[-1].requested_on
    )
    story.serve(story.paper("D30"))
    done(story, "cases.request_hearing")
    assert "尚未通知当事人听证的时间" in refused(story, "cases.complete_step")
    first, again = hearings(story.proceeding)
    assert first.concluded_on and first.minutes and first.held_on
    assert not again.held_on and not again.concluded_on and again.requested_on > first.requested_on


def test_evidence_against_another_undoes_nobody_elses_hearing(reached: Reached) -> None:
    story = reached(stop="review", **HEARD)
    heard = story.proceeding
    done(story, "cases.add_respondent", reason="另一人共同开设该道口，分工施工。")
    other = Proceeding.objects.filter(case=story.case_id).latest("id")
    done(story, "cases.register_party", proceeding=other.pk, **people.person(random.Random(9)))
    clock.advance(timedelta(days=1))
    done(story, "cases.add_evidence", proceeding=heard.pk, kind="statement", name="询问笔录", proves="分工")
    require(notice_given(heard))
    rests = {name: getattr(heard.finding, name) for name in FOUND}
    rests["evidence"] = [row.pk for row in evidence(heard.case)]
    done(story, "cases.enter_finding", proceeding=heard.pk, **rests)
    heard = Proceeding.objects.get(pk=heard.pk)
    assert "听证之后又有新的证据" in reasons(lambda: require(notice_given(heard)))
