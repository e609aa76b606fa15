"""Who comes to an act with GET is led to the page where its form stands; nothing is done."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from sanzhi.kernel.acting import form_on


class Somebody:
    is_authenticated = True


class Nobody:
    is_authenticated = False


@form_on("cases:detail")
def act(request: HttpRequest, *, pk: int, verb: str) -> HttpResponse:
    return HttpResponse(f"{verb} {pk}")


@pytest.mark.parametrize(
    ("method", "who", "status", "said"),
    [
        ("post", Somebody, 200, "decide 7"),
        ("get", Somebody, 302, "/office/cases/7/"),
        ("head", Somebody, 302, "/office/cases/7/"),
        ("put", Somebody, 405, ""),
        ("post", Nobody, 302, "/office/sign-in/?next=/office/cases/7/do/decide/"),
    ],
)
def test_only_post_acts(method: str, who: type, status: int, said: str) -> None:
    request = getattr(RequestFactory(), method)("/office/cases/7/do/decide/")
    request.user = who()
    answer = act(request, pk=7, verb="decide")
    assert answer.status_code == status
    assert answer.get("Location", answer.content.decode()) == said


@pytest.mark.parametrize("path", ["cases/1/do/complete_step/", "disclosure/1/do/approve/", "lists/do/start/"])
def test_a_stranger_is_asked_who_he_is(path: str) -> None:
    answer = Client().post(f"/office/{path}")
    assert (answer.status_code, answer["Location"]) == (302, f"/office/sign-in/?next=/office/{path}")
