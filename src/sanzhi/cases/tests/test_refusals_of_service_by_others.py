"""Service by others: another authority, the unit where the party is held; nothing is said of another way."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from sanzhi.cases.serving import UNITS, HeldAs
from sanzhi.cases.tests.test_refusals_of_service import (
    FAR,
    LETTER,
    SERVE,
    announced,
    handed,
    on_the_spot,
    tries,
    young,
)
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import START, done, refused

Reached = Callable[..., Story]
# as a page sends what nobody filled in
EMPTY: dict[str, Any] = {
    "held": None,
    "entrusted_to": "",
    "ground": None,
    "attempts": [],
    "late_for": None,
    "witness": "",
}


def entrusted(story: Story, pk: int, **changed: Any) -> dict[str, Any]:
    proof = {"receipt_number": "叶城管函〔2026〕3号", "entrusted_to": "叶县城市管理局", "note": FAR}
    return handed(story, pk, method="entrusted", **{**proof, **changed})


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"entrusted_to": ""}, "应当写明受委托送达的机关"),
        ({"entrusted_to": "舞钢市城市管理局"}, "不能是本机关"),
        ({"entrusted_to": "本机关执法大队"}, "不能是本机关"),
        ({"note": ""}, "请在说明中写明直接送达的困难"),
        ({"receipt_number": ""}, "受托机关寄回的送达回证"),
        ({"received_by": "路人乙"}, "签收人“路人乙”不是本人"),
    ],
)
def test_another_authority_hands_it_over_and_sends_the_receipt_back(
    reached: Reached, changed: dict[str, Any], said: str
) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    assert said in refused(story, SERVE, **entrusted(story, notice, **changed))
    service = done(story, SERVE, **entrusted(story, notice))
    assert service.note == f"委托叶县城市管理局送达。{FAR}"


def forwarded(story: Story, pk: int, **changed: Any) -> dict[str, Any]:
    proof = {"receipt_number": "演看送〔2026〕3号", "entrusted_to": "演示县看守所", "held": "imprisoned"}
    return handed(story, pk, method="forwarded", **{**proof, **changed})


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"held": None}, "转交送达限于受送达人是军人、被监禁"),
        ({"held": "soldier"}, "不像所在部队团以上单位的政治机关的名称"),
        ({"entrusted_to": "舞钢市城市管理局看守所"}, "是本机关或者本机关的机构，不能转交"),
        ({"entrusted_to": "演示县某商店"}, "不像所在监所的名称"),
        ({"relation": "同住成年家属"}, "由受送达人本人签收"),
        ({"receipt_number": ""}, "转交单位寄回的送达回证文号"),
    ],
)
def test_a_paper_is_handed_on_to_who_is_held(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    assert said in refused(story, SERVE, **forwarded(story, notice, **changed))
    service = done(story, SERVE, **forwarded(story, notice))
    assert service.note == "受送达人被监禁，由所在监所转交。委托演示县看守所转交。"


def test_a_soldier_is_reached_through_the_political_organ_of_a_regiment_or_above(reached: Reached) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    for unit in (
        "舞钢市城市管理局政治处",
        "演示商贸公司政治部",
        "演示集团政治部",
        "平顶山市公安局政治部",
        "退役军人事务局政治处",
        "演示建设兵团第八师政治部",
        "演示律师政治部",
        "93211部队保障部",
        "中国人民解放军32133部队",
        "某旅二营政治处",
        "政治处",
    ):
        said = refused(story, SERVE, **forwarded(story, notice, held="soldier", entrusted_to=unit))
        assert "不像所在部队团以上单位的政治机关的名称" in said
    for unit in (
        "32133部队政治工作部",
        "某旅政治工作部",
        "中国人民解放军某团政治处",
        "空军某场站政治处",
        "武警河南省总队政治工作部",
        "平顶山军分区政治机关",
    ):
        assert UNITS[HeldAs.SOLDIER].search(unit)
    done(story, SERVE, **forwarded(story, notice, held="soldier", entrusted_to="某部队政治工作部"))


def test_a_minor_who_is_held_signs_himself(reached: Reached) -> None:
    because = {"lighter": "行政处罚法第三十条", "reason": "当事人未满十八周岁，从轻处罚。"}
    story = reached(stop="notice", party=young(2010), fine=500, **because)
    held = forwarded(story, story.paper("D29").pk, held="educated", entrusted_to="平顶山市专门学校")
    guardian = refused(story, SERVE, **{**held, "relation": "监护人", "received_by": "家长某"})
    assert "转交送达由受送达人本人签收" in guardian
    done(story, SERVE, **held)


@pytest.mark.parametrize(
    ("stray", "caption"),
    [
        ({"held": "imprisoned"}, "转交送达的事由"),
        ({"entrusted_to": "某旅政治处"}, "受托机关（委托送达）、转交单位（转交送达）"),
        ({"ground": "missing"}, "公告送达的事由"),
        ({"attempts": ["9月1日上门送达，无人应答"]}, "已尝试的送达（每行一次，写明日期和经过）"),
        ({"published_on": START.date()}, "公告发出日（公告送达）"),
        ({"witness": "社区某"}, "见证人（留置送达）"),
        ({"receipt_number": LETTER}, "回执或者邮件号（邮寄）、送达回证文号（委托、转交）"),
    ],
)
def test_a_service_says_nothing_of_another_way(reached: Reached, stray: dict[str, Any], caption: str) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    said = refused(story, SERVE, **handed(story, notice, **stray))
    assert f"“{caption}”不适用于直接送达" in said and "民事诉讼法第八十七条" in said
    assert done(story, SERVE, **handed(story, notice, **EMPTY)).note == ""


def test_an_announcement_is_handed_on_by_nobody(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, why = story.paper("D29").pk, {"ground": "tried", "attempts": tries()}
    clock.advance(timedelta(days=7))
    stray = announced(notice, **why, held="imprisoned", entrusted_to="演示县看守所", witness="社区某")
    assert refused(story, SERVE, **stray).count("不适用于公告送达") == 1
    done(story, SERVE, **announced(notice, **why))


def test_a_body_is_held_by_nobody(reached: Reached) -> None:
    story = reached(stop="notice", party=people.organisation(Random(3)))
    notice = story.paper("D29").pk
    assert "转交送达限于受送达人是军人" in refused(story, SERVE, **forwarded(story, notice))


def test_what_is_carried_by_others_was_not_handed_over_on_the_spot(reached: Reached) -> None:
    story, decision = on_the_spot(reached)
    handed_on = forwarded(story, decision)
    assert "应当当场交付" in refused(story, SERVE, **handed_on)
    assert "只适用于没有当场交付的" in refused(story, SERVE, **handed(story, decision, late_for="left"))
    done(story, SERVE, **{**handed_on, "late_for": "danger"})
