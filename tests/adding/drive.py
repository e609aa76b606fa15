"""Drives the added act in the copied project; `tests/test_adding_an_act.py` runs it there."""

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from sanzhi.cases import queries
from sanzhi.demo.cast import PASSWORD
from sanzhi.demo.story import Story
from sanzhi.ledger.models import Entry
from tests.stories import done
from tests.test_no_way_round import signed_in

PAGE, API = "/office/cases/{}/do/remind_party/", "/api/v1/cases/remind_party"
WORDS = "请在三日内自行拆除，并恢复路面。"


@pytest.fixture
def story(reached: Callable[..., Story]) -> Story:
    return reached(stop="investigation")


def reminded() -> int:
    return Entry.objects.filter(event="cases.party_reminded").count()


def test_by_page(story: Story) -> None:
    client, page = signed_in("zhifa1"), PAGE.format(story.case_id)
    assert "提醒当事人" in client.get(f"/office/cases/{story.case_id}/").content.decode()
    assert "提醒的内容" in client.get(page, follow=True).content.decode()
    wrong = client.post(page, {"words": "不改正就罚款五百元。"})
    assert wrong.status_code == 409 and "提醒不是处罚" in wrong.content.decode()
    assert client.post(page, {"words": WORDS}).status_code == 302
    assert reminded() == 1


def test_by_api(story: Story) -> None:
    order = {"case": story.case_id, "words": WORDS}
    answer = signed_in("zhifa1").post(API, json.dumps(order), content_type="application/json")
    assert answer.status_code == 200 and reminded() == 1
    order = {"case": story.case_id, "words": "不改正就罚款五百元。"}
    answer = signed_in("zhifa1").post(API, json.dumps(order), content_type="application/json")
    assert answer.status_code == 409 and "行政处罚法第六条" in json.dumps(answer.json(), ensure_ascii=False)


def test_by_command_line(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTOR_PASSWORD", PASSWORD)
    asked = ["cases.remind_party", f"case={story.case_id}"]
    with pytest.raises(CommandError, match="提醒不是处罚"):
        call_command("do", *asked, "words=不改正就罚款五百元。", user="zhifa1", stdout=StringIO())
    call_command("do", *asked, f"words={WORDS}", user="zhifa1", stdout=StringIO())
    assert reminded() == 1


def test_its_paper(story: Story) -> None:
    paper = done(story, "cases.write_document", form="D198", values={"words": WORDS})
    assert paper.title == "提醒函" and paper.values["party_name"] == story.party.name
    assert any(row.form == "D198" for row in queries.papers(story.proceeding))
