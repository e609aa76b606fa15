"""A change of a decision that the head does not follow, or that something else has overtaken (行政处罚法 §75)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.cases.guards import overturn_served
from sanzhi.cases.tests.test_refusals_of_overturning import CHANGE, COURT, OWN, overturn
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, judged, reasons, refused

Reached = Callable[..., Story]
DECLINE: dict[str, Any] = {"who": "juzhang", "reason": "数额不当，应当为700元。"}


def test_the_head_does_not_follow_what_the_reviewer_agreed_to(reached: Reached) -> None:
    story = reached(stop="closure")
    assert "没有等待决定的撤销、变更意见" in refused(story, "cases.decline_overturn", **DECLINE)
    done(story, "cases.propose_overturn", **CHANGE, fine=600)
    done(story, "cases.review_overturn", who="fazhi", is_agreed=True, opinion="同意变更。")
    said = refused(story, "cases.propose_overturn", **CHANGE, fine=700)
    assert "已有一份撤销、变更意见正在办理" in said and "由机关负责人登记不同意" in said
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    said = refused(story, "cases.close_case", who="duizhang1", kind="performed")
    assert "撤销、变更决定的意见正在办理" in said and "行政处罚法第七十五条第二款" in said
    row = done(story, "cases.decline_overturn", **DECLINE)
    assert row.is_agreed and row.opinion == "同意变更。" and "应当为700元" in row.dropped_for
    assert "没有等待决定" in refused(story, "cases.overturn_decision", who="juzhang")
    assert done(story, "cases.close_case", who="duizhang1", kind="performed").closed_on
    assert done(story, "cases.propose_overturn", **CHANGE, fine=700).fine == 700


def test_what_others_decided_is_proposed_anew_where_it_was_written_wrongly(reached: Reached) -> None:
    """The head signs no ground that the judgment does not give; without its entry nothing ends (行政处罚法 §75(2))."""
    story = reached(stop="closure")
    judged(story, COURT["reference"], outcome="revoked", overturned_for=["evidence"])
    done(story, "cases.propose_overturn", **{**COURT, "ground": "另一案件判决书所写的理由。"})
    row = done(story, "cases.decline_overturn", **{**DECLINE, "reason": "所写的理由与判决书不一致。"})
    assert "与判决书不一致" in row.dropped_for
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert "尚未据此撤销、变更决定" in refused(story, "cases.close_case", who="duizhang1", kind="performed")
    done(story, "cases.propose_overturn", **COURT)
    assert done(story, "cases.overturn_decision", who="juzhang").ground == COURT["ground"]


def test_a_change_that_was_changed_again_is_not_told(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    overturn(story, **CHANGE, fine=600)
    (former,) = [row for row in queries.papers(story.proceeding) if row.form == "D87"]
    assert not overturn_served(story.proceeding)
    judged(story, COURT["reference"], outcome="changed", overturned_for=["unfit"], fine=500)
    overturn_text = {**CHANGE, "by_whom": "court", "reference": COURT["reference"], "fine": 500}
    done(story, "cases.propose_overturn", **overturn_text)
    done(story, "cases.overturn_decision", who="juzhang")
    assert overturn_served(story.proceeding)
    told = reasons(lambda: story.serve_paper(former.document_id))
    assert "已经被以后的撤销、变更取代" in told and "行政处罚法第六十一条" in told


@pytest.mark.parametrize("falls", [OWN, COURT])
def test_a_change_that_nobody_was_told_is_overtaken_by_the_fall(
    reached: Reached, falls: dict[str, Any]
) -> None:
    """Only by what fell is told: the change of a decision that is gone can no more be served (行政处罚法 §61)."""
    story = reached(stop="performance", pays=False)
    overturn(story, **CHANGE, fine=600)
    clock.advance(timedelta(days=1))
    overturn(story, **falls)
    anew = {"who": "duizhang1", "reason": "补充调查取证后重新作出决定。"}
    if falls is OWN:
        said = refused(story, "cases.decide_anew", **anew)
        assert "《撤销行政执法决定书》" in said and "尚未送达" in said
        story.serve_paper(
            [row for row in queries.papers(story.proceeding) if row.form == "D87"][-1].document_id
        )
    done(story, "cases.decide_anew", **anew)
