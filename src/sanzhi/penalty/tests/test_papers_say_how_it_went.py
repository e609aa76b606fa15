"""What papers say of the course of a case: what happened, on which day, to whom, and what is still owed."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sanzhi.cases import board, queries
from sanzhi.cases.deadlines import countdowns
from sanzhi.cases.models import HearingOutcome, Proceeding
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.penalty.models import SparedFor
from sanzhi.penalty.tests.test_refusals_of_deferral import in_days
from tests.stories import done

Reached = Callable[..., Story]
WRONG = {"overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}


def says(proceeding: Proceeding, form: str) -> dict[str, Any]:
    """What the newest issued paper of this form says."""
    rows = [row for row in queries.papers(proceeding) if row.form == form and row.is_issued]
    return dict(rows[-1].document.values)


def known(story: Story, form: str) -> dict[str, Any]:
    return documents.fixed(form, board.facts_of(story.proceeding, documents.form(form).fixed_paths))


def test_what_is_taken_up_again_was_filed_once(reached: Reached) -> None:
    story = reached(after="anew")
    first, again = Proceeding.objects.filter(case=story.case_id).order_by("id")
    assert first.closed_on is not None and again.filed_on != first.filed_on
    for form in ("D27", "D40", "D41"):
        said = says(again, form)
        assert said["filed_on"] == str(first.filed_on)
        assert said["taken_up"].endswith(f"被撤销后，本案于{chinese_date(first.closed_on)}重新办理。")
    assert "taken_up" not in says(first, "D41")


def test_a_case_is_told_by_what_it_was_filed_for(reached: Reached) -> None:
    story = reached(stop="service", filed_as="C04", cause="C05", fine=6000)
    filed, said = says(story.proceeding, "D03")["cause"], says(story.proceeding, "D41")
    assert said["filed_cause"] == filed != said["cause"] == story.proceeding.cause


def test_papers_call_the_decision_by_its_own_name(reached: Reached) -> None:
    story = reached(stop="closure", spares=True, reason="轻微并已改正，没有危害后果。")
    done(story, "cases.propose_overturn", kind="revoked", **WRONG)
    done(story, "cases.overturn_decision", who="juzhang")
    assert says(story.proceeding, "D87")["decision_title"] == "不予行政处罚决定书"


def test_the_demand_names_a_decision_that_was_made_on_the_spot(reached: Reached) -> None:
    spot = {"procedure": "penalty/simplified", "cause": "C17", "fine": 50, "quantities": {"items": 1}}
    assert known(reached(stop="performance", **spot), "D51")["decision_title"] == "当场行政处罚决定书"


def test_what_revokes_a_decision_made_on_the_spot_may_be_sued_directly(reached: Reached) -> None:
    spot = {"procedure": "penalty/simplified", "cause": "C17", "fine": 50, "quantities": {"items": 1}}
    story = reached(stop="performance", **spot)
    assert "先向" in says(story.proceeding, "D43")["remedy_text"]
    done(story, "cases.propose_overturn", kind="revoked", **WRONG)
    done(story, "cases.overturn_decision", who="juzhang")
    assert "也可以自收到本决定书之日起六个月内依法直接向" in says(story.proceeding, "D87")["remedy_text"]


@pytest.mark.parametrize(
    ("kind", "why", "said"),
    [
        ("revoked", "evidence", "撤销上述决定"),
        ("unlawful", "procedure", "确认上述决定违法"),
        ("void", "grave", "确认上述决定无效"),
    ],
)
def test_the_revocation_says_what_is_done_to_the_decision(
    reached: Reached, kind: str, why: str, said: str
) -> None:
    story = reached(stop="performance")
    wrong = {"overturned_for": [why], "ground": "没有依法告知当事人陈述申辩的权利。"}
    done(story, "cases.propose_overturn", kind=kind, **wrong)
    done(story, "cases.overturn_decision", who="juzhang")
    assert says(story.proceeding, "D87")["text"] == said


def test_the_payment_notice_asks_for_what_is_left_and_not_by_a_day_that_is_past(reached: Reached) -> None:
    story = reached(stop="performance")
    whole = known(story, "D48")
    assert (whole["amount"], whole["amount_capital"]) == ("800", "人民币捌佰元整")
    assert whole["to_pay_text"].startswith("罚款800元。请于2026年9月21日前，")
    paid = {"amount": 500, "paid_on": clock.today(), "receipt_number": "2026000001"}
    done(story, "penalty.record_payment", **paid)
    clock.advance(timedelta(days=30))
    left = known(story, "D48")
    assert left["amount"] == "300.00"
    assert left["to_pay_text"].startswith(
        "罚款800元，已经缴纳500元，尚有300元未缴纳。缴款期限已于2026年9月21日届满，请立即"
    )
    rest = {"amount": 300, "paid_on": clock.today(), "receipt_number": "2026000002"}
    done(story, "penalty.record_payment", **rest)
    assert known(story, "D48")["to_pay_text"] == "罚款800元已经缴清。"


def test_the_payment_notice_asks_by_the_days_that_were_granted(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=30))
    assert "请立即" in known(story, "D48")["to_pay_text"]
    days = [in_days(20), in_days(60)]
    lines = [f"{days[0]} 300", f"{days[1]} 500"]
    done(story, "penalty.request_deferral", reason="经济困难。", proof="社区证明", instalments=lines)
    story.paper("D49")
    done(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    first, last = (chinese_date(day) for day in days)
    granted = f"已经批准分期缴纳：{first}前300元，{last}前500元。请按期"
    assert granted in known(story, "D48")["to_pay_text"]
    assert [row.on for row in countdowns(story.proceeding) if "缴" in row.title] == days[:1]
    paid = {"amount": 300, "paid_on": clock.today(), "receipt_number": "2026000001"}
    done(story, "penalty.record_payment", **paid)
    assert f"已经批准分期缴纳：{last}前500元。请按期" in known(story, "D48")["to_pay_text"]
    assert [row.on for row in countdowns(story.proceeding) if "缴" in row.title] == days[1:]
    clock.advance(timedelta(days=61))
    assert f"缴款期限已于{last}届满，请立即" in known(story, "D48")["to_pay_text"]


@pytest.mark.parametrize(
    ("born_on", "told"),
    [
        (date(2010, 1, 5), None),
        (date(1990, 1, 5), "本决定将依法在行政执法信息公示平台公开。"),
    ],
)
def test_a_decision_against_the_young_promises_no_publication(
    reached: Reached, born_on: date, told: str | None
) -> None:
    source = random.Random(5)
    number = people.identity_number(source, born_on)
    party = {**people.person(source), "id_number": number, "guardian": people.name(source)}
    story = reached(stop="report", party=party)
    assert known(story, "D41")["publication_text"] == told


def test_an_order_to_correct_is_told_by_the_day_its_notice_was_served(reached: Reached) -> None:
    story = reached(cause="C01", fine=500, stop="correction")
    by = clock.today() + timedelta(days=9)
    done(story, "penalty.order_correction", content="立即清理摊位", correct_by_on=by)
    clock.advance(timedelta(days=4))
    notice = story.paper("D23")
    assert known(story, "D27")["correction"] is None
    story.serve(notice)
    assert known(story, "D27")["correction"].startswith(f"{chinese_date(clock.today())}，本机关责令")
    told = says(story.proceeding, "D23")["remedy_text"]
    assert told.startswith("如不服本通知，可以自收到本通知书之日起") and "本决定" not in told


def test_the_guardian_is_ordered_on_a_day(reached: Reached) -> None:
    child = people.child(random.Random(1))
    why = {"spared_for": SparedFor.CHILD, "reason": "当事人行为时不满十四周岁。"}
    story = reached(stop="closure", spares=True, party=child, **why)
    told = says(story.proceeding, "D42")["guardian_duty"]
    assert told.startswith("2026年9月3日，本机关责令监护人") and told.count("责令监护人") == 1


@pytest.mark.parametrize(
    ("ends", "told", "heard"),
    [
        (HearingOutcome.HELD, "听取了当事人的陈述、申辩和质证", "举行了听证，听取了你（单位）的陈述"),
        (HearingOutcome.WITHDRAWN, "当事人撤回听证要求，未举行听证。", "未提出陈述、申辩意见。"),
    ],
)
def test_a_hearing_is_told_as_it_went(reached: Reached, ends: str, told: str, heard: str) -> None:
    large = {"cause": "C05", "fine": 8000}
    story = reached(stop="decision_approved", hearing=True, hearing_ends=ends, **large)
    house, party = known(story, "D40"), known(story, "D41")["plea"]
    assert told in house["hearing"] and heard in party
    held = ends == HearingOutcome.HELD
    assert ("未提出陈述、申辩意见" not in party) == held
    assert (house["plea"] == "当事人的陈述、申辩在听证中提出，见听证情况。") == held
    assert ("听证终结" in house["hearing"]) == held


def test_who_stands_back_at_his_own_wish_is_told_so(reached: Reached) -> None:
    story = reached(stop="investigation")
    second = story.bureau.officers["zhifa2"]
    asked = {"of": second.pk, "asked_by": "self", "reason": "本人是当事人的近亲属。"}
    done(story, "cases.ask_recusal", who="zhifa2", **asked)
    granted = {"of": second.pk, "is_granted": True, "answer": "情况属实，影响公正执法。"}
    done(story, "cases.decide_recusal", who="juzhang", **granted)
    day, told = chinese_date(clock.today()), known(story, "D07")
    assert told["told"] == f"{day}，{second.name}本人申请回避，理由是：本人是当事人的近亲属。"
    assert told["outcome"] == f"决定{second.name}回避"
