"""What the party was told, and what was proposed, stand on articles; a case moved to other articles begins there anew."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from tests.renewals import move, renewed
from tests.stories import done, refused

Reached = Callable[..., Story]
OTHER = "《平顶山市城市市容和环境卫生管理条例》第十五条第九项"


def test_another_article_is_proposed_and_told_anew(reached: Reached) -> None:
    story = reached(stop="plea")
    renewed(story.bureau, "powers", at="C04", prohibition=OTHER)
    assert "案由和条款" not in refused(story, "penalty.decide_penalty", who="juzhang")
    move(story, "powers")
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "提出处理建议以后，案由和条款有变化" in said and "行政处罚法第五十七条" in said
    same = {"fine": 800, "correction": story.plan.correction, "reason": story.plan.reason}
    done(story, "penalty.propose_penalty", **same)
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "提出处理建议以后" not in said and "现拟处理意见与已告知的案由和条款不同" in said
    assert "现拟处理意见与已告知的案由和条款不同" in refused(story, "cases.complete_step")
    story.serve(story.paper("D29"))
    assert "案由和条款" not in refused(story, "cases.complete_step")
