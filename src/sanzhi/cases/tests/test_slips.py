"""A slip of the pen is put right in a decision that stands, by a paper that is right itself."""

from collections.abc import Callable
from typing import Any

from sanzhi.cases.guards import overturn_served
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from tests.stories import done, refused

Reached = Callable[..., Story]
GONE = {"overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}


def slip(story: Story, **changed: Any) -> dict[str, Any]:
    document = story.proceeding.decision.document_id
    said = {"field": "authority_phone", "right": "0375-7000001", "reason": "电话号码误写。"}
    return {"document": document, **said, **changed}


def test_its_paper_names_the_right_telephone_at_its_foot(reached: Reached) -> None:
    story = reached(stop="performance")
    done(story, "cases.correct_slip", who="juzhang", **slip(story))
    address = slip(story, field="authority_address", right="舞钢市演示大道18号（北门）")
    row = done(story, "cases.correct_slip", who="juzhang", **address)
    told = Document.objects.get(pk=row.document_id).values
    assert (told["authority_phone"], told["authority_address"]) == ("0375-7000001", address["right"])
    assert told["authority_postcode"] == story.case.authority.postcode


def test_nothing_is_put_right_in_a_decision_that_has_fallen(reached: Reached) -> None:
    story = reached(stop="performance")
    order = slip(story)
    done(story, "cases.correct_slip", who="juzhang", **order)
    done(story, "cases.propose_overturn", kind="revoked", **GONE)
    done(story, "cases.overturn_decision", who="juzhang")
    said = refused(story, "cases.correct_slip", who="juzhang", **{**order, "right": "0375-7000002"})
    assert "决定已经被撤销或者确认无效，没有可以补正的决定" in said and "行政处罚法第五十九条" in said


def test_what_is_put_right_is_told_before_the_case_ends(reached: Reached) -> None:
    """行政处罚法 §61: who was told the wrong telephone is told the right one."""
    story = reached(stop="closure")
    row = done(story, "cases.correct_slip", who="juzhang", **slip(story))
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    ends = {"who": "duizhang1", "kind": "performed"}
    said = refused(story, "cases.close_case", **ends)
    assert "《补正通知书》尚未送达" in said and "行政处罚法第六十一条" in said
    story.serve_paper(row.document_id)
    assert done(story, "cases.close_case", **ends).closed_on


def test_what_was_put_right_in_what_has_fallen_is_told_no_more(reached: Reached) -> None:
    story = reached(stop="closure")
    done(story, "cases.correct_slip", who="juzhang", **slip(story))
    assert "《补正通知书》尚未送达" in str(overturn_served(story.proceeding))
    done(story, "cases.propose_overturn", kind="revoked", **GONE)
    gone = done(story, "cases.overturn_decision", who="juzhang")
    assert "《补正通知书》" not in str(overturn_served(story.proceeding))
    story.serve_paper(gone.document_id)
    assert overturn_served(story.proceeding)


def test_a_slip_of_a_slip_is_told_alone(reached: Reached) -> None:
    story = reached(stop="closure")
    done(story, "cases.correct_slip", who="juzhang", **slip(story))
    row = done(story, "cases.correct_slip", who="juzhang", **slip(story, right="0375-7000002"))
    assert "《补正通知书》尚未送达" in str(overturn_served(story.proceeding))
    story.serve_paper(row.document_id)
    assert overturn_served(story.proceeding)


def test_what_is_put_right_after_the_closure_leads_back(reached: Reached) -> None:
    story = reached(stop="closure")
    ends = {"who": "duizhang1", "kind": "performed"}
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    done(story, "cases.close_case", **ends)
    row = done(story, "cases.correct_slip", who="juzhang", **slip(story))
    assert story.proceeding.closed_on is None and story.proceeding.step == "closure"
    story.serve_paper(row.document_id)
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert done(story, "cases.close_case", **ends).closed_on
