"""A local procedure offers what follows a decision earlier, or after its fall: the act itself says what is missing."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.renewals import walk_locally
from tests.stories import done, judged, refused

Reached = Callable[..., Story]
SAYS = {"statement": "当事人没有提出意见，经催告仍未缴纳。", "object_state": "罚款八百元。"}
COURT = {"kind": "revoked", "by_whom": "court", "overturned_for": ["evidence"], "ground": "主要证据不足。"}


def decided_locally(reached: Reached, *acts: str) -> Story:
    """Decided and not yet served; the acts are offered at the service and after a revocation."""
    story = reached(stop="decision", pays=False)
    walk_locally(story, service={"acts": [*acts]}, overturned={"acts": [*acts]})
    story.plan.stop = "service"
    for days in story.decision():
        clock.advance(timedelta(days=days))
    return story


def serve(story: Story) -> None:
    document = story.proceeding.decision.document_id
    assert document is not None
    story.serve_paper(document)


def test_nothing_is_deferred_that_does_not_run_yet(reached: Reached) -> None:
    story = decided_locally(reached, "penalty.request_deferral")
    plan = [f"{clock.today() + timedelta(days=40)} 800"]
    ask = {"reason": "当事人生意亏损，经济困难。", "proof": "社区证明一份", "instalments": plan}
    said = refused(story, "penalty.request_deferral", **ask)
    assert said.startswith("处罚决定尚未送达，缴款期限没有起算。") and "第六十六条第二款" in said
    serve(story)
    done(story, "penalty.request_deferral", **ask)


def test_the_court_is_not_asked_for_what_was_not_served_or_has_fallen(reached: Reached) -> None:
    story = decided_locally(reached, "penalty.apply_to_court")
    said = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "决定尚未送达" in said and "行政强制法第五十三条" in said
    serve(story)
    assert "处罚决定尚未送达" not in refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    judged(story, "（2026）豫0481行初3号")
    done(story, "cases.propose_overturn", **COURT, reference="（2026）豫0481行初3号")
    done(story, "cases.overturn_decision", who="juzhang")
    said = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "处罚决定已被撤销，不再执行" in said and "行政处罚法第七十二条" in said
