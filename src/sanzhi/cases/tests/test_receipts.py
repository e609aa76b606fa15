"""A receipt tells one service of one paper, on a day that has come."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases import board, queries
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]


def told(story: Story) -> dict[str, Any]:
    """What a receipt written now would say."""
    return documents.fixed("D46", board.facts_of(story.proceeding, documents.form("D46").fixed_paths))


def named(story: Story) -> str:
    rows = told(story)["papers"]
    return str(rows[0]["name"]) if rows else ""


def decided_and_served(story: Story) -> None:
    document = story.proceeding.decision.document_id
    assert document is not None  # the decision has made its paper
    story.serve_paper(document)


def test_the_receipt_of_the_notice_is_not_that_of_the_decision(reached: Reached) -> None:
    story = reached(stop="service")
    assert named(story) == "行政处罚事先告知书"
    story.paper("D46")
    decided_and_served(story)
    story._film("service")
    said = refused(story, "cases.complete_step")
    assert "《送达回证》写的不是行政处罚决定书（" in said and "民事诉讼法第八十七条" in said
    story.paper("D46")
    assert done(story, "cases.complete_step").step == "performance"


def test_the_receipt_that_the_step_asks_for_is_the_next_one(reached: Reached) -> None:
    """Whatever else was handed over after the decision: what the refusal asks for can be written at once."""
    story = reached(stop="service")
    decided_and_served(story)
    story.serve_paper(story.paper("D24").pk)
    assert named(story) == "行政处罚决定书"
    story.paper("D46")
    assert named(story) == "责令停止违法行为通知书"
    story._film("service")
    assert done(story, "cases.complete_step").step == "performance"


def test_every_service_gets_a_receipt_and_none_gets_two(reached: Reached) -> None:
    story = reached(stop="service")
    decided_and_served(story)
    assert named(story) == "行政处罚决定书"
    story.paper("D46")
    assert named(story) == "行政处罚事先告知书"
    story.paper("D46")
    assert named(story) == ""
    said = refused(story, "cases.write_document", form="D46")
    assert "案件中还没有《送达回证》须写明的“送达文书”" in said and "请先办理“登记送达”" in said


def test_an_announcement_has_a_receipt_when_its_day_has_come(reached: Reached) -> None:
    story = reached(stop="notice")
    notice = story.paper("D29").pk
    clock.advance(timedelta(days=3))
    today = clock.today()
    tries = [
        f"{today.year}年{today.month}月{today.day - 2}日上门送达，无人应答，邻居称已搬离",
        f"{today.year}年{today.month}月{today.day - 1}日电话联系，号码已经停机无法接通",
    ]
    announced = {"method": "public_notice", "published_on": today, "ground": "missing", "attempts": tries}
    done(story, "cases.serve_document", document=notice, **announced)
    assert "须写明的“送达日期”" in refused(story, "cases.write_document", form="D46")
    clock.advance(timedelta(days=31))
    known = told(story)
    paper = next(row for row in queries.papers(story.proceeding) if row.document_id == notice)
    assert known["served_on"] == str(paper.served_on)
    assert known["note"].startswith(f"公告发出日：{today.year}年{today.month}月{today.day}日。")
    story.paper("D46")


def test_a_service_that_was_corrected_has_another_receipt(reached: Reached) -> None:
    """民事诉讼法 §87: the receipt says who took it and where; one that says otherwise is none."""
    story = reached(stop="service")
    decided_and_served(story)
    for _ in range(2):
        story.paper("D46")
    assert named(story) == ""
    document, party = story.proceeding.decision.document_id, story.party
    wife = {"received_by": "家属某", "relation": "同住成年家属", "place": party.address}
    right = {"document": document, "method": "direct", "served_on": clock.today(), **wife}
    row = done(story, "cases.correct_service", **right, reason="签收人录入有误。")
    done(story, "cases.settle_correction", who="duizhang1", correction=row.pk, is_approved=True)
    assert named(story) == "行政处罚决定书"
    assert told(story)["received_by"] == "家属某"


@pytest.mark.parametrize(("days", "is_late"), [(3, False), (4, True)])
def test_a_receipt_that_was_not_written_with_the_service_says_why(
    reached: Reached, days: int, is_late: bool
) -> None:
    """民事诉讼法 §87: the day of the receipt is that of the service; so many days later (建议) a reason stands on it."""
    story = reached(stop="service")
    decided_and_served(story)
    clock.advance(timedelta(days=days))
    assert told(story)["made"] == ("事后制作" if is_late else "当时制作")
    paper = done(story, "cases.write_document", form="D46")
    if is_late:
        said = refused(story, "cases.submit_document", document=paper.pk)
        assert "事后制作的原因" in said and "民事诉讼法第八十七条" in said
        done(story, "cases.fill_document", document=paper.pk, values={**paper.values, "late_because": "。"})
        assert "只有标点符号" in refused(story, "cases.submit_document", document=paper.pk)
        why = {"late_because": "送达人当日转赴另一现场，回来以后补制。"}
        done(story, "cases.fill_document", document=paper.pk, values={**paper.values, **why})
    else:
        why = {"late_because": "送达人忘记。"}
        done(story, "cases.fill_document", document=paper.pk, values={**paper.values, **why})
        said = refused(story, "cases.submit_document", document=paper.pk)
        assert "“事后制作的原因”只在“回证制作”为“事后制作”时填写，请留空" in said
        done(story, "cases.fill_document", document=paper.pk, values={**paper.values, "late_because": ""})
    done(story, "cases.submit_document", document=paper.pk)


def test_a_draft_of_that_day_is_not_handed_in_later_as_if_it_were_of_that_day(reached: Reached) -> None:
    story = reached(stop="service")
    decided_and_served(story)
    paper = done(story, "cases.write_document", form="D46")
    assert paper.values["made"] == "当时制作"
    clock.advance(timedelta(days=4))
    assert "事后制作的原因" in refused(story, "cases.submit_document", document=paper.pk)
