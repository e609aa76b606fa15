"""A referral, a request to pay later, things kept: who decides on them reads them in full beside the form."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.demo.asides import CRIME
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import case_page, done, told

Reached = Callable[..., Story]


def test_a_referral_and_what_the_police_answered(reached: Reached) -> None:
    story = reached(stop="notice")
    second = story.bureau.officers["zhifa2"]
    done(story, "penalty.report_referral", **CRIME, second=second.pk)
    words = (CRIME["receiver"], CRIME["ground"], CRIME["reason"], *CRIME["things"], second.name)
    assert told(case_page(story, act="answer_referral"), "移送公安机关", "已报告，待审批", *words)
    done(story, "penalty.answer_referral", who="juzhang", approves=True, answer="同意移送。")
    story.paper("D05")
    done(story, "penalty.hand_over", receipt="演收字〔2026〕1号", received_by="陆接收")
    said = {"is_taken_up": True, "outcome": "演公立字〔2026〕7号", "outcome_on": clock.today()}
    done(story, "penalty.record_police_answer", **said)
    assert told(case_page(story, who="zhifa1"), "公安机关已立案", "演公立字〔2026〕7号", "同意移送。", *words)


def test_a_request_to_pay_later(reached: Reached) -> None:
    story = reached(stop="performance")
    soon = clock.today() + timedelta(days=30)
    ask: dict[str, Any] = {
        "reason": "当事人生意亏损，经济困难。",
        "proof": "社区证明一份",
        "instalments": [f"{soon} 800"],
    }
    done(story, "penalty.request_deferral", **ask)
    shown = case_page(story, act="decide_deferral")
    assert told(
        shown, "暂缓、分期缴纳申请", ask["reason"], "社区证明一份", f"{soon.month}月{soon.day}日前缴纳"
    )


def test_things_that_are_kept(reached: Reached) -> None:
    story = reached(stop="investigation")
    keep = {"kept_as": "registration", "reason": "物品可能被转移，证据以后难以取得。", "place": "保管室二楼"}
    done(story, "penalty.propose_preservation", **keep, things=["遮阳伞一把"])
    assert told(case_page(story, who="zhifa1"), "已提出，待批准、实施", keep["reason"], "遮阳伞一把")
    assert told(case_page(story, act="settle_preservation"), keep["reason"], "遮阳伞一把", "保管室二楼")
