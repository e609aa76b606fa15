"""Bodies without measure are refused before they are read; who sends slowly keeps nobody else from reading or writing."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from pytest_django import Settings

from sanzhi.cases import queries
from sanzhi.demo.story import Story
from sanzhi.project import bodies
from sanzhi.project.bodies import OF_ONE_PERSON, BodyMiddleware, Places
from tests.test_no_way_round import signed_in

Reached = Callable[..., Story]
HUGE = 600 << 20
FORM = "application/x-www-form-urlencoded"


class Unread:
    """A body that fails whoever reads it."""

    def read(self, *sizes: int) -> bytes:
        raise AssertionError("the body was read")

    readline = read


def posted(client: Client, path: str, size: int, kind: str = FORM) -> tuple[int, str]:
    request = {"CONTENT_LENGTH": str(size), "CONTENT_TYPE": kind, "wsgi.input": Unread(), "PATH_INFO": path}
    answer = client.request(REQUEST_METHOD="POST", **request)
    said = answer.content.decode()
    return answer.status_code, json.loads(said)["message"] if said.startswith("{") else said


@pytest.mark.parametrize(
    "path",
    [
        "/office/sign-in/",
        "/",
        "/verify/",
        "/nowhere/",
        "/api/v1/cases/close_case",
        "/office/recordings/uploads/",
    ],
)
@pytest.mark.parametrize("kind", [FORM, "multipart/form-data; boundary=x", "application/json"])
def test_a_stranger_sends_a_small_form(reached: Reached, path: str, kind: str) -> None:
    reached(stop="lead")
    status, said = posted(Client(), path, HUGE, kind=kind)
    assert (status, "提交的内容过大" in said) == (413, True)


def test_a_signed_in_person_sends_a_form_or_a_sheet(reached: Reached) -> None:
    story = reached(stop="report")
    client = signed_in("zhifa1")
    case = f"/office/cases/{story.case_id}/"
    for path in (
        f"{case}do/propose_penalty/",
        "/api/v1/cases/close_case",
        "/office/laws/do/upload/",
        "/office/lists/1/do/upload/",
    ):
        assert posted(client, path, HUGE)[0] == 413, path
    with pytest.raises(AssertionError, match="was read"):  # a recording may be as large as it is
        posted(client, f"{case}do/take_in/", HUGE, kind="multipart/form-data; boundary=x")


@pytest.mark.parametrize("size", ["-1", "x", "9" * 30, "１２"])
def test_a_length_that_is_none(reached: Reached, size: str) -> None:
    reached(stop="lead")
    request = RequestFactory().post("/office/sign-in/", headers={}, CONTENT_LENGTH=size)
    request.user = AnonymousUser()
    middleware = BodyMiddleware(lambda request: pytest.fail("went on"))
    assert middleware(request).status_code == 400


def test_places_are_few_and_given_back() -> None:
    places = Places(3, of_one=2)
    with (
        places.taken("a") as one,
        places.taken("a") as two,
        places.taken("a") as three,
        places.taken("b") as four,
    ):
        assert (one, two, three, four) == (True, True, False, True)
        with places.taken("c") as five:
            assert not five
    with places.taken("a") as again, places.taken("a") as twice:
        assert again and twice


def somebody(key: int) -> Any:
    return type("Somebody", (), {"is_authenticated": True, "pk": key})()


def test_one_slow_person_keeps_no_other_from_writing(reached: Reached, settings: Settings) -> None:
    reached(stop="lead")
    settings.SANZHI_WEB_THREADS = 32
    seen: list[int] = []
    middleware = BodyMiddleware(lambda request: seen.append(request.user.pk))  # type: ignore[arg-type, return-value]
    with ExitStack() as slow:
        assert all(slow.enter_context(middleware.signed_in.taken("1")) for _ in range(OF_ONE_PERSON))
        request = RequestFactory().post("/office/", {"a": "b"})
        request.user = somebody(1)
        assert middleware(request).status_code == 503
        request.user = somebody(2)
        middleware(request)
    request.user = somebody(1)
    middleware(request)
    assert seen == [2, 1]


def test_a_form_that_finds_no_place_stands_as_typed(reached: Reached, settings: Settings) -> None:
    """So many at once that nobody finds a place: nothing is saved, and nothing that was typed is lost."""
    story = reached(stop="report")
    settings.SANZHI_WEB_THREADS = 4
    page = f"/office/cases/{story.case_id}/do/add_evidence/"
    client = signed_in("zhifa1")
    everybody = Places(0, of_one=OF_ONE_PERSON)
    said = {"kind": "record", "name": "现场检查笔录补充", "proves": "违法行为的现状"}
    with everybody.taken("others") as one, pytest.MonkeyPatch.context() as patch:
        assert one
        patch.setattr(bodies, "Places", lambda most, of_one: everybody)
        crowded = signed_in("zhifa1")
        answer = crowded.post(page, said)
        assert answer.status_code == 302 and answer["Location"] == page
    shown = crowded.get(page).content.decode()
    assert "同时提交的人太多，还没有保存" in shown and said["name"] in shown and said["proves"] in shown
    assert not [row for row in queries.evidence(story.case) if row.name == said["name"]]
    assert client.post(page, said).status_code == 302
    assert [row for row in queries.evidence(story.case) if row.name == said["name"]]


def test_slow_strangers_leave_room(reached: Reached, settings: Settings) -> None:
    reached(stop="lead")
    held: list[Iterator[bool]] = []
    settings.SANZHI_WEB_THREADS = 32
    seen: list[int] = []
    middleware = BodyMiddleware(lambda request: seen.append(1))  # type: ignore[arg-type, return-value]
    for number in range(8):
        place = middleware.strangers.taken(f"10.0.0.{number}")
        place.__enter__()
        held.append(place)  # type: ignore[arg-type]
    request = RequestFactory().post("/office/sign-in/", {"a": "b"})
    request.user = AnonymousUser()
    answer = middleware(request)
    assert answer.status_code == 503 and "请稍等几秒" in answer.content.decode() and not seen
    request.user = somebody(1)
    middleware(request)
    middleware(RequestFactory().get("/"))
    assert len(seen) == 2


class Trickle:
    """A body of which no byte comes until the connection ends."""

    def __init__(self) -> None:
        self.cut = threading.Event()

    def read(self, *sizes: int) -> bytes:
        self.cut.wait(10)
        raise OSError("gone")

    readline = read


def test_a_stranger_has_not_forever(reached: Reached, monkeypatch: pytest.MonkeyPatch) -> None:
    reached(stop="lead")
    monkeypatch.setattr(bodies, "DEADLINE", 0.05)
    body = Trickle()
    answer = Client().request(
        REQUEST_METHOD="POST",
        PATH_INFO="/office/sign-in/",
        CONTENT_LENGTH="9",
        CONTENT_TYPE=FORM,
        **{"wsgi.input": body},
    )
    body.cut.set()
    assert (answer.status_code, answer["Connection"]) == (408, "close")
    assert "还没有传完，没有保存" in answer.content.decode()


def test_signs_that_no_address_has(reached: Reached) -> None:
    reached(stop="lead")
    for path in ("/search/?q=%00", "/decisions/?q=a%00b&page=1", "/decisions/a%00b/"):
        answer = Client().get(path)
        assert answer.status_code == 400 and "不能识别的字符" in answer.content.decode(), path
