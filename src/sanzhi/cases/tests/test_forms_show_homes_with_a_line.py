"""A form that begins with a home, number or telephone in full is offered to whoever may send it, and leaves a line."""

import random
from collections.abc import Callable

import pytest

from sanzhi.cases.models import Paper
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.organisation.models import Look, LookKind
from tests.stories import admitted, case_page, desk, done

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]


def home(story: Story) -> str:
    party = story.proceeding.respondent
    assert party is not None and party.address
    return party.address


def shown(story: Story, paper: Paper, *, who: str) -> str:
    at = f"/office/cases/{story.case_id}/papers/{paper.document_id}/"
    return desk(story, who).get(at).content.decode()


def lines(story: Story, who: str) -> list[str]:
    rows = Look.objects.filter(officer=story.bureau.officers[who], kind=LookKind.REVEALED)
    return [row.what for row in rows if row.subject == f"cases.case:{story.case_id}"]


def to_be_served(story: Story) -> Paper:
    return story.proceeding.papers.get(document=story.proceeding.decision.document_id)


@pytest.mark.parametrize("who", ["gongshi", "juzhang", "jiandu", "duizhang1", "fazhi"])
def test_who_serves_nothing_has_no_form_of_service(reached: Reached, who: str) -> None:
    story = reached(stop="service")
    found = shown(story, to_be_served(story), who=who)
    assert home(story) not in found
    assert lines(story, who) == []


def test_who_serves_sees_the_home_and_leaves_one_line(reached: Reached) -> None:
    story = reached(stop="service")
    paper = to_be_served(story)
    for _ in range(2):
        assert home(story) in shown(story, paper, who="zhifa1")
    assert lines(story, "zhifa1") == [
        f"案件{story.case.number}当事人的证件号码、住址、电话（表单“登记送达”）"
    ]


def test_of_another_case_an_officer_serves_nothing(reached: Reached) -> None:
    story = reached(stop="service")
    admitted(story, "zhifa3")
    paper = to_be_served(story)
    found = shown(story, paper, who="zhifa3")
    assert "您不是本案承办人" in found and home(story) not in found
    assert lines(story, "zhifa3") == []


def test_the_paper_of_a_closed_case_has_no_form_of_service(reached: Reached) -> None:
    story = reached()
    assert story.proceeding.closed_on
    for paper in story.proceeding.papers.all():
        found = shown(story, paper, who="zhifa1")
        assert home(story) not in found and 'name="received_by"' not in found, paper.form
    assert lines(story, "zhifa1") == []


def test_a_home_alone_is_private_as_well(reached: Reached) -> None:
    """A party without number and telephone: the form of 登记当事人 begins with the home."""
    story = reached(stop="lead")
    party = people.organisation(random.Random(7))
    done(story, "cases.register_party", **{**party, "phone": "", "address": "平城县人民路9号3单元502室"})
    assert "3单元502室" in case_page(story, act="register_party", who="zhifa1")
    assert len(lines(story, "zhifa1")) == 1


def test_a_form_that_nobody_may_send_now_shows_nothing(reached: Reached) -> None:
    """After the decision the party is no longer changed, whoever asks."""
    story = reached(stop="service")
    found = case_page(story, act="register_party", who="zhifa1")
    assert "不能再更换、更改当事人" in found and home(story) not in found
    assert lines(story, "zhifa1") == []
