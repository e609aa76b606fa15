"""The list of next steps beside a penalty: what is done is not missed, whose time it is, by which law, each matter once."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.cases.desk import frame, work
from sanzhi.cases.next_rows import Pane
from sanzhi.coercion.tests.lane import Lane
from sanzhi.coercion.tests.test_costs_at_court import PROXY, billed
from sanzhi.coercion.tests.test_urgent import papers, urgent
from sanzhi.demo.levying import LevyStory
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.supervision.worklist import tasks_of
from sanzhi.ui.templatetags.ui import countdown
from tests.fees import Levied, Taken
from tests.stories import done

Reached = Callable[..., Story]


def missed(pane: Pane) -> str:
    return str([(group.holds, [lack.sentence for lack in group.lacks]) for group in pane.lacks])


def pane_of(lane: Lane, who: str = "zhifa1") -> Pane:
    found: Pane = work(lane.story.bureau.actor(who), lane.proceeding)["pane"]
    return found


def test_what_is_to_be_settled_is_offered(reached: Reached) -> None:
    lane = Lane(reached(**PROXY, stop="costs"))
    assert "结算代履行费用" in [row.title for row in pane_of(lane).mine]


def test_what_was_settled_is_not_missed(reached: Reached) -> None:
    shown = pane_of(billed(reached, PROXY))
    assert "没有缴纳" in missed(shown) and "结算代履行费用" not in missed(shown)


def test_what_is_over_is_missed_no_more(taken: Taken) -> None:
    """Until it is begun it is missed; then nothing keeps the step back, and nothing is said of it."""
    story = taken(stop="use")
    actor = story.bureau.actor("zhifa1")
    assert "返还、清点一项财物" in missed(work(actor, story.proceeding)["pane"])
    later = taken(stop="compensation", place="舞钢市演示大道9号工地")
    done(later, "requisition.begin_compensation")
    main = later.case.proceedings.get(main=None)
    assert "开始核算补偿" not in missed(work(later.bureau.actor("zhifa1"), main)["pane"])


def test_the_party_is_not_late_with_us(levied: Levied) -> None:
    story = levied(stop="collection")
    clock.advance(timedelta(days=40))
    [row] = [row for row in frame(story.proceeding)["countdowns"] if row.title == "征收款项缴纳期限"]
    assert row.days < 0 and countdown(row) == '<span class="tag tag-calm">已届满</span>'
    mine = [
        task for task in tasks_of(story.bureau.actor("zhifa1")) if task.title.startswith(story.party.name)
    ]
    assert mine and not any(task.is_late for task in mine)


def test_what_we_owe_is_late(reached: Reached) -> None:
    lane = urgent(reached)
    clock.advance(timedelta(days=3))
    [row] = [row for row in frame(lane.proceeding)["countdowns"] if row.title.startswith("当场实施后补办")]
    assert "逾期" in countdown(row) and "tag-late" in countdown(row)


def told(story: Story | LevyStory) -> dict[str, str]:
    """The articles beside the papers of the list."""
    shown: Pane = work(story.bureau.actor("zhifa1"), story.proceeding)["pane"]
    return {row.title: row.citation for row in (*shown.mine, *shown.others, *shown.done) if "《" in row.title}


def test_papers_of_a_levy_rest_on_its_law(levied: Levied) -> None:
    found = told(levied(stop="pleaded", plea="占用面积没有这么大。"))
    assert found["《陈述申辩笔录》"] == "河南省行政执法条例第二十六条"
    assert not any("行政处罚法" in citation for citation in found.values())


def test_papers_of_a_penalty_rest_on_its_law(reached: Reached) -> None:
    assert any("行政处罚法" in citation for citation in told(reached(stop="notice")).values())


def test_one_urgent_seizure_is_one_line(reached: Reached) -> None:
    lane = urgent(reached)
    papers(lane)
    lane.go()
    assert lane.proceeding.step == "regularisation"
    lines = [task for task in tasks_of(lane.story.bureau.actor("juzhang")) if "补办批准" in task.kind]
    assert [task.kind for task in lines] == ["查封扣押补办批准"] and lines[0].due_on is not None
