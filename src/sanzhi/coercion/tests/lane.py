"""A proceeding beside a story's own: its acts and papers name it."""

import random
from collections.abc import Callable
from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from tests.stories import done, refused


def hauler(reached: Callable[..., Story], **changes: Any) -> Story:
    """A firm's truck that strewed building waste (C25-F), seized while the matter is investigated."""
    usual = {"cause": "C25-F", "party": people.organisation(random.Random(1)), "fine": 5000}
    return reached(**{**usual, "aside": ("seizure",), **changes})


def of_nobody(story: Story, cause: str) -> Story:
    """A lead of which nobody knows yet whose matter it is, with its officers."""
    lead = {"procedure": "penalty/ordinary", "cause_code": cause, "source": "patrol", "place": "演示路"}
    days = {"happened_on": clock.today(), "found_on": clock.today()}
    story.case_id = done(story, "cases.register_lead", **lead, **days, summary="不知是谁的车辆遗撒渣土。").pk
    officers = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2")]
    done(story, "cases.assign_officers", who="duizhang1", officers=officers)
    return story


class Lane:
    """The newest proceeding of the story's case that serves another."""

    def __init__(self, story: Story) -> None:
        self.story = story
        rows = story.case.proceedings.exclude(main=None).order_by("-id")
        self.pk = rows.values_list("pk", flat=True)[0]
        story.lane = self.pk

    @property
    def proceeding(self) -> Proceeding:
        return cases.only_proceeding(self.story.case, self.pk)

    def done(self, command: str, /, *, who: str = "zhifa1", **fields: Any) -> Any:
        return done(self.story, command, who=who, proceeding=self.pk, **fields)

    def refused(self, command: str, /, *, who: str = "zhifa1", **fields: Any) -> str:
        return refused(self.story, command, who=who, proceeding=self.pk, **fields)

    def story_done(self, command: str, /, *, who: str = "zhifa1", **fields: Any) -> Any:
        """On the proceeding that the lane serves."""
        return done(self.story, command, who=who, proceeding=self.proceeding.main_id, **fields)

    def story_refused(self, command: str, /, *, who: str = "zhifa1", **fields: Any) -> str:
        return refused(self.story, command, who=who, proceeding=self.proceeding.main_id, **fields)

    def paper(self, form: str, values: dict[str, Any] | None = None) -> Document:
        return self.story.paper(form, values)

    def go(self) -> None:
        self.story.go()
