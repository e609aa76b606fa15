"""What is refused until a requisition ends: used too long, not as listed, unvalued, unpaid, paid twice."""

from datetime import timedelta
from typing import Any

from sanzhi.demo.requisitioning import RequisitionStory
from sanzhi.kernel import clock
from sanzhi.requisition.queries import things_of
from tests.fees import Taken
from tests.stories import case_page, done, refused

HEAD = "juzhang"
BACK, USE, LONGER = "requisition.give_thing_back", "requisition.log_use", "requisition.extend_requisition"
PAY, END = "requisition.pay_compensation", "requisition.end_use"


def back(story: RequisitionStory, number: int, **changes: Any) -> dict[str, Any]:
    row = things_of(story.proceeding)[number]
    usual = {
        "thing": row.pk,
        "returned": row.count,
        "condition": "完好",
        "received_by": story.party.representative or story.party.name,
        "voucher": "返还0001",
    }
    return {**usual, **changes}


def bill(story: RequisitionStory, name: str = "评估报告") -> int:
    """Evidence of what a damage or loss comes to."""
    said = {"kind": "document", "name": name, "proves": "毁损、灭失的估价"}
    pk: int = done(story, "cases.add_evidence", **said, proceeding=story.lane).pk
    return pk


def test_used_within_its_term(taken: Taken) -> None:
    story = taken(stop="use")
    said = {"place": "垭口街道", "user": "抢险队", "purpose": "抽排积水", "condition": "正常"}
    things = [row.pk for row in things_of(story.proceeding)]
    later = clock.today() + timedelta(days=1)
    assert "使用日应在征用之日以后" in refused(story, USE, things=things, used_on=later, **said)
    assert "所选的财物不在清单中" in refused(story, USE, things=[99999], used_on=clock.today(), **said)
    longer = {"until": clock.today() + timedelta(days=400), "reason": "雨情持续，仍需排水抢险。"}
    assert "一次不超过180日" in refused(story, LONGER, who=HEAD, **longer)
    assert "没有这一岗位" in refused(story, LONGER, **longer)
    soon = {"ground": "expired", "ended_on": clock.today()}
    assert "期限尚未届满" in refused(story, END, **soon)
    early = {"ground": "used", "ended_on": clock.today() - timedelta(days=30)}
    assert "结束日应在征用之日以后" in refused(story, END, **early)
    assert "尚未登记停止使用" in refused(story, BACK, **back(story, 0))
    clock.advance(timedelta(days=20))
    late = {"until": clock.today() + timedelta(days=9), "reason": "雨情持续，仍需排水抢险。"}
    assert "期限已经届满" in refused(story, LONGER, who=HEAD, **late)
    done(story, END, ground="expired", ended_on=clock.today())
    assert "已经登记停止使用" in refused(story, END, ground="used", ended_on=clock.today())


def test_an_extension_is_told(taken: Taken) -> None:
    story = taken(stop="use")
    longer = {"until": clock.today() + timedelta(days=20), "reason": "雨情持续，仍需排水抢险。"}
    done(story, LONGER, who=HEAD, **longer)
    assert "延长征用期限没有书面告知" in refused(story, "cases.complete_step")


def test_line_by_line(taken: Taken) -> None:
    story = taken(stop="ended")
    assert "清单为2台，返还1、消耗0、灭失0，相差1台" in refused(story, BACK, **back(story, 1, returned=1))
    assert "没有返还的，不登记毁损" in refused(
        story, BACK, **back(story, 0, returned=0, lost=1, is_damaged=True, damage="被水冲走。")
    )
    assert "应当写明经过" in refused(story, BACK, **back(story, 0, is_damaged=True))
    used_up = back(story, 0, returned=0, consumed=1, damage="用掉了。")
    assert "不是消耗品，不能登记消耗" in refused(story, BACK, **used_up)
    assert "还有3项财物没有返还、清点" in refused(story, "cases.complete_step")
    assert "没有毁损、灭失的财物需要估价" in refused(
        story, "requisition.value_damage", thing=1, worth=5, evidence=[bill(story)]
    )
    for number in range(2):
        done(story, BACK, **back(story, number))
    done(story, BACK, **back(story, 2, returned=100, consumed=400, damage="堵水筑坝。"))
    assert "没有按现在的登记制作的《征用财物返还清单》" in refused(story, "cases.complete_step")
    assert "没有在征用中的财物" in refused(story, BACK, **back(story, 0))


def test_a_voucher_is_of_one_requisition(taken: Taken) -> None:
    first = taken(stop="ended")
    done(first, BACK, **back(first, 0))
    second = taken(stop="ended", place="舞钢市演示大道9号工地")
    assert "已经用于另一案件" in refused(second, BACK, **back(second, 0))


SCRAP = {"remaining": 5000, "reason": "残骸已经打捞，折价五千元。", "owner_word": "同意。"}
VALUE = "requisition.value_damage"


def one_lost(taken: Taken) -> RequisitionStory:
    """The excavator is gone, everything else is back; the list of it is made."""
    story = taken(stop="ended")
    done(story, BACK, **back(story, 0, returned=0, lost=1, damage="被洪水冲走。"))
    done(story, BACK, **back(story, 1))
    done(story, BACK, **back(story, 2, returned=500))
    return story


def test_the_list_of_what_came_back_is_served_first(taken: Taken) -> None:
    story = one_lost(taken)
    returned = story.paper("D97")
    for act in ("requisition.begin_compensation", "cases.complete_step"):
        assert "没有交付权利人、签收的登记" in refused(story, act)
    story.serve(returned)
    story.go()
    done(story, "requisition.begin_compensation")


def test_what_is_lost_is_valued_before_it_is_compensated(taken: Taken) -> None:
    story = one_lost(taken)
    story.serve(story.paper("D97"))
    story.go()
    main = story.lane
    done(story, "requisition.begin_compensation", proceeding=main)
    assert "本案已有补偿程序" in refused(story, "requisition.begin_compensation", proceeding=main)
    lane = {"proceeding": story.case.proceedings.exclude(main=None).get().pk}
    said = {"reason": "按清单和评估报告核算。"}
    assert "尚未估价" in refused(story, "requisition.assess_compensation", **lane, **said)
    assert "尚未核算补偿" in refused(story, "cases.complete_step", **lane)
    worth = {"thing": things_of(story.proceeding)[0].pk, "worth": 450000, "evidence": [bill(story)]}
    done(story, VALUE, **lane, **worth)
    done(story, "requisition.assess_compensation", **lane, **said)
    done(story, VALUE, **lane, **{**worth, **SCRAP})
    assert "按现在的登记应为" in refused(story, "cases.complete_step", **lane)


def test_what_is_lost_is_worth_what_the_inventory_says(taken: Taken) -> None:
    story = one_lost(taken)
    lost, other = things_of(story.proceeding)[:2]
    worth: dict[str, Any] = {"thing": lost.pk, "worth": 450000, "evidence": [bill(story)]}
    assert "所选的证据不是本案的" in refused(story, VALUE, **{**worth, "evidence": [999999]})
    assert "没有毁损、灭失" in refused(story, VALUE, **{**worth, "thing": other.pk})
    for rest in ({"remaining": 500000}, {"remaining": 450000}, {"worth": 1, "remaining": 1}):
        assert "残值不低于估价" in refused(story, VALUE, **{**worth, **rest})
    for less in ({"worth": 1}, {"worth": 450001}, {"remaining": 5000}):
        assert "不同的应当写明理由" in refused(story, VALUE, **{**worth, **less})
    assert "不写不同的理由" in refused(story, VALUE, **worth, reason="机器老旧。")
    done(story, VALUE, **{**worth, **SCRAP})


def test_compensation_is_paid_once_and_nothing_ends_before(taken: Taken) -> None:
    story = taken(stop="payment")
    said = {"amount": 100, "paid_on": clock.today(), "voucher": "ZF20260001234", "receiver": "权利人"}
    assert "支付超过尚未支付的补偿" in refused(
        story, PAY, proceeding=story.lane, **{**said, "amount": 9999999}
    )
    early = {**said, "paid_on": clock.today() - timedelta(days=1)}
    assert "支付日应不早于补偿决定日" in refused(story, PAY, proceeding=story.lane, **early)
    assert "不像支付凭证号" in refused(story, PAY, proceeding=story.lane, **{**said, "voucher": "111"})
    assert "收款人不是权利人本人" in refused(story, PAY, proceeding=story.lane, **said)
    said = {**said, "proof": "授权委托书一份"}
    done(story, PAY, proceeding=story.lane, **said)
    assert "已经登记过" in refused(story, PAY, proceeding=story.lane, **said)
    assert "没有支付" in refused(story, "cases.complete_step", proceeding=story.lane)
    main = story.proceeding.main
    assert main is not None
    assert "尚未补偿" in refused(story, "cases.complete_step", proceeding=main.pk)
    story.pay_compensation(way="deposit", receiver="舞钢市公证处", proof="提存公证书")
    assert "没有已经决定、尚未支付的补偿" in refused(
        story, PAY, proceeding=story.lane, **{**said, "voucher": "ZF20260009999"}
    )
    done(
        story, "requisition.record_objection", proceeding=story.lane, text="估价偏低。", made_on=clock.today()
    )
    assert "异议有1份尚未答复" in refused(story, "cases.complete_step", proceeding=story.lane)


def test_more_or_less_than_was_told(taken: Taken) -> None:
    story = taken(stop="heard")
    lane = {"proceeding": story.lane}
    hurt = next(row for row in things_of(story.proceeding) if row.is_hurt)
    done(
        story,
        "requisition.value_damage",
        **lane,
        thing=hurt.pk,
        worth=900,
        evidence=[bill(story, "维修站发票")],
    )
    done(story, "requisition.assess_compensation", **lane, reason="按维修站实际收费核算。")
    assert "低于" in refused(story, "cases.complete_step", **lane)


def test_nothing_to_compensate_where_nothing_was_taken(taken: Taken) -> None:
    story = taken(stop="decision")
    done(story, "requisition.forgo_requisition", who=HEAD, reason="雨停水退，不再需要。")
    assert "没有征用过财物" in refused(story, "requisition.begin_compensation", proceeding=story.lane)


def test_heirs_get_what_the_owner_did_not(taken: Taken) -> None:
    """Nothing of a requisition ends because the owner is no more: it is not offered, and not done."""
    story = taken(stop="assessed")
    ended = {"ground": "dissolved", "proof": "注销登记通知书"}
    for lane in story.case.proceedings.all():
        said = refused(story, "cases.end_investigation", who=HEAD, proceeding=lane.pk, **ended)
        assert "程序不这样办理" in said
    shown = case_page(story)
    assert "核算补偿" in shown and "终止调查" not in shown
    closing = {"kind": "ended", "reason": "权利人已经终止。", "proceeding": story.lane}
    said = refused(story, "cases.close_case", who=HEAD, **closing)
    assert "补偿没有决定、支付" in said


def test_not_ended_before_it_was_last_used(taken: Taken) -> None:
    story = taken(stop="used")
    early = {"ground": "used", "ended_on": clock.today() - timedelta(days=4)}
    assert "早于最后一次使用的登记" in refused(story, END, **early)
    done(story, END, ground="used", ended_on=clock.today() - timedelta(days=3))


def test_pieces_are_whole_and_the_receiver_is_entitled(taken: Taken) -> None:
    story = taken(stop="ended")
    half = back(story, 0, returned="0.5", lost="0.5", damage="被水冲走一半。")
    assert "数量应当是整数" in refused(story, BACK, **half)
    assert "应当写明委托、继承、提存的证明" in refused(story, BACK, **back(story, 0, received_by="路人甲"))
    assert "是的不写" in refused(story, BACK, **back(story, 0, receiver_proof="授权委托书"))
    agent = {"received_by": "路人甲", "receiver_proof": "授权委托书和身份证复印件"}
    done(story, BACK, **back(story, 0, **agent))
    assert things_of(story.proceeding)[0].receiver_proof == "授权委托书和身份证复印件"


def test_a_damage_costs_no_more_than_the_inventory_says(taken: Taken) -> None:
    story = taken(stop="ended")
    hurt = {"is_damaged": True, "damage": "吸入砖石，叶轮损坏。"}
    done(story, BACK, **back(story, 1, **hurt))
    said = {"thing": things_of(story.proceeding)[1].pk, "evidence": [bill(story)]}
    dear = refused(story, "requisition.value_damage", **said, worth=16001)
    assert "清单的估价为0元至16000元" in dear
    done(story, "requisition.value_damage", **said, worth=16000)
