"""Service: who takes a paper for the party, when it is entered, what an announcement needs, and what is late."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Proceeding
from sanzhi.cases.queries import papers
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.identity import check_digit
from sanzhi.penalty.models import SparedFor
from tests.stories import done, refused

Reached = Callable[..., Story]
SERVE = "cases.serve_document"
LETTER = "XA12345678941"
FAR = "当事人住所在外县，两次上门无人应答。"


def handed(story: Story, pk: int, **changed: Any) -> dict[str, Any]:
    receiver = {"received_by": story.party.name, "relation": "本人"}
    return {"document": pk, "method": "direct", "served_on": clock.today(), **receiver, **changed}


def posted(pk: int, **changed: Any) -> dict[str, Any]:
    return {
        "document": pk,
        "method": "postal",
        "served_on": clock.today(),
        "receipt_number": LETTER,
        "note": FAR,
        **changed,
    }


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"relation": None}, "请选择签收人与受送达人的关系"),
        ({"received_by": "路人乙"}, "签收人“路人乙”不是本人"),
        ({"relation": "负责收件的人"}, "受送达人是自然人，不能由负责收件的人签收"),
        ({"relation": "法定代表人（负责人）"}, "不是法定代表人"),
        ({"relation": "同住成年家属"}, "是受送达人本人，请如实填写关系"),
        ({"relation": "代理人", "received_by": "邻居张三"}, "确认书没有写明由“邻居张三”作为代理人代收"),
    ],
)
def test_a_notice_is_taken_by_the_party_or_by_whom_the_article_names(
    reached: Reached, changed: dict[str, Any], said: str
) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    assert said in refused(story, SERVE, **handed(story, notice, **changed))
    done(story, SERVE, **handed(story, notice, relation="同住成年家属", received_by="家属某"))


def test_the_clerk_of_a_house_takes_its_papers(reached: Reached) -> None:
    story = reached(stop="notice", party=people.organisation(Random(5)))
    notice = story.paper("D29").pk
    family = handed(story, notice, relation="同住成年家属", received_by="家属某")
    assert "不能由同住成年家属签收" in refused(story, SERVE, **family)
    done(story, SERVE, **handed(story, notice, relation="负责收件的人", received_by="前台某"))


def test_a_substitute_is_whom_the_party_has_named_before(reached: Reached) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    taken = handed(story, notice, relation="指定代收人", received_by="代收某")
    assert "确认书没有写明由“代收某”作为指定代收人代收" in refused(story, SERVE, **taken)
    story.paper("D45", {"substitute": "代收某", "electronic_consent": False, "service_phone": "13800000000"})
    other = refused(story, SERVE, **{**taken, "received_by": "邻居张三"})
    assert "没有写明由“邻居张三”" in other
    done(story, SERVE, **taken)


def test_nobody_of_the_authority_receives_or_witnesses(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, own = story.paper("D29").pk, story.bureau.officers["zhifa2"].name
    story._film("service")
    family = handed(story, notice, relation="同住成年家属", received_by=own)
    assert f"{own}是本机关人员，不能作为签收人" in refused(story, SERVE, **family)
    left = {"document": notice, "method": "left", "served_on": clock.today(), "note": "当事人拒收。"}
    left["place"] = story.party.address
    said = refused(story, SERVE, **left, witness=f"社区某、{own}")
    assert f"{own}是本机关人员，不能作为见证人" in said and "民事诉讼法第八十八条、第八十九条" in said
    done(story, SERVE, **left, witness="社区某")


def test_what_was_left_nobody_has_taken(reached: Reached) -> None:
    """The form begins with the party as who takes it: left at the place, its receipt would tell that he did."""
    story = reached(stop="notice")
    left = {"method": "left", "note": "当事人拒收。", "place": story.party.address, "witness": "社区某"}
    notice = story.paper("D29").pk
    story._film("service")
    said = refused(story, SERVE, **handed(story, notice, **left))
    assert f"留置送达没有人签收，不能登记签收人“{story.party.name}”" in said and "第八十七条" in said
    done(story, SERVE, **handed(story, notice, **left, received_by="", relation=None))


def test_an_officer_is_found_however_his_name_is_written(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, own = story.paper("D29").pk, story.bureau.officers["zhifa2"].name
    assert len(own) == 3
    by_family = handed(story, notice, relation="同住成年家属")
    for name in (
        *(f"{own[0]}{sign}{own[1:]}" for sign in "-_・·－— ー丶"),
        f"老{own}",
        f"老{own[0]}-{own[1:]}",
        f"家属某、{own[0]}_{own[1:]}",
        f"家属某（{own}代）",
    ):
        said = refused(story, SERVE, **{**by_family, "received_by": name})
        assert f"{own}是本机关人员，不能作为签收人" in said
    done(story, SERVE, **{**by_family, "received_by": f"{own[0]}某{own[2]}、{own[1:]}某"})


def young(year: int) -> dict[str, Any]:
    body = f"000000{year}0101002"
    return {**people.person(Random(4)), "id_number": body + check_digit(body), "guardian": "家长某"}


def test_a_child_never_takes_a_paper_alone(reached: Reached) -> None:
    ground = {"spares": True, "spared_for": SparedFor.CHILD, "reason": "当事人违法时不满十四周岁。"}
    story = reached(stop="spare", party=young(2013), **ground)
    story._educate()
    story.paper("D40")
    done(story, "penalty.decide_no_penalty", who="juzhang")
    story.go(story._head)
    decision = story.proceeding.decision.document_id
    assert decision is not None
    for relation, name in (("本人", story.party.name), ("同住成年家属", "家属某")):
        said = refused(story, SERVE, **handed(story, decision, relation=relation, received_by=name))
        assert f"未满14周岁，不能由{relation}签收" in said and "民法典第十九条" in said
    story._film("service")
    left = {"method": "left", "witness": "社区某", "note": "拒收。", "received_by": "", "relation": None}
    assert "请选择签收人与受送达人的关系" in refused(story, SERVE, **handed(story, decision, **left))
    done(story, SERVE, **handed(story, decision, relation="监护人", received_by="家长某"))


def test_who_cannot_tell_what_he_does_is_served_through_his_guardian(reached: Reached) -> None:
    grown = {**people.person(Random(4)), "guardian": "家长某", "is_incapable": True}
    why = "违法时尚未完全丧失辨认自己行为的能力，从轻处罚。"
    story = reached(stop="notice", party=grown, fine=500, lighter="行政处罚法第三十一条", reason=why)
    notice = story.paper("D29").pk
    for relation, name in (("本人", story.party.name), ("同住成年家属", "家属某")):
        said = refused(story, SERVE, **handed(story, notice, relation=relation, received_by=name))
        assert f"受送达人不能辨认自己的行为，不能由{relation}签收" in said and "民法典第二十一条" in said
    done(story, SERVE, **handed(story, notice, relation="监护人", received_by="家长某"))


def test_a_minor_is_served_by_somebody_of_full_age(reached: Reached) -> None:
    story = reached(
        stop="notice",
        party=young(2010),
        fine=500,
        lighter="行政处罚法第三十条",
        reason="当事人未满十八周岁，从轻处罚。",
    )
    notice = story.paper("D29").pk
    assert "未满18周岁，不能由本人签收" in refused(story, SERVE, **handed(story, notice))
    done(story, SERVE, **handed(story, notice, relation="监护人", received_by="家长某"))


def test_a_service_is_entered_then_and_there(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, on = story.paper("D29").pk, clock.today()
    clock.advance(timedelta(days=4))
    assert "不能在3日以后倒填送达日期" in refused(story, SERVE, **handed(story, notice, served_on=on))
    done(story, SERVE, **handed(story, notice))


def test_a_letter_has_a_number_and_its_receipt_comes_soon(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, on = story.paper("D29").pk, clock.today()
    clock.advance(timedelta(days=16))
    late = refused(story, SERVE, **posted(notice, served_on=on))
    assert "不能在15日以后倒填送达日期" in late and "民事诉讼法第九十一条" in late
    for number in ("x", "EMS1", "0000000000000", "11 11 11 11 11 11"):
        assert "不像邮件号" in refused(story, SERVE, **posted(notice, receipt_number=number))
    service = done(story, SERVE, **posted(notice, receipt_number="ＸＡ１２３４５ 6789\u200b41"))
    assert service.receipt_number == LETTER


def test_one_letter_carries_the_papers_of_one_day(reached: Reached) -> None:
    story = reached(stop="notice")
    done(story, SERVE, **posted(story.paper("D29").pk))
    again = story.paper("D29").pk
    clock.advance(timedelta(days=1))
    assert f"邮件号{LETTER}已经用于其他文书" in refused(story, SERVE, **posted(again))
    done(story, SERVE, **posted(again, receipt_number="XA12345678942"))


@pytest.mark.parametrize("note", ["", "困难", "难难难难难难难", "123456789"])
def test_a_letter_is_sent_where_the_paper_was_hard_to_hand_over(reached: Reached, note: str) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    said = refused(story, SERVE, **posted(notice, note=note))
    assert "请在说明中写明直接送达的困难" in said and "民事诉讼法第九十一条" in said
    assert done(story, SERVE, **posted(notice)).note == FAR


def consented(story: Story, *, agrees: bool = True, proceeding: int | None = None) -> None:
    said = {"service_phone": "13800000000", "electronic_consent": agrees}
    address = {"electronic_address": "shiyan@example.com"} if agrees else {}
    paper = done(story, "cases.write_document", form="D45", values={**said, **address}, proceeding=proceeding)
    done(story, "cases.submit_document", document=paper.pk)


def test_electronic_service_needs_the_consent_of_this_party_by_the_day(reached: Reached) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    wire = {"document": notice, "method": "electronic"}
    consented(story, agrees=False)
    said = refused(story, SERVE, **wire, served_on=clock.today())
    assert "在送达日以前没有签署同意电子送达的确认书" in said and "行政处罚法第六十一条" in said
    clock.advance(timedelta(days=2))
    consented(story)
    before = clock.today() - timedelta(days=1)
    assert "在送达日以前没有签署" in refused(story, SERVE, **wire, served_on=before)
    done(story, SERVE, **wire, served_on=clock.today())


def test_the_consent_of_another_party_of_the_case_is_none(reached: Reached) -> None:
    story = reached(stop="notice")
    first, notice = story.proceeding.pk, story.paper("D29").pk
    other = done(
        story, "cases.add_respondent", proceeding=first, reason="二人共同实施本案违法行为，应当分别处理。"
    )
    done(story, "cases.register_party", proceeding=other.pk, **people.person(Random(9)))
    done(story, "cases.write_document", form="D02", proceeding=other.pk)
    consented(story, proceeding=other.pk)
    wire = {"document": notice, "method": "electronic", "served_on": clock.today()}
    assert "同案其他当事人的同意不能代替" in refused(story, SERVE, **wire)
    consented(story, proceeding=first)
    done(story, SERVE, **wire)


def test_what_is_entered_late_counts_from_its_entry(reached: Reached) -> None:
    """A receipt that came by post after ten days does not end the party's time on the day it came."""
    story = reached(stop="service")
    decision, decided_on = story.proceeding.decision.document_id, clock.today()
    assert decision is not None
    clock.advance(timedelta(days=12))
    late = posted(decision, served_on=decided_on)
    assert "决定书没有在法定期限内送达" in refused(story, SERVE, **{**late, "note": ""})
    done(story, SERVE, **late)
    found: Proceeding = story.proceeding
    [paper] = [row for row in papers(found) if row.document_id == decision]
    assert (paper.served_on, paper.counts_from) == (decided_on, clock.today())
    until = deadline(found, "payment")
    assert until is not None and until.start == clock.today()


def tries() -> list[str]:
    """Two tries in the week to come."""
    days = [clock.today() + timedelta(days=n) for n in (1, 4)]
    return [
        f"{days[0].month}月{days[0].day}日上门送达，无人应答",
        f"{days[1]} 上门无人应答",
    ]


def test_a_try_on_the_day_of_the_paper_is_a_try(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, today = story.paper("D29").pk, clock.today()
    first, later = (
        f"{day} 上门送达，{found}"
        for day, found in ((today, "无人应答"), (today + timedelta(days=2), "邻居称已搬离"))
    )
    clock.advance(timedelta(days=3))
    before = f"{today - timedelta(days=1)} 上门送达，无人应答"
    told = refused(story, SERVE, **announced(notice, ground="tried", attempts=[before, later]))
    assert "请写明至少两次送达" in told
    done(story, SERVE, **announced(notice, ground="tried", attempts=[first, later]))


def announced(pk: int, **changed: Any) -> dict[str, Any]:
    return {"document": pk, "method": "public_notice", "published_on": clock.today(), **changed}


def test_an_announcement_is_the_last_resort(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, told = story.paper("D29").pk, tries()
    clock.advance(timedelta(days=7))
    assert "请选择事由" in refused(story, SERVE, **announced(notice, attempts=told))
    for attempts in (
        told[:1],
        ["x", "x"],
        told[:1] * 2,
        [told[0], "12月30日上门送达，仍无人应答"],
        [told[0], "邮寄送达，因查无此人被退回"],
        [told[0], "2月31日邮寄送达，因查无此人被退回"],
    ):
        for ground in ("tried", "missing"):
            said = refused(story, SERVE, **announced(notice, ground=ground, attempts=attempts))
            assert "请写明至少两次送达、查找的日期和经过" in said and "民事诉讼法第九十五条" in said
    service = done(story, SERVE, **announced(notice, ground="tried", attempts=told))
    assert f"用其他方式无法送达。已尝试：{'；'.join(told)}" in service.note


def test_an_announcement_is_entered_on_its_day_and_serves_after_thirty(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, why = story.paper("D29").pk, {"ground": "tried", "attempts": tries()}
    story._film("service")
    clock.advance(timedelta(days=7))
    on = clock.today()
    clock.advance(timedelta(days=31))
    assert "不能在3日以后倒填公告发出日期" in refused(
        story, SERVE, **announced(notice, published_on=on, **why)
    )
    later = clock.today()
    done(story, SERVE, **announced(notice, **why))
    for days in (0, 29):
        clock.advance(timedelta(days=days))
        assert "尚未送达" in refused(story, "cases.complete_step")
    clock.advance(timedelta(days=1))
    done(story, "cases.complete_step")
    until = deadline(story.proceeding, "plea")
    assert until is not None and until.start == later + timedelta(days=30)


def test_a_decision_served_late_says_why(reached: Reached) -> None:
    story = reached(stop="service")
    decision = story.proceeding.decision.document_id
    assert decision is not None
    clock.advance(timedelta(days=15))
    assert "决定书没有在法定期限内送达" in refused(story, SERVE, **handed(story, decision))
    done(story, SERVE, **handed(story, decision, note="当事人外出务工，返回当日送达。"))


def test_a_decision_announced_late_says_why(reached: Reached) -> None:
    story, told = reached(stop="service"), tries()
    decision = story.proceeding.decision.document_id
    assert decision is not None
    clock.advance(timedelta(days=15))
    late = announced(decision, ground="tried", attempts=told)
    said = refused(story, SERVE, **late)
    assert "决定书没有在法定期限内送达" in said and "行政处罚法第六十一条" in said
    done(story, SERVE, **late, note="两次上门、电话均未找到当事人。")


def on_the_spot(reached: Reached) -> tuple[Story, int]:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="on_the_spot")
    said = {
        "conduct": "在门前堆放砂石约一平方米。",
        "reason": "初次违法，能够配合调查。",
        "rights_told": True,
        "gains": 0,
        "gains_note": "当场询问，没有违法所得。",
    }
    decision = done(story, "penalty.penalise_on_the_spot", fine=100, correction="责令立即改正。", **said)
    return story, decision.document_id


def test_a_decision_on_the_spot_is_handed_over_there(reached: Reached) -> None:
    story, decision = on_the_spot(reached)
    clock.advance(timedelta(days=1))
    said = refused(story, SERVE, **handed(story, decision))
    assert "应当当场交付" in said and "行政处罚法第五十二条" in said
    done(story, SERVE, **handed(story, decision, late_for="left"))


def test_nothing_else_is_late_for_what_happened_on_the_spot(reached: Reached) -> None:
    story = reached(stop="service")
    decision = story.proceeding.decision.document_id
    assert decision is not None
    said = refused(story, SERVE, **handed(story, decision, late_for="refused"))
    assert "只适用于没有当场交付的当场决定书" in said and "行政处罚法第五十二条" in said
    done(story, SERVE, **handed(story, decision))


def test_a_decision_on_the_spot_is_not_served_weeks_later(reached: Reached) -> None:
    story, decision = on_the_spot(reached)
    clock.advance(timedelta(days=30))
    late = posted(decision, late_for="left", note="当事人当场离开，住所在外县，上门无人应答。")
    assert "当场作出的决定书最迟应在" in refused(story, SERVE, **late)
    wrong = {"overturned_for": ["procedure"], "ground": "决定书没有依法交付当事人。"}
    done(story, "cases.propose_overturn", kind="revoked", **wrong)


def test_a_decision_on_the_spot_is_announced_as_it_is_served(reached: Reached) -> None:
    story, decision = on_the_spot(reached)
    why = {"ground": "tried", "attempts": tries()}
    clock.advance(timedelta(days=7))
    said = refused(story, SERVE, **announced(decision, **why))
    assert "没有当场交付的，请选择原因" in said and "行政处罚法第五十二条" in said
    done(story, SERVE, **announced(decision, **why, late_for="left"))
