"""What the party had not moved out: listed, kept twenty days, called for, kept sixty more, deposited (平顶山条例 §32)."""

from datetime import timedelta
from typing import Any

from sanzhi.cases.deadlines import countdowns
from sanzhi.coercion.building import left_things
from sanzhi.coercion.tests.building import Reached, lane_of
from sanzhi.coercion.tests.lane import Lane
from sanzhi.demo.demolishing import TORN
from sanzhi.kernel import clock

OUT, CALL = "coercion.hand_out_left_things", "coercion.call_for_left_things"
DEPOSIT, GO = "coercion.deposit_left_things", "cases.complete_step"
GIVEN: dict[str, Any] = {"claimed_by": "当事人", "voucher": "领0001"}
KEPT: dict[str, Any] = {"deposited_with": "舞钢市演示公证处", "voucher": "提0001", "cost": "180"}


def keys(lane: Lane) -> list[int]:
    return [row.pk for row in left_things(lane.proceeding)]


def test_the_list_reaches_the_party(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_day")
    assert "强制拆除尚未实施" in lane.refused(GO)
    lane.story._film("forced_demolition")
    lane.done("coercion.tear_down", **TORN)
    assert "《强制拆除财物清单》没有制作并交付" in lane.refused(GO)


def test_who_came_and_signed_has_them_at_once(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_day")
    there = {"present": "party", "present_name": "单亮", "witness": "", "handed_over": True, "keeper": ""}
    lane.done("coercion.tear_down", **{**TORN, **there})
    assert all(row.claimed_on == clock.today() for row in left_things(lane.proceeding))
    assert "没有代为保管的财物" in lane.refused(OUT, things=keys(lane), **GIVEN)


def test_where_nothing_is_left_nothing_waits(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_day")
    lane.story._film("forced_demolition")
    lane.done("coercion.tear_down", **{**TORN, "goods": "", "keeper": ""})
    lane.paper("D62")
    lane.go()
    lane.go()
    end = {"who": "duizhang1", "reason": "强制拆除完毕，没有财物。"}
    assert "不能以“当事人自行履行”" in lane.refused("cases.close_case", kind="fulfilled", **end)
    lane.done("cases.close_case", kind="executed", **end)


def test_twenty_days_then_called_for_then_sixty(reached: Reached) -> None:
    lane = lane_of(reached, "goods")
    assert "搬离财物领取期限" in {row.title for row in countdowns(lane.proceeding)}
    said = lane.refused(CALL, called_on=clock.today(), called_where="政府网站和现场")
    assert "领取财物的期限至" in said and "《财物招领公告》尚未签发" in said
    assert "没有发布招领公告" in lane.refused(DEPOSIT, things=keys(lane), **KEPT)
    assert "不在本程序的保管中" in lane.refused(OUT, things=[0], **GIVEN)
    assert "尚未领取或者提存" in lane.refused(GO)
    lane.done(OUT, things=keys(lane)[:1], **GIVEN)
    assert len([row for row in left_things(lane.proceeding) if row.claimed_on]) == 1


def test_the_call_is_issued_first(reached: Reached) -> None:
    lane = lane_of(reached, "goods_unfetched")
    where = {"called_where": "政府网站和现场"}
    assert "尚未签发" in lane.refused(CALL, called_on=clock.today(), **where)
    lane.paper("D103")
    early = clock.today() - timedelta(days=1)
    assert "应在公告签发以后" in lane.refused(CALL, called_on=early, **where)


def test_nothing_is_deposited_before_the_sixty_days(reached: Reached) -> None:
    lane = lane_of(reached, "goods_called")
    last = keys(lane)[1:]
    assert "已经发布招领公告" in lane.refused(CALL, called_on=clock.today(), called_where="政府网站和现场")
    assert "招领公告后的领取期限" in {row.title for row in countdowns(lane.proceeding)}
    assert "尚未届满，不能提存" in lane.refused(DEPOSIT, things=last, **KEPT)
    clock.advance(timedelta(days=70))
    lane.done(OUT, things=last, **{**GIVEN, "voucher": "领0002"})
    assert "没有代为保管的财物" in lane.refused(DEPOSIT, things=last, **KEPT)
