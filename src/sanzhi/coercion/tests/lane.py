"""A proceeding beside a story's own: its acts and papers name it."""

import random
from collections.abc import Callable
from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from tests.stories import done, refused


def hauler(reached: Callable[..., Story], **changes: Any) -> Story:
    """A firm's truck that strewed building waste (C25-F), seized while the matter is investigated."""
    usual = {"cause": "C25-F", "party": people.organisation(random.Random(1)), "fine": 5000}
    return reached(**{**usual, "aside": ("seizure",), **changes})


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
