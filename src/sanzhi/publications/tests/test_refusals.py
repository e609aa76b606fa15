"""A published copy is corrected and withdrawn once."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.kernel import jobs
from sanzhi.kernel.actor import system
from sanzhi.kernel.commands import registered_commands
from sanzhi.publications.models import Publication
from tests.stories import reasons

Reached = Callable[..., Story]


def live(reached: Reached) -> Publication:
    story = reached(stop="service")
    jobs.run_due()
    release = publish(story.bureau, story.case)
    assert release is not None and release.publication is not None
    return release.publication


def do(copy: Publication, verb: str, **fields: Any) -> Any:
    row = registered_commands()[f"publications.{verb}"]
    return row.call(system(copy.authority), row.order.model_validate({"publication": copy.pk, **fields}))


WITHDRAWAL = {"reason": "行政复议决定撤销"}


def test_a_copy_is_withdrawn_once(reached: Reached) -> None:
    copy = live(reached)
    do(copy, "withdraw_publication", **WITHDRAWAL)
    assert "不能撤回" in reasons(lambda: do(copy, "withdraw_publication", **WITHDRAWAL))


@pytest.mark.parametrize("is_live", [True, False])
def test_only_a_live_copy_is_corrected(reached: Reached, is_live: bool) -> None:
    copy = live(reached)
    content = [(caption, words) for caption, words in copy.content]
    fresh = {
        "record": copy.record,
        "authority": copy.authority,
        "kind": copy.kind,
        "number": copy.number,
        "title": copy.title,
        "respondent": copy.respondent,
        "conclusion": copy.conclusion,
        "decided_on": copy.decided_on,
        "content": content,
        "source_sha256": copy.source_sha256,
    }
    correction = {"reason": "违法事实表述有误", "copy_order": fresh}
    if is_live:
        assert do(copy, "correct_publication", **correction).pk != copy.pk
    else:
        do(copy, "withdraw_publication", **WITHDRAWAL)
        assert "不能更正" in reasons(lambda: do(copy, "correct_publication", **correction))
