"""The page of a review names and marks the field that was filled badly."""

from collections.abc import Callable

from django.test import Client

from sanzhi.demo.story import Story
from sanzhi.reviews.queries import open_review
from tests.stories import desk

Reached = Callable[..., Story]


def test_a_field_that_is_too_short_is_named_and_marked(reached: Reached) -> None:
    story = reached(stop="review_submitted", cause="C05", fine=8000)
    found = open_review(story.proceeding)
    assert found is not None
    client = Client()
    client.force_login(story.bureau.officers["fazhi"].user)
    answer = client.post(
        f"/office/reviews/{found.pk}/do/give_opinion/", {"verdict": "agreed", "opinion": "好"}
    )
    shown = answer.content.decode()
    assert answer.status_code == 400 and "“审核意见”至少2个字。" in shown
    assert 'field-wide field-wrong">' in shown and ">好</textarea>" in shown


def test_who_never_reviews_reads_no_reasons(reached: Reached) -> None:
    story = reached(stop="review_submitted", cause="C05", fine=8000)
    found = open_review(story.proceeding)
    assert found is not None
    shown = desk(story, "zhifa1").get(f"/office/reviews/{found.pk}/").content.decode()
    assert found.explanation in shown and "出具意见</button>" not in shown
    assert 'name="opinion"' not in shown and 'type="radio"' not in shown and "您没有这一岗位" not in shown
