"""A button that would be refused whatever its form says is grey, and says why before the form is filled."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases.desk import work
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from tests.stories import case_page, done, refused

Reached = Callable[..., Story]
LARGE: dict[str, Any] = {"cause": "C05", "fine": Decimal(8000)}


def offered(story: Story, title: str, *, who: str = "zhifa1") -> Verdict:
    """What the button says today."""
    offers = work(story.bureau.actor(who), story.proceeding)["offers"]
    verdict: Verdict = next(row.verdict for row in offers if row.title == title)
    return verdict


def test_nothing_was_said_that_could_be_answered(reached: Reached) -> None:
    story = reached(stop="plea")
    said = str(offered(story, "复核陈述申辩"))
    assert "没有待复核的陈述申辩" in said and "重新复核" not in said
    answer = {"is_accepted": False, "answer": "经核实，所述与现场照片不符。"}
    assert "没有待复核的陈述申辩" in refused(story, "cases.answer_plea", **answer)
    done(story, "cases.record_plea", text="收到拟处罚的告知书，本人不服，请求从轻。")
    assert offered(story, "复核陈述申辩")
    done(story, "cases.answer_plea", **answer)


def test_a_hearing_is_asked_for_once(reached: Reached) -> None:
    story = reached(stop="plea", **LARGE)
    assert offered(story, "登记听证申请")
    done(story, "cases.request_hearing")
    assert "对这份告知书已经要求听证" in str(offered(story, "登记听证申请"))
    assert "对这份告知书已经要求听证" in refused(story, "cases.request_hearing")


def test_a_hearing_is_asked_for_where_it_was_offered(reached: Reached) -> None:
    story = reached(stop="plea")
    said = "《行政处罚事先告知书》没有听证权利的告知"
    assert said in str(offered(story, "登记听证申请")) and said in refused(story, "cases.request_hearing")


def test_what_the_step_was_for_is_not_asked_for_again(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    assert offered(story, "作出行政处罚决定", who="juzhang")
    done(story, "penalty.decide_penalty", who="juzhang")
    assert "办理“作出行政处罚决定”" not in case_page(story)
    assert "本案已经作出决定" in refused(story, "penalty.decide_penalty", who="juzhang")


@pytest.mark.parametrize("title", ["通知听证", "听证终结"])
@pytest.mark.parametrize("asks", [True, False])
def test_a_hearing_is_held_where_the_party_has_asked(reached: Reached, title: str, asks: bool) -> None:
    story = reached(stop="hearing" if asks else "review", hearing=asks, **LARGE)
    told = offered(story, title, who="fazhi2")
    assert bool(told) is asks and ("当事人没有要求听证" in str(told)) is not asks


def test_a_late_penalty_begins_when_the_fine_is_late(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    assert "罚款尚未逾期" in str(offered(story, "加处罚款"))
    assert "罚款尚未逾期" in refused(story, "penalty.charge_late_penalty")
    clock.advance(timedelta(days=24))
    assert offered(story, "加处罚款")
    done(story, "penalty.charge_late_penalty")
    assert "已经加处，没有新增" in str(offered(story, "加处罚款"))


def test_a_case_is_reviewed_once_at_a_time(reached: Reached) -> None:
    story = reached(stop="review", **LARGE)
    sent = {"explanation": "拟罚款八千元，达到法制审核标准。"}
    assert offered(story, "送请法制审核")
    done(story, "reviews.submit_for_review", **sent)
    assert "本案正在审核" in str(offered(story, "送请法制审核"))
    assert "本案正在审核" in refused(story, "reviews.submit_for_review", **sent)
