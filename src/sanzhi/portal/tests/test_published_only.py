"""The public site shows what was published and nothing else; what was withdrawn is gone, and says so."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from sanzhi.demo.publishing import publish
from sanzhi.demo.story import Story
from sanzhi.kernel import jobs, search
from sanzhi.portal import frame
from sanzhi.portal.views import decisions
from sanzhi.publications import queries as publications
from sanzhi.publications.models import Paper
from tests.stories import UNSAFE, UNSAFE_IN_PUBLIC, done

Reached = Callable[..., Story]


def seen(path: str) -> Any:
    return Client().get(path)


def test_a_decision_is_public_once_it_was_approved(reached: Reached, monkeypatch: pytest.MonkeyPatch) -> None:
    story = reached(stop="service")
    jobs.run_due()
    assert story.proceeding.decision.number not in seen("/decisions/").content.decode()
    release = publish(story.bureau, story.case)
    assert release is not None and release.publication is not None
    for query in (story.proceeding.decision.number[0], "售货亭", "售"):
        assert story.proceeding.decision.number in seen(f"/search/?q={query}").content.decode()
        assert "更早的没有找" not in seen(f"/search/?q={query}").content.decode()
    with monkeypatch.context() as fewer:
        fewer.setattr(search, "RECENT", 0)
        for query in ("售", "没有的字"):
            assert ("更早的没有找" in seen(f"/search/?q={query}").content.decode()) == (query == "售")
    address = f"/decisions/{release.publication.slug}/"
    assert story.proceeding.decision.number in seen("/decisions/").content.decode()
    assert seen(address).status_code == 200
    assert story.party.name not in seen(address).content.decode()
    done(story, "disclosure.withdraw_release", who="fazhi", release=release.pk, **UNSAFE)
    gone = seen(address)
    assert gone.status_code == 410 and UNSAFE_IN_PUBLIC in gone.content.decode()
    assert story.proceeding.decision.number not in seen("/decisions/").content.decode()


def test_a_list_that_ends_before_all_is_listed_says_so(
    reached: Reached, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = reached(stop="service")
    jobs.run_due()
    assert publish(story.bureau, story.case)
    for path, module in (("/decisions/", frame), ("/search/?q=售货亭", decisions)):
        assert "后面还有，没有列出" not in seen(path).content.decode()
        monkeypatch.setattr(publications, "PAGE", 0)
        answer = seen(path).content.decode()
        assert ("后面还有，没有列出" in answer, "下一页" in answer) == (False, True)
        monkeypatch.setattr(module, "MOST_PAGES" if module is frame else "MOST_FOUND", 1)
        answer = seen(path).content.decode()
        assert ("后面还有，没有列出" in answer, "下一页" in answer) == (True, False)
        monkeypatch.undo()


def test_what_was_never_published_is_not_there(reached: Reached) -> None:
    reached(stop="lead")
    for path in ("/decisions/unknown/", "/lists/unknown/", "/verify/unknown/proof.json", "/powers/C99/"):
        assert seen(path).status_code == 404, path
    for path in ("/decisions/", "/powers/C04/"):
        assert seen(path).status_code == 200, path


PASTED = ("{}", "  {} ", "{}\u200b", "\ufeff{}", "\u3000{}")


@pytest.mark.parametrize("wrap", PASTED)
@pytest.mark.parametrize("way", ["/verify/?token={}", "/verify/{}/", "/v/{}"])
def test_a_code_is_found_however_it_was_pasted(reached: Reached, wrap: str, way: str) -> None:
    story = reached(stop="notice")
    token = Paper.objects.latest("id").token
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in token.upper())
    split = "\u200b ".join((token[:4], token[4:8], token[8:]))
    for written in (token, token.upper(), wide, split):
        answer = Client().get(way.format(quote(wrap.format(written))), follow=True)
        assert answer.status_code == 200 and story.bureau.authority.name in answer.content.decode()
        assert (answer.redirect_chain or [(f"/verify/{token}/", 302)])[-1][0] == f"/verify/{token}/"


@pytest.mark.parametrize(
    "address",
    [
        "http://zhifa.example.gov.cn/v/{}",
        "https://elsewhere.example.org:8443/v/{}/",
        "HTTPS://ZHIFA.EXAMPLE.GOV.CN/V/{}",
        "zhifa.example.gov.cn/v/{}",
        "10.0.0.9:8000/v/{}?from=wechat&t=1",
        "http://zhifa.example.gov.cn/sanzhi/v/{}#top",
        "http://zhifa.example.gov.cn/verify/{}/",
        "http://zhifa.example.gov.cn/verify/{}/proof.json",
        "http://zhifa.example.gov.cn/verify/?token={}",
        "/v/{}",
        "v/{}",
        "http：／／zhifa.example.gov.cn／v／{}",
        " http://zhifa.example.gov.cn/v/{}\u200b ",
        "http://zhifa.example.gov.cn/v/{}%E2%80%8B",
    ],
)
def test_the_whole_address_of_a_qr_code_is_taken_for_its_code(reached: Reached, address: str) -> None:
    reached(stop="notice")
    token = Paper.objects.latest("id").token
    answer = seen(f"/verify/?token={quote(address.format(token), safe='')}")
    assert (answer.status_code, answer["Location"]) == (302, f"/verify/{token}/")
    forged = seen(f"/verify/?token={quote(address.format('xxxxxxxxxxxxxxxx'), safe='')}")
    assert forged.status_code == 200 and "没有这个查验码的文书" in forged.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/verify/?token=%E2%80%8B",
        "/verify/?token=zzzz",
        "/verify/%20/",
        "/v/%E2%80%8B",
        "/v/xxxxxxxxxxxxxxxx",
    ],
)
def test_what_is_no_code_is_told_so(founded: None, path: str) -> None:
    answer = Client().get(path, follow=True)
    assert answer.status_code == (200 if "token" in path else 404)
    assert "没有这个查验码的文书" in answer.content.decode()


def test_a_page_past_the_end_says_so(founded: None) -> None:
    for path in ("/decisions/?page=4", "/search/?q=售货&page=4"):
        assert "这一页已经没有内容" in seen(path).content.decode()
