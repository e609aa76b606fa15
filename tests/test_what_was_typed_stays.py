"""Nothing typed is lost by a refusal or by a session that expired, on forms of every app; and only its writer sees it again."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from sanzhi.catalogues.commands import StartEdition, SubmitEdition, start_edition, submit_edition
from sanzhi.catalogues.models import Kind
from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.kernel import jobs
from sanzhi.ledger.models import Entry
from tests.stories import desk, done

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]
PASSWORD = "yanshi-2026-Kouling"
TYPED = "打字打到一半时登录过期的一段文字"
Place = tuple[str, dict[str, Any], str]


def of_a_case(story: Story) -> Place:
    sent = {"kind": "documentary", "name": "书证一份", "proves": TYPED}
    return "zhifa1", sent, f"/office/cases/{story.case_id}/do/add_evidence/"


def of_a_lead(story: Story) -> Place:
    return "zhifa1", {"place": "某路", "summary": TYPED}, "/office/cases/do/register_lead/"


def of_a_paper(story: Story) -> Place:
    paper = done(story, "cases.write_document", form="D12")
    field = next(row for row in _fields(story, paper.pk))
    return "zhifa1", {field: TYPED}, f"/office/cases/{story.case_id}/papers/{paper.pk}/do/fill/"


def _fields(story: Story, paper: int) -> list[str]:
    page = desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/papers/{paper}/").content.decode()
    return re.findall(r'<textarea id="f-(\w+)"', page)


def of_a_gap(story: Story) -> Place:
    sent = {"moment": "interview", "reason": TYPED}
    return "zhifa1", sent, f"/office/cases/{story.case_id}/do/explain_gap/"


def of_a_list(story: Story) -> Place:
    edition = started(story)
    sent = {"title": TYPED, "code": "X1"}
    return "fazhi", sent, f"/office/lists/{edition}/do/add_row/"


def of_a_returned_list(story: Story) -> Place:
    edition = started(story)
    submit_edition(story.bureau.actor("fazhi"), SubmitEdition(edition=edition))
    return "jiandu", {"remarks": TYPED}, f"/office/lists/{edition}/do/return/"


def started(story: Story) -> int:
    order = StartEdition(authority=story.bureau.authority.code, kind=Kind.GUIDES)
    return start_edition(story.bureau.actor("fazhi"), order).pk


def of_a_person(story: Story) -> Place:
    sent = {"unit": "1", "username": "newcomer", "name": "路人甲", "roles": ["officer"], "position": TYPED}
    return "guanli", sent, "/office/people/do/appoint/"


def of_a_change(story: Story) -> Place:
    officer = story.bureau.officers["zhifa1"].pk
    return "guanli", {"position": TYPED}, f"/office/people/{officer}/do/change/"


FORMS = [of_a_person, of_a_change, of_a_case, of_a_lead, of_a_paper, of_a_gap, of_a_list, of_a_returned_list]


def expired(story: Story, who: str) -> Client:
    """A browser whose session has ended after a page was seen."""
    client = desk(story, who)
    client.get("/office/")
    del client.cookies["sessionid"]
    return client


def sign_in(client: Client, story: Story, who: str) -> None:
    user = story.bureau.officers[who].user
    user.set_password(PASSWORD)
    user.save()
    answer = client.post("/office/sign-in/", {"username": user.username, "password": PASSWORD})
    assert answer.status_code == 302


def acts() -> int:
    """What was done; that somebody looked and signed in stands beside it."""
    return Entry.objects.exclude(event__startswith="organisation.").count()


@pytest.mark.parametrize("form", FORMS)
def test_an_expired_session_keeps_the_form(reached: Reached, form: Callable[[Story], Place]) -> None:
    story = reached(stop="investigation")
    who, sent, url = form(story)
    client = expired(story, who)
    before = acts()
    answer = client.post(url, sent)
    assert answer.status_code == 302 and TYPED not in answer["Location"]
    assert "刚才填写的内容还在" in client.get(answer["Location"]).content.decode()
    sign_in(client, story, who)
    page = client.get(url).content.decode()
    assert TYPED in page and ("还没有提交" in page or 'class="wrong"' in page)
    assert acts() == before  # shown, not carried out
    assert TYPED not in client.get(url, follow=True).content.decode()  # once


def test_a_kept_form_of_one_party_does_not_come_back_on_another(reached: Reached) -> None:
    story = reached(stop="investigation")
    first = story.proceeding.pk
    added = done(story, "cases.add_respondent", reason="另一经营者共同参与，应当分别处理。").pk
    url = f"/office/cases/{story.case_id}/do/register_party/?proceeding={added}"
    for browser in (lambda: (expired(story, "zhifa1"), ""), lambda: tab_of_before(story, "zhifa1")):
        client, token = browser()
        answer = client.post(url, {"name": TYPED, "csrfmiddlewaretoken": token})
        if "sign-in" in answer["Location"]:
            sign_in(client, story, "zhifa1")
            assert parse_qs(urlsplit(answer["Location"]).query)["next"] == [url]
        else:
            assert answer["Location"] == url
        other = client.get(url.replace(str(added), str(first))).content.decode()
        assert TYPED not in other and TYPED in client.get(url).content.decode()


def test_another_person_does_not_see_it(reached: Reached) -> None:
    story = reached(stop="investigation")
    who, sent, url = of_a_case(story)
    client = expired(story, who)
    client.post(url, sent)
    sign_in(client, story, "zhifa2")
    page = client.get(url, follow=True).content.decode()
    assert TYPED not in page and "属于另一位人员，没有取回" in page


def test_a_stranger_fills_no_session(reached: Reached) -> None:
    story = reached(stop="investigation")
    _, sent, url = of_a_case(story)
    client = Client()
    assert client.post(url, sent).status_code == 302
    assert "sessionid" not in client.cookies


SECRET = "mima-bu-liu-zai-huihua-9"


@pytest.mark.parametrize("path", ["account/", "reset/", "sign-in/"])
def test_a_password_or_a_code_is_never_kept(reached: Reached, path: str) -> None:
    story = reached(stop="lead")
    sent = {"username": "zhifa1", "password": SECRET, "old": SECRET, "new": SECRET, "again": SECRET}
    for client in (expired(story, "zhifa1"), tab_of_before(story, "zhifa1")[0]):
        client.post(f"/office/{path}", {**sent, "csrfmiddlewaretoken": "x" * 64})
        kept = [row.get_decoded() for row in Session.objects.all()]
        assert SECRET not in str(kept)


def tab_of_before(story: Story, who: str) -> tuple[Client, str]:
    """A browser in which the session expired and was begun anew in a second tab; the token of the first tab."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(story.bureau.officers[who].user)
    old = get_token_of(client.get("/office/account/").content.decode())
    del client.cookies["sessionid"]
    token = get_token_of(client.get("/office/sign-in/").content.decode())
    user = story.bureau.officers[who].user
    user.set_password(PASSWORD)
    user.save()
    known = {"username": user.username, "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert client.post("/office/sign-in/", known).status_code == 302
    return client, old


def get_token_of(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found is not None
    return found.group(1)


@pytest.mark.parametrize("form", FORMS)
def test_a_second_tab_signs_in_and_the_first_keeps_its_form(
    reached: Reached, form: Callable[[Story], Place]
) -> None:
    story = reached(stop="investigation")
    who, sent, url = form(story)
    client, old = tab_of_before(story, who)
    before = acts()
    answer = client.post(url, {**sent, "csrfmiddlewaretoken": old})
    assert (answer.status_code, answer["Location"]) == (302, url)
    page = client.get(url).content.decode()
    assert TYPED in page and ("还没有提交" in page or 'class="wrong"' in page)
    assert acts() == before
    assert TYPED not in client.get(url, follow=True).content.decode()


def test_what_no_page_of_ours_has_sent_is_not_kept(reached: Reached) -> None:
    story = reached(stop="investigation")
    who, sent, url = of_a_case(story)
    client, old = tab_of_before(story, who)
    for more, header in (
        (sent, {}),
        ({**sent, "csrfmiddlewaretoken": old}, {"origin": "https://else.example"}),
    ):
        answer = client.post(url, more, headers=header)
        assert answer.status_code == 403 and "页面已经过期" in answer.content.decode()
        assert TYPED not in client.get(url).content.decode()


def test_a_refused_service_keeps_the_receiver(reached: Reached) -> None:
    """What the page begins with never takes the place of what was typed, nor of what was emptied."""
    story = reached(stop="service")
    document = story.proceeding.decision.document_id
    url = f"/office/cases/{story.case_id}/papers/{document}/do/serve/"
    sent = {
        "method": "direct",
        "served_on": "2031-01-01",
        "received_by": "邻居某甲",
        "relation": "",
        "place": "",
    }
    for served_on in ("2031-01-01", "不是日期"):
        page = desk(story, "zhifa1").post(url, {**sent, "served_on": served_on}).content.decode()
        assert 'name="received_by" value="邻居某甲"' in page
        assert story.plan.party["address"] not in page.partition('name="place"')[2][:200]


def test_a_refused_return_keeps_its_reason(reached: Reached) -> None:
    story = reached(stop="filing_signing")
    paper = story.proceeding.papers.get(document__form="D03").document_id
    url = f"/office/cases/{story.case_id}/papers/{paper}/do/return/"
    page = desk(story, "gongshi").post(url, {"reason": TYPED}).content.decode()
    assert TYPED in page or "<form" not in page.partition("签批")[2]
    short = desk(story, "juzhang").post(url, {"reason": "短"}).content.decode()
    assert 'value="短"' in short and "“理由”至少2个字" in short


def test_a_refused_release_keeps_what_was_written(reached: Reached) -> None:
    story = reached(stop="service")
    jobs.run_due()
    release = Release.objects.get()
    url = f"/office/disclosure/{release.pk}/do/exempt/"
    page = desk(story, "gongshi").post(url, {"ground": "safety", "explanation": "短"}).content.decode()
    assert "“说明”至少" in page


EMPTY = re.compile(
    r'<textarea[^>]*name="\w+"[^>]*></textarea>|<input(?![^>]*type="(?:hidden|file|checkbox|radio|password)")(?![^>]*\bvalue=)[^>]*name="\w+"[^>]*>'
)


def test_no_form_of_the_office_forgets() -> None:
    """Each input that a template draws by hand says with what it is filled."""
    folder = Path(settings.BASE_DIR) / "src/sanzhi"
    forgetful = [
        f"{page.parent.name}/{page.name}: {found.group()[:80]}"
        for page in sorted(folder.glob("*/templates/**/*.html"))
        if page.parent.name not in {"portal", "organisation"}
        for found in EMPTY.finditer(page.read_text())
    ]
    assert forgetful == []
