"""A paper that was made before the case moved on tells the party nothing any more (行政处罚法 §61)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sanzhi.cases.queries import papers
from sanzhi.cases.tests.test_papers_say_what_happened import known
from sanzhi.demo.deeds import Stopped
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from tests.stories import done, established, judged, reasons, refused

Reached = Callable[..., Story]
ORDER = "penalty.order_correction"
SERVE = "cases.serve_document"
OLD = "所写的已与案件不符，不能再送达"


def overturned(story: Story) -> None:
    why = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}
    done(story, "cases.propose_overturn", **why)
    done(story, "cases.overturn_decision", who="juzhang")


def test_the_former_order_is_not_served_after_the_later(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    done(story, ORDER, content="三十日内清理。", correct_by_on=clock.today() + timedelta(days=30))
    former = story.paper("D23")
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=clock.today() + timedelta(days=2))
    told = reasons(lambda: story.serve(former))
    assert OLD in told and "行政处罚法第五条、第六十一条" in told
    story.serve(story.paper("D23"))


def test_an_order_under_the_former_cause_is_not_served(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=clock.today() + timedelta(days=2))
    former = story.paper("D23")
    reason = "查明的事实符合擅自设置售货亭的案由。"
    done(story, "cases.change_cause", cause_code="C04", reason=reason)
    assert OLD in reasons(lambda: story.serve(former))


def test_what_was_paid_since_is_not_demanded(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    demand = story.paper("D51")
    done(story, "penalty.record_payment", amount=500, paid_on=clock.today(), receipt_number="2026000091")
    assert OLD in reasons(lambda: story.serve(demand))
    story.serve(story.paper("D51"))


def test_what_was_decided_no_more_is_not_served(reached: Reached) -> None:
    story = reached(stop="service")
    decision = next(row for row in papers(story.proceeding) if row.form == "D41").document_id
    overturned(story)
    handed = {"method": "direct", "served_on": clock.today(), "received_by": story.party.name}
    told = refused(story, "cases.serve_document", document=decision, relation="本人", **handed)
    assert "所载的决定已经不再有效，不能再送达" in told and "第七十五条第二款" in told
    revocation = next(row for row in papers(story.proceeding) if row.form == "D87").document_id
    done(story, "cases.serve_document", document=revocation, relation="本人", place="当事人住所", **handed)


def handed(story: Story, document: int, day: date) -> dict[str, Any]:
    place = {"method": "direct", "served_on": day, "place": "当事人住所"}
    return {**place, "document": document, "received_by": story.party.name, "relation": "本人"}


def test_what_was_handed_over_before_the_case_moved_on_is_entered_as_of_its_day(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    demand, day = story.paper("D51"), clock.today()
    clock.advance(timedelta(days=1))
    done(story, "penalty.record_payment", amount=500, paid_on=clock.today(), receipt_number="2026000091")
    told = refused(story, SERVE, **handed(story, demand.pk, clock.today()))
    assert OLD in told and "按实际送达的日期和时间登记" in told
    done(story, SERVE, **handed(story, demand.pk, day))


@pytest.fixture
def paid_in_the_afternoon(reached: Reached) -> tuple[Story, Any]:
    """A demand is issued at ten and handed over at eleven; at three a part is paid."""
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    clock.advance(clock.now().replace(hour=10, minute=0) - clock.now())
    demand = story.paper("D51")
    clock.advance(timedelta(hours=5))
    done(story, "penalty.record_payment", amount=500, paid_on=clock.today(), receipt_number="2026000091")
    clock.advance(timedelta(hours=1))
    return story, demand


@pytest.mark.parametrize("days", [0, 1])
def test_what_was_handed_over_in_the_morning_is_entered_with_its_time(
    paid_in_the_afternoon: tuple[Story, Any], days: int
) -> None:
    story, demand = paid_in_the_afternoon
    day = clock.today()
    clock.advance(timedelta(days=days))
    told = refused(story, SERVE, **handed(story, demand.pk, day))
    assert OLD in told and "按实际送达的日期和时间登记" in told
    assert OLD in refused(story, SERVE, **handed(story, demand.pk, day), served_at="15:30")
    for wrong in ("09:59", "23:59"):
        told = refused(story, SERVE, **handed(story, demand.pk, day), served_at=wrong)
        assert OLD in told
        assert ("送达、发出公告的时间应在文书签发以后、不晚于现在" in told) == (wrong == "09:59" or not days)
    done(story, SERVE, **handed(story, demand.pk, day), served_at="11:00")
    assert "送达时间：11:00。" in known(story, "D46")["note"]


def test_what_can_be_handed_to_nobody_any_more_is_voided(paid_in_the_afternoon: tuple[Story, Any]) -> None:
    """As the sentence says; what was handed over stays."""
    story, demand = paid_in_the_afternoon
    wrong = {"document": demand.pk, "reason": "已经缴纳一部分，重新催告。"}
    assert done(story, "cases.void_document", **wrong).status == "voided"
    again = story.paper("D51")
    story.serve(again)
    done(story, "penalty.record_payment", amount=100, paid_on=clock.today(), receipt_number="2026000092")
    said = refused(story, "cases.void_document", document=again.pk, reason="已经缴纳一部分。")
    assert "已经送达、已经发出公告的文书不能作废" in said


def test_what_came_by_post_on_the_day_itself_is_entered_with_its_time(
    paid_in_the_afternoon: tuple[Story, Any],
) -> None:
    story, demand = paid_in_the_afternoon
    day = clock.today()
    clock.advance(timedelta(days=2))
    letter = {
        "method": "postal",
        "receipt_number": "EA123456789CN",
        "note": "当事人住所在外县，两次上门无人应答。",
    }
    posted = {**handed(story, demand.pk, day), **letter}
    assert OLD in refused(story, SERVE, **posted)
    assert done(story, SERVE, **posted, served_at="11:00").served_on == day


def test_what_does_not_touch_the_paper_does_not_make_it_old(reached: Reached) -> None:
    """Another respondent is added between the issue of the demand and its service; the money comes afterwards."""
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    clock.advance(clock.now().replace(hour=9, minute=0) - clock.now())
    demand, day = story.paper("D51"), clock.today()
    service = handed(story, demand.pk, day)
    clock.advance(timedelta(minutes=30))
    done(story, "cases.add_respondent", reason="另一人共同设置该售货亭，分工收款。")
    clock.advance(timedelta(hours=3))
    first = min(row.pk for row in story.case.proceedings.all())
    paid = {"amount": 500, "paid_on": day, "receipt_number": "2026000091"}
    done(story, "penalty.record_payment", proceeding=first, **paid)
    assert OLD in refused(story, SERVE, **service, served_at="12:35")
    done(story, SERVE, **service, served_at="10:30")


def test_what_is_being_announced_is_not_voided(reached: Reached) -> None:
    """The thirty days run for the party, whatever is paid in the meantime (民事诉讼法 §95)."""
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    demand, day = story.paper("D51"), clock.today()
    tries = [
        f"{chinese_date(day)}上门送达，无人应答，邻居称已搬离",
        f"{chinese_date(day)}电话联系，已经停机，无法联系",
    ]
    notice = {"method": "public_notice", "published_on": day, "ground": "tried", "attempts": tries}
    done(story, SERVE, document=demand.pk, **notice)
    clock.advance(timedelta(days=3))
    done(story, "penalty.record_payment", amount=500, paid_on=clock.today(), receipt_number="2026000091")
    said = refused(story, "cases.void_document", document=demand.pk, reason="已经缴纳一部分。")
    assert "已经发出公告的文书不能作废" in said and "民事诉讼法第九十五条" in said


def test_what_the_party_handed_in_itself_is_not_voided_by_a_new_telephone(reached: Reached) -> None:
    story = reached(stop="notice")
    way = {
        "electronic_consent": True,
        "electronic_address": "shiyan@example.com",
        "service_phone": "13800000000",
    }
    consent = story.paper("D45", way)
    wire = {"method": "electronic", "served_on": clock.today(), "place": "shiyan@example.com"}
    done(story, SERVE, document=story.paper("D29").pk, **wire)
    done(story, "cases.register_party", **{**story.plan.party, "phone": "13800001111"})
    said = refused(story, "cases.void_document", document=consent.pk, reason="电话已经变更。")
    assert "本案已经据此办理" in said and "第四十七条" in said


def test_a_notice_handed_over_before_the_facts_were_found_anew(reached: Reached) -> None:
    story = reached(stop="notice")
    first, notice, day = story.paper("D29"), story.paper("D29"), clock.today()
    story.serve(first)
    story._film("service")
    story.go()
    clock.advance(timedelta(days=1))
    established(story, place="舞钢市演示大道6号门前")
    assert "以前的处理建议" in refused(story, SERVE, **handed(story, notice.pk, clock.today()))
    done(story, SERVE, **handed(story, notice.pk, day))


def test_what_is_decided_is_not_told_as_something_meant(reached: Reached) -> None:
    story = reached(stop="notice")
    notice, first = story.paper("D29"), story.paper("D29")
    story.serve(first)
    story._film("service")
    story.go()
    story.plan.stop = "service"
    with pytest.raises(Stopped):
        for scene in (story.plea, story.decision, story.service):
            for days in scene():
                clock.advance(timedelta(days=days))
    told = refused(story, SERVE, **handed(story, notice.pk, clock.today()))
    assert "已经作出决定，《行政处罚事先告知书》不能再送达" in told and "行政处罚法第四十四条" in told


def test_a_change_is_not_served_once_the_court_has_revoked_it_all(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    why = {"kind": "changed", "overturned_for": ["unfit"], "ground": "罚款数额明显不当。", "fine": 600}
    done(story, "cases.propose_overturn", **why)
    done(story, "cases.overturn_decision", who="juzhang")
    change = next(row for row in papers(story.proceeding) if row.form == "D87").document_id
    number = "（2026）豫0481行初9号"
    judged(story, number)
    court = {
        "kind": "revoked",
        "overturned_for": ["evidence"],
        "ground": "主要证据不足。",
        "reference": number,
    }
    done(story, "cases.propose_overturn", **court, by_whom="court")
    done(story, "cases.overturn_decision", who="juzhang")
    told = refused(story, SERVE, **handed(story, change, clock.today()))
    assert "已经被以后的撤销、变更取代，不能再送达" in told and "第七十五条第二款" in told


def test_each_recusal_is_told_by_its_own_paper(reached: Reached) -> None:
    story = reached(stop="investigation")
    first, second = (story.bureau.officers[name] for name in ("duizhang1", "fazhi"))
    made = []
    for of in (first, second):
        done(story, "cases.ask_recusal", asked_by="party", of=of.pk, reason="与当事人有直接利害关系。")
        answer = {"is_granted": False, "answer": "经查不实，驳回申请。"}
        done(story, "cases.decide_recusal", who="juzhang", of=of.pk, **answer)
        made.append(story.paper("D07"))
    assert [row.values["recused"] for row in made] == [first.name, second.name]
    for paper in made:
        story.serve(paper)
