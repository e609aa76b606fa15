"""A story's release before, at and behind the gate, reached by commands."""

from collections.abc import Callable
from typing import Any

from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.kernel import jobs
from tests.stories import done

Reached = Callable[..., Story]


def opened(reached: Reached, **changes: Any) -> tuple[Story, Release]:
    story = reached(**{"stop": "service", **changes})
    jobs.run_due()
    return story, Release.objects.get(decision__proceeding__case_id=story.case_id)


def text(release: Release, **changed: str) -> list[tuple[str, str]]:
    return [(caption, changed.get(caption, words)) for caption, words in release.content]


def submission(release: Release, **changed: Any) -> dict[str, Any]:
    return {"release": release.pk, "content": text(release), "secrecy_checked": True, **changed}


def submitted(reached: Reached) -> tuple[Story, dict[str, Any], Release]:
    story, release = opened(reached)
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))
    return story, {"release": release.pk}, release


def published(reached: Reached) -> tuple[Story, dict[str, Any], Release]:
    story, this, release = submitted(reached)
    done(story, "disclosure.approve_release", who="fazhi", **this)
    return story, this, release
