"""A hearing is held on a day on which the case goes on, and by people who have no other part in it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.tests.test_refusals_around_the_hearing import HELD, asked, made, notified
from tests.stories import case_page, done, refused

Reached = Callable[..., Story]
CONCLUDE = "cases.conclude_hearing"


def summoned(reached: Reached, recorder: str) -> tuple[Story, dict[str, Any]]:
    story = asked(reached)
    order = notified(story, 7, recorder=recorder)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    return story, order


def held(story: Story) -> dict[str, Any]:
    return {**HELD, "attendees": f"当事人{story.party.name}；调查人员"}


def recused(story: Story, who: str) -> None:
    of = story.bureau.officers[who].pk
    done(story, "cases.ask_recusal", asked_by="party", of=of, reason="记录员是当事人的邻居并有债务纠纷。")
    granted = {"is_granted": True, "answer": "情况属实，应当回避。"}
    done(story, "cases.decide_recusal", who="juzhang", of=of, **granted)


def made_officer(story: Story, who: str) -> None:
    ids = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2", who)]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)


@pytest.mark.parametrize(("who", "barred"), [("fazhi", recused), ("zhifa3", made_officer)])
def test_who_may_not_sit_there_records_nothing(
    reached: Reached, who: str, barred: Callable[[Story, str], None]
) -> None:
    story, order = summoned(reached, who)
    barred(story, who)
    clock.advance(order["held_on"] - clock.today())
    said = refused(story, CONCLUDE, who="fazhi2", **held(story))
    assert "已经回避或者成为本案承办人" in said and "第六十四条第四项" in said
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7))  # set anew with another


def test_nobody_stays_away_while_the_case_stands_still(reached: Reached) -> None:
    story, order = summoned(reached, "dangan")
    done(story, "cases.suspend_case", who="juzhang", ground="force", reason="暴雨中断道路，现场无法到达。")
    clock.advance(order["held_on"] - clock.today() + timedelta(days=10))
    done(story, "cases.resume_case", who="juzhang", reason="道路已经恢复通行。")
    absent = {"outcome": "absent", "attendees": "调查人员二人", "opinion": "当事人未出席，视为放弃听证。"}
    said = refused(story, CONCLUDE, who="fazhi2", **absent)
    assert "本案中止调查，听证不能在该日举行" in said and "第六十四条第六项" in said
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7))


def test_who_writes_at_the_hearing_may_be_asked_to_stand_back(reached: Reached) -> None:
    """行政处罚法 §43: whatever post the recorder holds."""
    story, order = summoned(reached, "dangan")
    recused(story, "dangan")
    clock.advance(order["held_on"] - clock.today())
    assert "已经回避" in refused(story, CONCLUDE, who="fazhi2", **held(story))


def test_no_investigator_sits_beside_the_chair(reached: Reached) -> None:
    story, _ = summoned(reached, "dangan")
    beside = {"members": story.bureau.officers["zhifa1"].name}
    said = refused(story, "cases.write_document", who="fazhi2", form="D34", values=beside)
    assert "不能担任听证员" in said and "第六十四条第四项" in said
    other = {"members": story.bureau.officers["fazhi"].name}
    paper = done(story, "cases.write_document", who="fazhi2", form="D34", values=other)
    order = {"document": paper.pk, "values": beside}
    assert "不能担任听证员" in refused(story, "cases.fill_document", who="fazhi2", **order)


def test_a_number_is_no_list_of_officers(reached: Reached) -> None:
    story = reached(stop="investigation")
    assert refused(story, "cases.write_document", form="D08", values={"officers": 5})


@pytest.mark.parametrize(("who", "other"), [("fazhi2", "fazhi"), ("fazhi", "fazhi2")])
def test_who_is_recused_afterwards_has_led_no_hearing(reached: Reached, who: str, other: str) -> None:
    story, order = summoned(reached, "fazhi")
    clock.advance(order["held_on"] - clock.today())
    done(story, CONCLUDE, who="fazhi2", **held(story))
    for purpose in ("hearing_minutes", "hearing_report"):
        made(story, purpose)
    story._film("hearing")
    assert done(story, "cases.complete_step", who="fazhi2").step == "review"
    assert "不能据以作出决定" not in refused(story, "penalty.decide_penalty", who="juzhang")
    recused(story, who)
    for actor, command in (("juzhang", "penalty.decide_penalty"), ("zhifa1", "cases.complete_step")):
        said = refused(story, command, who=actor)
        assert "已经决定回避，这次听证不能据以作出决定" in said and "第四十三条、第六十四条第四项" in said
    done(story, "cases.notify_hearing", who=other, **notified(story, 7, chair=other))
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "不能据以作出决定" not in said and "听证尚未终结" in said


@pytest.mark.parametrize("who", ["guanli", "anquan", "shenji"])
def test_who_keeps_the_machine_records_no_hearing(reached: Reached, who: str) -> None:
    story = asked(reached)
    order = notified(story, 7, recorder=who)
    said = refused(story, "cases.notify_hearing", who="fazhi2", **order)
    assert "不接触案件，不能担任记录员" in said and "第六十四条第八项" in said
    name = story.bureau.officers[who].name
    assert f"{name}（" not in case_page(story, act="notify_hearing", who="fazhi2")
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7))
