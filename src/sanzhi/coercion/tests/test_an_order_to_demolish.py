"""From the stop notice to the order: each step within its days, each sort by its own road (平顶山条例 §§24–28)."""

from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases.deadlines import countdowns
from sanzhi.coercion.tests.building import Reached, house
from sanzhi.demo.demolishing import PROPOSED, SORTED, STRUCTURE
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import case_page, done, refused

DESCRIBE, LOOK = "coercion.describe_structure", "coercion.look_at_stop"
REPORT, ORDERED = "coercion.report_to_government", "coercion.record_government_order"
SORT, PROPOSE, DECIDE = "coercion.sort_structure", "coercion.propose_removal", "coercion.decide_removal"
REMOVED, GO, CLOSE = "coercion.record_removal", "cases.complete_step", "cases.close_case"
EVIDENCE = {"kind": "document", "name": "规划档案", "proves": "建设和许可的情况"}
LOOKED: dict[str, Any] = {"stopped": False, "looked_note": "现场仍在施工。"}
ANSWER: dict[str, Any] = {
    "ordered_number": "演政责〔2026〕1号",
    "ordered_by": "舞钢市人民政府（演示）",
    "ordered_what": "查封施工现场",
}


def clocks(story: Story) -> set[str]:
    return {row.title for row in countdowns(story.proceeding)}


def ends(story: Story, kind: str, reason: str = "按登记的情形结束本程序。") -> dict[str, Any]:
    return {"who": "duizhang1", "kind": kind, "reason": reason}


def test_a_lead_is_opened_on_a_power_that_orders_it(reached: Reached) -> None:
    story = house(reached, stop="building")
    lead: dict[str, Any] = {
        "procedure": "coercion/demolition-order",
        "cause_code": "QZ05",
        "source": "patrol",
        "happened_on": clock.today(),
        "found_on": clock.today(),
        "place": "舞钢市演示大道9号",
        "summary": "在消防通道上建房。",
    }
    assert "不是由线索开启的职权" in refused(story, "cases.register_lead", **lead)


def test_the_notice_to_stop_goes_out_within_two_working_days(reached: Reached) -> None:
    story = house(reached, stop="building")
    assert "责令停止违法行为通知书送达期限" in clocks(story)
    said = refused(story, GO)
    assert "尚未登记违法建设的位置" in said and "通知书》尚未送达" in said
    strange = {**STRUCTURE, "is_under_way": False}
    assert "没有口头制止后继续施工的情形" in refused(story, DESCRIBE, **strange)
    done(story, DESCRIBE, **STRUCTURE)


def test_who_builds_on_is_reported_and_the_government_orders(reached: Reached) -> None:
    story = house(reached, stop="stop_review")
    early = clock.today() - timedelta(days=9)
    assert "尚未复查" in refused(story, GO)
    assert "没有当事人继续施工的复查登记" in refused(
        story, REPORT, reported_on=clock.today(), report_number="演报〔2026〕1号"
    )
    assert "复查日应在通知书送达以后" in refused(story, LOOK, looked_on=early, **LOOKED)
    done(story, LOOK, looked_on=clock.today(), **LOOKED)
    assert "违法建设上报期限" in clocks(story)
    assert "尚未报告人民政府并取得书面责成" in refused(story, GO)
    assert "没有已经报告" in refused(story, ORDERED, ordered_on=clock.today(), **ANSWER)
    report: dict[str, Any] = {"report_number": "演报〔2026〕1号"}
    assert "报告日应在" in refused(story, REPORT, reported_on=early, **report)
    clock.advance(timedelta(days=8))
    assert "已经超过" in refused(story, REPORT, reported_on=clock.today(), **report)
    late = {"late_for": "承办人员外出培训，没有及时复查。"}
    done(story, REPORT, reported_on=clock.today(), **report, **late)
    assert "书面责成查封、暂扣期限" in clocks(story)
    assert "责成日应在报告以后" in refused(story, ORDERED, ordered_on=early, **ANSWER)
    ours = {**ANSWER, "ordered_by": "舞钢市城市管理局"}
    assert "只有人民政府可以责成" in refused(story, ORDERED, ordered_on=clock.today(), **ours)
    done(story, ORDERED, ordered_on=clock.today(), **ANSWER)
    assert "不必再报告" in refused(story, REPORT, reported_on=clock.today(), **report)
    done(story, GO)


def test_nothing_is_looked_at_before_the_notice(reached: Reached) -> None:
    story = house(reached, stop="building")
    assert "不能这样办理" in refused(story, LOOK, looked_on=clock.today(), **LOOKED)
    assert "尚未登记违法建设" in refused(
        story, REMOVED, removed_on=clock.today(), removed_note="到现场查看，已经拆除。"
    )


def test_the_site_is_sealed_by_order_or_where_it_cannot_wait(reached: Reached) -> None:
    story = house(reached, stop="stop_review")
    assert "没有人民政府的书面责成" in refused(story, "coercion.begin_seizure", power="QZ08")
    done(story, SORT, **SORTED)
    done(story, "coercion.begin_seizure", power="QZ08")


def test_what_is_too_large_waits_for_the_order(reached: Reached) -> None:
    story = house(reached, stop="stop_review")
    done(story, DESCRIBE, **{**STRUCTURE, "area": "300.01"})
    done(story, SORT, **SORTED)
    assert "没有人民政府的书面责成" in refused(story, "coercion.begin_seizure", power="QZ08")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"item": "25_1"}, "不属于“应当拆除”"),
        ({"sort": "stays", "item": "27_1"}, "没有鉴定结论"),
        ({"sort": "stays", "item": "27_1"}, "没有组织专家、有关部门、利害关系人听证"),
    ],
)
def test_each_sort_has_its_items_and_what_stays_is_appraised_and_heard(
    reached: Reached, changed: dict[str, Any], said: str
) -> None:
    assert said in refused(house(reached, stop="sorting"), SORT, **{**SORTED, **changed})


def test_what_stays_goes_to_a_penalty(reached: Reached) -> None:
    story = house(reached, stop="sorting")
    story._commissions("拆除是否影响相邻建筑的主体结构安全。")
    done(story, "cases.receive_appraisal", result="拆除会影响相邻建筑的主体结构安全。")
    heard = {"heard_on": clock.today(), "heard_note": "专家和利害关系人都认为不能拆除。"}
    done(story, SORT, **{**SORTED, "sort": "stays", "item": "27_3", **heard})
    assert "已经认定为“不能拆除”" in refused(story, PROPOSE, due_on=clock.today(), **PROPOSED)
    assert "不能以“尚可采取改正措施" in refused(story, CLOSE, **ends(story, "correctable"))
    done(story, "cases.add_evidence", **EVIDENCE)
    done(story, CLOSE, **ends(story, "stays"))
    assert story.case.closed_on


def test_what_can_be_corrected_ends_here(reached: Reached) -> None:
    story = house(reached, stop="sorting")
    done(story, SORT, **{**SORTED, "sort": "correctable", "item": "25_2"})
    done(story, "cases.add_evidence", **EVIDENCE)
    assert "不是本程序的结束情形" in refused(story, CLOSE, **ends(story, "withdrawn"))
    done(story, CLOSE, **ends(story, "correctable"))


def test_the_death_of_the_party_ends_it(reached: Reached) -> None:
    story = house(reached, stop="removal_plea")
    done(story, "cases.end_investigation", who="juzhang", ground="died", proof="居民死亡医学证明书")
    done(story, CLOSE, **ends(story, "ended"))
    assert story.case.closed_on


def test_nothing_is_ordered_that_was_not_sorted_told_and_heard(reached: Reached) -> None:
    story = house(reached, stop="sorting")
    assert "尚未认定" in refused(story, PROPOSE, due_on=clock.today(), **PROPOSED)
    done(story, SORT, **SORTED)
    assert "应当在今天以后" in refused(story, PROPOSE, due_on=clock.today(), **PROPOSED)


def test_the_notice_is_served(reached: Reached) -> None:
    story = house(reached, stop="removal_notice")
    assert "没有按现在的意见告知当事人" in refused(story, GO)


def test_the_days_of_the_notice_run(reached: Reached) -> None:
    story = house(reached, stop="removal_plea")
    assert "尚未届满" in refused(story, GO)


def test_a_day_that_has_passed_is_not_ordered(reached: Reached) -> None:
    story = house(reached, stop="removal_decision")
    assert "机关负责人办理" in refused(story, DECIDE)
    clock.advance(timedelta(days=60))
    assert "期限已经届满，当事人无法" in refused(story, DECIDE, who="juzhang")


def test_who_pulls_it_down_himself_is_left_alone(reached: Reached) -> None:
    story = house(reached, stop="removal_ordered")
    note: dict[str, Any] = {"removed_note": "到现场查看，房屋已经拆除。"}
    assert "尚未拆除" in refused(story, GO)
    late = clock.today() + timedelta(days=1)
    assert "不晚于今天" in refused(story, REMOVED, removed_on=late, **note)
    done(story, REMOVED, removed_on=clock.today(), **note)
    assert "已经登记拆除" in refused(story, REMOVED, removed_on=clock.today(), **note)
    done(story, GO)
    assert "不能以“已经强制拆除”结束" in refused(story, CLOSE, **ends(story, "removed"))
    done(story, CLOSE, **ends(story, "self_removed"))


def test_the_page_says_why_no_court_is_asked(reached: Reached) -> None:
    shown = case_page(house(reached, stop="removal_ordered"))
    assert "法释〔2013〕5号" in shown and "只由人民政府责成强制拆除" in shown
