"""Recorded wrongly: a service is corrected by one and approved by another; what a decision rests on is not moved."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.documents.models import Service
from sanzhi.kernel import clock
from sanzhi.penalty.owed import payment_due_on
from tests.stories import done, refused, stall

Reached = Callable[..., Story]


def paper(story: Story, form: str) -> int:
    return next(row.document_id for row in queries.papers(story.proceeding) if row.form == form)


def service(story: Story, form: str, **changed: Any) -> dict[str, Any]:
    party = story.party
    said = {
        "document": paper(story, form),
        "method": "direct",
        "served_on": decision_served_on(story.proceeding) or clock.today(),
        "place": party.address,
        "received_by": party.name,
        "relation": "本人",
        "reason": "回证上的日期录入有误。",
    }
    return {**said, **changed}


def waiting(story: Story) -> int:
    return queries.waiting_corrections(story.proceeding)[-1].pk


def settle(story: Story, *, who: str = "duizhang1", **more: Any) -> dict[str, Any]:
    return {"who": who, "correction": waiting(story), "is_approved": True, **more}


def test_a_service_recorded_wrongly(reached: Reached) -> None:
    story = reached(stop="performance")
    served_on = decision_served_on(story.proceeding)
    assert served_on is not None
    for changed, said in (
        ({"document": paper(story, "D40")}, "没有登记过送达，无从更正"),
        ({"served_on": clock.today() + timedelta(days=1)}, "不晚于今天"),
        ({"received_by": "过路人"}, "不是本人"),
        ({"held": "imprisoned"}, "“转交送达的事由”不适用于直接送达"),
        ({"late_for": "left"}, "只适用于没有当场交付的当场决定书"),
        ({"document": paper(story, "D29")}, "已经依据《行政处罚事先告知书》的送达作出决定"),
    ):
        assert said in refused(story, "cases.correct_service", **{**service(story, "D41"), **changed})
    earlier = service(story, "D41", place="舞钢市演示大道9号")
    done(story, "cases.correct_service", **earlier)
    assert "正在等待审批" in refused(story, "cases.correct_service", **earlier)
    assert "没有这份等待审批的更正申请" in refused(
        story, "cases.settle_correction", **settle(story, correction=waiting(story) + 1)
    )
    assert "不批准的，请写明理由" in refused(
        story, "cases.settle_correction", **settle(story, is_approved=False)
    )
    assert "中队长、机关负责人办理" in refused(
        story, "cases.settle_correction", **settle(story, who="zhifa2")
    )
    before = Service.objects.filter(document_id=paper(story, "D41")).count()
    done(story, "cases.settle_correction", **settle(story))
    rows = Service.objects.filter(document_id=paper(story, "D41"))
    assert (before, rows.count()) == (1, 2)
    assert rows[1].corrects == rows[0] and rows[1].place == "舞钢市演示大道9号"
    assert "没有等待审批的登记更正" in refused(
        story, "cases.settle_correction", who="duizhang1", correction=1, is_approved=True
    )


def test_every_clock_reads_the_corrected_day(reached: Reached) -> None:
    story = reached(stop="service")
    clock.advance(timedelta(days=2))
    done(
        story,
        "cases.serve_document",
        **{k: v for k, v in service(story, "D41", served_on=clock.today()).items() if k != "reason"},
    )
    first = payment_due_on(story.proceeding)
    day = clock.today() - timedelta(days=1)
    done(story, "cases.correct_service", **service(story, "D41", served_on=day))
    assert payment_due_on(story.proceeding) == first  # nothing moves before it is approved
    done(story, "cases.settle_correction", **settle(story, is_approved=False, opinion="回证的日期没有错。"))
    assert decision_served_on(story.proceeding) == clock.today()
    done(story, "cases.correct_service", **service(story, "D41", served_on=day))
    done(story, "cases.settle_correction", **settle(story))
    assert decision_served_on(story.proceeding) == day


def test_nobody_approves_what_he_asked_for(reached: Reached) -> None:
    story = reached(stop="performance")
    ids = [story.bureau.officers[name].pk for name in ("zhifa1", "duizhang1")]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    done(story, "cases.correct_service", who="duizhang1", **service(story, "D41"))
    said = refused(story, "cases.settle_correction", **settle(story))
    assert "申请更正的人不能自己审批" in said and "您承办过本案" in said
    done(story, "cases.settle_correction", **settle(story, who="juzhang"))


def test_nothing_was_served_yet(reached: Reached) -> None:
    story = reached(stop="filing")
    said = refused(story, "cases.correct_service", document=1, method="direct", reason="日期录入有误。")
    assert "本案没有登记过送达" in said


def test_the_same_receipt_is_not_approved_twice(reached: Reached) -> None:
    story = reached(stop="performance")
    pay = {"amount": 400, "paid_on": clock.today()}
    first = done(story, "penalty.record_payment", receipt_number="2026000001", **pay)
    right = {"payment": first.pk, "receipt_number": "2026000002", "reason": "票据号录入有误。", **pay}
    done(story, "penalty.correct_payment", **right)
    other = Story(story.bureau, stall(party=people.person(random.Random(2)), stop="performance"))
    other.tell()
    done(other, "penalty.record_payment", receipt_number="2026000002", **{**pay, "paid_on": clock.today()})
    assert "票据号2026000002已经登记过" in refused(story, "cases.settle_correction", **settle(story))


def test_a_payment_is_corrected_to_what_can_have_been(reached: Reached) -> None:
    story = reached(stop="performance")
    right = {"payment": 0, "amount": 400, "paid_on": clock.today(), "receipt_number": "2026000001"}
    why = {"reason": "票据金额录入有误。"}
    assert "本案没有登记过缴款" in refused(story, "penalty.correct_payment", **right, **why)
    paid = {name: right[name] for name in ("amount", "paid_on", "receipt_number")}
    row = done(story, "penalty.record_payment", **paid)
    assert "没有这一笔缴款" in refused(story, "penalty.correct_payment", **right, **why)
    clock.advance(timedelta(days=1))
    late = {**right, "payment": row.pk, "paid_on": clock.today()}
    told = refused(story, "penalty.correct_payment", **late, **why)
    assert "已经登记，实际缴款日不会在登记以后" in told and "第六十七条" in told


def test_what_was_not_served_at_all_is_served_later(reached: Reached) -> None:
    """Entered by mistake, handed over ten days afterwards: every period counts from the true day."""
    story = reached(stop="performance")
    clock.advance(timedelta(days=10))
    done(
        story,
        "cases.correct_service",
        **service(story, "D41", served_on=clock.today(), note="当事人外出，当日返回送达。"),
    )
    done(story, "cases.settle_correction", **settle(story))
    assert decision_served_on(story.proceeding) == clock.today()


def test_a_case_that_ended_without_a_decision_stays_at_its_end(reached: Reached) -> None:
    story = reached(stop="plea")
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    died = {"ground": "died", "proof": "居民死亡医学证明书"}
    done(story, "cases.end_investigation", who="juzhang", **died)
    clock.advance(timedelta(days=2))
    done(story, "cases.correct_service", **service(story, "D29"))
    done(story, "cases.settle_correction", **settle(story))
    assert story.proceeding.step == "closure"
    more = {"disposal": "punish", "text": "罚款800元", "reason": "当事人违法的事实清楚。", "whole": {}}
    said = refused(story, "cases.enter_proposal", proceeding=story.proceeding.pk, **more)
    assert "本案已经终止调查，只能结案" in said


def test_nothing_is_decided_over_a_service_that_may_be_recorded_anew(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    done(story, "cases.correct_service", **service(story, "D29", served_on=clock.today() - timedelta(days=1)))
    for act in ("penalty.decide_penalty", "cases.complete_step"):
        said = refused(story, act, who="juzhang")
        assert "送达登记的更正正在等待审批" in said and "行政处罚法第四十四条" in said
    done(story, "cases.settle_correction", **settle(story, is_approved=False, opinion="回证的日期没有错。"))
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 800


def test_before_the_decision_whatever_rests_on_a_service_asks_for_it_again(reached: Reached) -> None:
    story = reached(stop="report", cause="C01", fine=500)
    clock.advance(timedelta(days=1))
    done(story, "cases.correct_service", **service(story, "D23", served_on=clock.today()))
    done(story, "cases.settle_correction", **settle(story))
    assert "此时不能" in refused(story, "penalty.order_correction", **anew())
    done(story, "cases.send_back", who="juzhang", reason="责令改正通知书送达过晚，重新责令改正。")
    assert done(story, "cases.complete_step").step == "correction"
    said = refused(story, "cases.complete_step")
    assert "在复查以后才送达" in said and "请重新责令改正、送达、复查" in said
    assert done(story, "penalty.order_correction", **anew()).reviewed_on is None


def anew() -> dict[str, Any]:
    return {"content": "立即清理摊位，恢复原状。", "correct_by_on": clock.today() + timedelta(days=3)}
