"""Each way in which a thing leaves custody rests on a decision, a law, a look; what is sold or destroyed is told before (行政强制法 §27, §28)."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.coercion.disposing import is_ordered_by_law, names_its_law
from sanzhi.coercion.models import Way
from sanzhi.coercion.queries import in_custody, taken
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.seizing import AT_ONCE
from sanzhi.demo.story import Story
from sanzhi.kernel.actor import system
from sanzhi.statutes.commands import ImportStatute, import_statute

Reached = Callable[..., Story]
SETTLE, GO, LOOK = "coercion.settle_things", "coercion.let_things_go", "coercion.move_things"
SOLD: dict[str, Any] = {
    "way": "sold",
    "basis": "《行政强制法》第二十八条第二款",
    "reason": "车上所载鲜菜已经开始腐烂，不能保管。",
}
DESTROYED: dict[str, Any] = {
    "way": "destroyed",
    "basis": "《大气污染防治法》第一百零九条",
    "reason": "看着不顺眼，处理掉。",
}
SEEN: dict[str, Any] = {
    "place": "舞钢市演示停车场3号车位",
    "custodian": "舞钢市城市管理局",
    "condition": "鲜菜发热、渗水，开始腐烂",
    "reason": "查看能否继续保管。",
}


def kept(reached: Reached, **changes: Any) -> Lane:
    return Lane(hauler(reached, stop="seizure_kept", **changes))


def keys(lane: Lane) -> list[int]:
    return [row.pk for row in taken(lane.proceeding)]


def gone(lane: Lane, **changes: Any) -> dict[str, Any]:
    said = {"received_by": "某市农贸有限公司", "voucher": "变卖0001", "condition": "与清单一致"}
    return {"things": keys(lane), **said, **changes}


def test_nothing_is_destroyed_while_nothing_is_decided(reached: Reached) -> None:
    lane = kept(reached)
    said = lane.refused(SETTLE, who="juzhang", things=keys(lane), **DESTROYED)
    assert "没有决定没收" in said and "行政处罚法第二十八条、第七十四条" in said
    assert len(in_custody(lane.proceeding)) == 1


def test_a_fine_destroys_nothing(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="performance"))
    assert "没有决定没收" in lane.refused(SETTLE, who="juzhang", things=keys(lane), **DESTROYED)


def test_nothing_is_taken_for_good_before_the_decision_is_served(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="service"))
    kept_back = {"way": "confiscated", "reason": "处罚决定没收该车辆。"}
    said = lane.refused(SETTLE, who="juzhang", things=keys(lane), **kept_back)
    assert "没有决定没收" in said and "没收的处罚决定尚未送达当事人" in said


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("", "没有写明变卖、销毁所依据"),
        ("按照规定", "没有写明变卖、销毁所依据"),
        ("《河南省赃物罚没物管理条例》第三十二条", "不是法律、行政法规"),
        ("《行政强制法》第二十七条、《行政处罚法》第七十四条", "没有规定哪些财物应当销毁"),
    ],
)
def test_only_a_law_of_the_state_orders_to_destroy(reached: Reached, basis: str, said: str) -> None:
    lane = kept(reached)
    order = DESTROYED | {"basis": basis}
    assert said in lane.refused(SETTLE, who="juzhang", things=keys(lane), **order)


def test_a_law_of_the_state_that_orders_it_is_enough_of_a_law(founded: None) -> None:
    assert names_its_law(Way.DESTROYED, DESTROYED["basis"]) and is_ordered_by_law(DESTROYED["basis"])


def test_an_article_that_a_known_law_does_not_have_orders_nothing(reached: Reached) -> None:
    lane = kept(reached)
    import_statute(
        system(), ImportStatute(name="松果销毁法(2020-01-01).md", text="# 松果销毁法\n\n第一条 甲甲。")
    )
    order = DESTROYED | {"basis": "《松果销毁法》第九条"}
    said = lane.refused(SETTLE, who="juzhang", things=keys(lane), **order)
    assert "《松果销毁法》第九条在现行文本中没有" in said


def test_what_keeps_is_not_sold(reached: Reached) -> None:
    lane = kept(reached)
    assert "查看“轻型自卸货车”并拍照" in lane.refused(SETTLE, who="juzhang", things=keys(lane), **SOLD)
    lane.done(LOOK, things=keys(lane), **SEEN)
    assert "并拍照" in lane.refused(SETTLE, who="juzhang", things=keys(lane), **SOLD)
    wrong = SOLD | {"way": "set_off"}
    assert "只在变卖、销毁的填写" in lane.refused(SETTLE, who="juzhang", things=keys(lane), **wrong)


def test_the_party_is_told_before_it_is_sold_and_none_of_ours_buys(reached: Reached) -> None:
    lane = kept(reached)
    photo = board.films(lane.proceeding)[0][0]
    lane.done(LOOK, things=keys(lane), recording_sha256=photo, **SEEN)
    lane.done(SETTLE, who="juzhang", things=keys(lane), **SOLD)
    said = lane.refused(GO, **gone(lane, proceeds="800"))
    assert "《查封（扣押）财物处理决定书》没有按现在的情况制作并送达" in said
    paper = lane.paper("D107")
    assert "没有按现在的情况" in lane.refused(GO, **gone(lane, proceeds="800"))
    lane.story.serve(paper)
    ours, party = lane.proceeding.case.authority.name, lane.story.party.name
    assert "本机关不能买受" in lane.refused(GO, **gone(lane, proceeds="800", received_by=ours))
    assert "不能作为买受人" in lane.refused(GO, **gone(lane, proceeds="800", received_by=party))
    lane.done(GO, **gone(lane, proceeds="800"))
    lane.go()
    lane.done("cases.close_case", who="duizhang1", kind="settled", reason="财物已经处理完毕。")


def test_what_is_not_approved_yet_goes_nowhere_but_back(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    lane.done("coercion.seize_at_once", **AT_ONCE)
    lane.go()
    said = lane.refused(SETTLE, who="juzhang", things=keys(lane), **SOLD)
    assert "只能解除、退还" in said and "行政强制法第十九条、第二十四条" in said


def test_who_was_punished_is_not_called_innocent(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="performance"))
    back = {"way": "returned", "lifted_for": "innocent", "reason": "不再需要扣押。"}
    said = lane.refused(SETTLE, who="juzhang", things=keys(lane), **back)
    assert "与“当事人没有违法行为”不符" in said
