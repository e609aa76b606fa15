"""Who was recused from the case does not keep its decision from the public either (行政处罚法 §43)."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.disclosure.commands import OpenRelease, open_release
from sanzhi.kernel.actor import system
from tests.stories import done, refused

Reached = Callable[..., Story]


def test_a_recused_head_exempts_nothing(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    of = story.bureau.officers["fujuzhang"].pk
    done(story, "cases.ask_recusal", asked_by="party", of=of, reason="当事人称其有利害关系。")
    other = {"decided_by": "舞钢市人民政府（演示）", "decision_number": "演政回字〔2026〕1号"}
    answer = {"is_granted": True, "answer": "情况属实，应当回避。", **other}
    done(story, "cases.decide_recusal", who="juzhang", of=of, **answer)
    story.paper("D07")
    decided = done(story, "penalty.decide_penalty", who="juzhang")
    opened = open_release(system(story.case.authority.code), OpenRelease(decision=decided.pk))
    order = {"release": opened.pk, "ground": "safety", "explanation": "公开可能危及公共安全。"}
    assert "回避" in refused(story, "disclosure.exempt_release", who="fujuzhang", **order)
    done(story, "disclosure.exempt_release", who="juzhang", **order)
