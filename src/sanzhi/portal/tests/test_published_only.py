"""The public site shows what was published and nothing else; what was withdrawn is gone, and says so."""

from collections.abc import Callable
from typing import Any

from django.test import Client

from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.kernel import jobs
from tests.stories import UNSAFE, done

Reached = Callable[..., Story]


def seen(path: str) -> Any:
    return Client().get(path)


def test_a_decision_is_public_once_it_was_approved(reached: Reached) -> None:
    story = reached(stop="service")
    jobs.run_due()
    assert story.proceeding.decision.number not in seen("/decisions/").content.decode()
    release = publish(story.bureau, story.case)
    assert release is not None and release.publication is not None
    address = f"/decisions/{release.publication.slug}/"
    assert story.proceeding.decision.number in seen("/decisions/").content.decode()
    assert seen(address).status_code == 200
    assert story.party.name not in seen(address).content.decode()
    done(story, "disclosure.withdraw_release", who="fazhi", release=release.pk, **UNSAFE)
    gone = seen(address)
    assert gone.status_code == 410 and UNSAFE["reason"] in gone.content.decode()
    assert story.proceeding.decision.number not in seen("/decisions/").content.decode()


def test_what_was_never_published_is_not_there(reached: Reached) -> None:
    reached(stop="lead")
    for path in ("/decisions/unknown/", "/lists/unknown/", "/verify/unknown/proof.json", "/powers/C99/"):
        assert seen(path).status_code == 404, path
    for path in ("/decisions/", "/powers/C04/"):
        assert seen(path).status_code == 200, path
