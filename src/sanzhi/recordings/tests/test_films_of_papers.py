"""A film of a paper began after the paper was issued: one visit, one film, however late it was taken in."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO

import pytest

from sanzhi.demo.media import silence
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.recordings.commands import BeginUpload, take_in
from tests.stories import done, refused

Reached = Callable[..., Story]
LENGTH = timedelta(minutes=8)


def filmed(story: Story, moment: str, *, began: datetime) -> None:
    """Taken in now, whenever it began."""
    content = silence(LENGTH)
    said = {"case": story.case_id, "moment": moment, "name": "DSJ0001.M4A", "size": len(content)}
    order = BeginUpload.model_validate({**said, "started_at": began})
    take_in(story.officer, order, source=BytesIO(content))


@pytest.mark.parametrize("method", ["oral", "written"])
def test_a_waiver_filmed_before_the_notice_waives_nothing(reached: Reached, method: str) -> None:
    story = reached(stop="notice")
    early = clock.now()
    clock.advance(timedelta(minutes=9))
    notice = story.paper("D29")
    story.serve(notice)
    story._film("service")
    story.go()
    filmed(story, "statement_defence", began=early)
    waiver = {"is_waived": True, "manner": method}
    said = refused(story, "cases.record_plea", **waiver)
    assert "“陈述申辩”没有音像记录。（依据：行政处罚法第四十七条）" in said
    clock.advance(LENGTH)
    filmed(story, "statement_defence", began=clock.now() - LENGTH)
    assert done(story, "cases.record_plea", **waiver).is_waived


def test_a_film_that_began_in_the_minute_of_the_notice_counts(reached: Reached) -> None:
    """The form is filled in by the minute."""
    story = reached(stop="notice")
    clock.advance(timedelta(seconds=40))
    notice = story.paper("D29")
    story.serve(notice)
    assert notice.issued_at is not None
    clock.advance(LENGTH)
    filmed(story, "service", began=clock.minute_of(notice.issued_at) - timedelta(seconds=1))
    assert "“送达”没有音像记录" in refused(story, "cases.complete_step")
    filmed(story, "service", began=clock.minute_of(notice.issued_at))
    assert done(story, "cases.complete_step").step == "plea"


def test_one_film_proves_one_service_also_on_the_same_day(reached: Reached) -> None:
    """What was filmed of the notice's service began before the decision was issued."""
    story = reached(stop="service")
    made = story.proceeding.decision.document_id
    assert made is not None
    decision = Document.objects.get(pk=made)
    assert decision.issued_at is not None
    with clock.moved(decision.issued_at + timedelta(minutes=20)):
        story.serve_paper(decision.pk)
        filmed(story, "service", began=decision.issued_at - timedelta(minutes=10))
        story.paper("D46")
        assert "“送达”没有音像记录" in refused(story, "cases.complete_step")
        filmed(story, "service", began=decision.issued_at + timedelta(minutes=5))
        assert done(story, "cases.complete_step").step == "performance"


def test_what_is_left_is_filmed_when_it_is_left(reached: Reached) -> None:
    story = reached(stop="notice")
    early = clock.now()
    clock.advance(timedelta(minutes=9))
    order = {
        "document": story.paper("D29").pk,
        "method": "left",
        "served_on": clock.today(),
        "witness": "社区居民韩某某",
        "place": story.party.address,
        "note": "当事人拒绝签收。",
    }
    filmed(story, "service", began=early)
    assert "“送达”没有音像记录" in refused(story, "cases.serve_document", **order)
