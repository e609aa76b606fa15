"""Things in custody: their days, extension, appraisal, movements, where they may go, and that everything waits for them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.cases.deadlines import countdowns
from sanzhi.coercion import terms
from sanzhi.coercion.queries import taken
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.seizing import LONGER
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.models import SparedFor

Reached = Callable[..., Story]
SETTLE, GO = "coercion.settle_things", "coercion.let_things_go"
EXTEND, PROPOSE = "coercion.extend_seizure", "coercion.propose_extension"
BACK: dict[str, Any] = {"way": "returned", "lifted_for": "other", "reason": "不再需要扣押。"}
GONE: dict[str, Any] = {"received_by": "领取人", "voucher": "发还0001", "condition": "与清单一致"}


def keys(lane: Lane) -> list[int]:
    return [row.pk for row in taken(lane.proceeding)]


def kept(reached: Reached, **changes: Any) -> Lane:
    return Lane(hauler(reached, stop="seizure_kept", **changes))


def test_thirty_days_from_the_day_it_was_carried_out(reached: Reached) -> None:
    lane = kept(reached)
    last = terms.until(lane.proceeding)
    assert last is not None and last.on == last.start + timedelta(days=30)
    assert "查封扣押期限" in {row.title for row in countdowns(lane.proceeding)}


def test_an_extension_is_proposed_reviewed_and_told(reached: Reached) -> None:
    lane = kept(reached)
    assert "没有报请延长的意见" in lane.refused(EXTEND, who="juzhang")
    assert "1日至30日" in lane.refused(PROPOSE, days=31, reason=LONGER)
    lane.done(PROPOSE, days=30, reason=LONGER)
    assert "法制审核" in lane.refused(EXTEND, who="juzhang")
    for days in lane.story._reviewed_again():
        clock.advance(timedelta(days=days))
    lane.done(EXTEND, who="juzhang")
    last = terms.until(lane.proceeding)
    assert last is not None and last.on == last.start + timedelta(days=60)
    assert "已经延长过一次" in lane.refused(PROPOSE, days=5, reason=LONGER)
    lane.done(SETTLE, who="juzhang", things=keys(lane), **BACK)
    lane.done(GO, things=keys(lane), **GONE)
    said = lane.refused("cases.complete_step")
    assert "查封（扣押）延期决定书" in said and "解除查封（扣押）决定书" in said


def test_after_the_last_day_things_only_go_back(reached: Reached) -> None:
    lane = kept(reached)
    clock.advance(timedelta(days=31))
    assert "期限已经届满" in lane.refused(PROPOSE, days=5, reason=LONGER)
    sold = {"way": "sold", "reason": "不易保管，先行变卖。"}
    assert "应当立即解除并退还" in lane.refused(SETTLE, who="juzhang", things=keys(lane), **sold)
    expired = BACK | {"lifted_for": "expired"}
    lane.done(SETTLE, who="juzhang", things=keys(lane), **expired)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ({"way": "returned", "lifted_for": "expired"}, "与“查封、扣押期限已经届满”不符"),
        ({"way": "returned", "lifted_for": "decided"}, "不符"),
        ({"way": "returned", "lifted_for": "refused"}, "不符"),
        ({"way": "returned"}, "应当写明是哪一种情形"),
        ({"way": "sold", "lifted_for": "other"}, "应当写明是哪一种情形"),
        ({"way": "confiscated"}, "没有决定没收"),
        ({"way": "handed_over"}, "没有移送公安机关的移送书"),
    ],
)
def test_each_way_asks_for_what_stands_behind_it(reached: Reached, order: Any, said: str) -> None:
    lane = kept(reached)
    reason = {"reason": "按本案情况处理。"}
    assert said in lane.refused(SETTLE, who="juzhang", things=keys(lane), **order, **reason)


def test_things_are_settled_by_the_head_and_go_where_they_were_settled(reached: Reached) -> None:
    lane = kept(reached)
    assert "等待交接" in lane.refused(GO, things=keys(lane), **GONE)
    assert "机关负责人办理" in lane.refused(SETTLE, things=keys(lane), **BACK)
    assert "不在本程序的保管中" in lane.refused(SETTLE, who="juzhang", things=[999], **BACK)
    said = lane.refused("cases.complete_step")
    assert "1项尚未处理" in said
    lane.done(SETTLE, who="juzhang", things=keys(lane), **BACK)
    assert "没有等待处理的财物" in lane.refused(SETTLE, who="juzhang", things=keys(lane), **BACK)
    assert "还在保管中" in lane.refused("cases.complete_step")
    assert "变卖、拍卖的应当填写" in lane.refused(GO, things=keys(lane), proceeds="100", **GONE)
    lane.done(GO, things=keys(lane), **GONE)
    assert "没有已经处理" in lane.refused(GO, things=keys(lane), **GONE)
    assert "没有在保管中" in lane.refused(
        "coercion.move_things",
        things=keys(lane),
        place="别处",
        custodian="他人",
        condition="完好",
        reason="移库盘点",
    )


def test_movements_are_recorded_while_things_are_kept(reached: Reached) -> None:
    lane = kept(reached)
    moved = {
        "place": "二号库",
        "custodian": "舞钢市城市管理局",
        "condition": "完好",
        "reason": "停车场改造，移库。",
    }
    strange = moved | {"recording_sha256": "0" * 64}
    assert "不是本案的" in lane.refused("coercion.move_things", things=keys(lane), **strange)
    lane.done("coercion.move_things", things=keys(lane), **moved)
    (row,) = taken(lane.proceeding)
    assert row.movements.get().place == "二号库"


def test_the_case_stays_open_as_long_as_things_are_kept(reached: Reached) -> None:
    lane = kept(reached)
    assert "还有1项财物在保管中" in str(board.may_close(lane.proceeding, "settled"))
    assert lane.story.case.closed_on is None


def test_an_appraisal_that_was_told_does_not_count(reached: Reached) -> None:
    lane = kept(reached)
    ask = {"subject": "轻型自卸货车", "question": "车辆改装情况。", "appraiser": "某市机动车检测有限公司"}
    lane.done("cases.order_appraisal", who="juzhang", **ask)
    begun = terms.until(lane.proceeding)
    assert begun is not None
    told = lane.paper("D22")
    lane.story.serve(told)
    lane.paper("D21")
    clock.advance(timedelta(days=10))
    counted = terms.until(lane.proceeding)
    assert counted is not None and counted.on > begun.on
    assert any("某市机动车检测有限公司" in line for line in counted.explained)


def test_who_was_spared_gets_his_things_back(reached: Reached) -> None:
    spared = {
        "spares": True,
        "spared_for": SparedFor.UNFOUNDED,
        "reason": "现场查明没有遗撒，违法事实不能成立。",
    }
    lane = Lane(hauler(reached, stop="closure", **spared))
    assert "已经决定不予行政处罚" in lane.refused(PROPOSE, days=5, reason=LONGER)
    sold = {"way": "sold", "reason": "不易保管，先行变卖。"}
    assert "应当立即解除" in lane.refused(SETTLE, who="juzhang", things=keys(lane), **sold)


def test_what_was_not_handed_over_there_only_goes_back(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_carried_out"))
    clock.advance(timedelta(days=1))
    assert "没有在实施当日当场交付" in lane.refused("cases.complete_step")
    sold = {"way": "sold", "reason": "不易保管，先行变卖。"}
    said = lane.refused(SETTLE, who="juzhang", things=keys(lane), **sold)
    assert "没有当场交付决定书和清单的登记，应当立即解除并退还" in said
    lane.done(SETTLE, who="juzhang", things=keys(lane), **BACK)
    assert "没有在实施当日当场交付" in lane.refused("cases.complete_step")
    lane.done(GO, things=keys(lane), **GONE)
    assert "没有在实施当日当场交付" not in lane.refused("cases.complete_step")


def test_a_seizure_does_not_end_as_an_execution_does(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    end: dict[str, Any] = {"who": "duizhang1", "reason": "不再需要查封、扣押。"}
    for kind in ("fulfilled", "terminated", "withdrawn"):
        assert "不是本程序的结束情形" in lane.refused("cases.close_case", kind=kind, **end)
    lane.done("cases.close_case", kind="forgone", **end)


def test_things_pay_a_fine_only_when_it_was_demanded_in_vain(reached: Reached) -> None:
    lane = kept(reached)
    sold = {"way": "set_off", "reason": "拍卖后抵缴罚款。"}
    said = lane.refused(SETTLE, who="juzhang", things=keys(lane), **sold)
    assert "没有仍然有效的罚款决定" in said


def test_a_fine_that_may_still_be_contested_takes_nothing(reached: Reached) -> None:
    story = hauler(reached, stop="performance")
    lane = Lane(story)
    sold = {"way": "set_off", "reason": "拍卖后抵缴罚款。"}
    said = lane.refused(SETTLE, who="juzhang", things=keys(lane), **sold)
    assert "起诉的期限" in said and "没有催告" in said
