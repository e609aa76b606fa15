"""Who holds an application on the public site: a cookie of its own, signed, short, apart from the officers' sessions.

No number, code or name stands in it; what it opens is never stored by browsers or on the way.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import cache_control

from sanzhi.applications import queries
from sanzhi.applications.models import Application
from sanzhi.kernel import clock
from sanzhi.kernel.errors import NotVisible

COOKIE = "applicant"
SALT = "sanzhi.portal.applicant"

private = cache_control(no_store=True, private=True)
Answer = TypeVar("Answer", bound=HttpResponseBase)
View = Callable[..., HttpResponseBase]


def holder_key(request: HttpRequest) -> int | None:
    """The key of the application that this browser holds, without asking the database."""
    try:
        key, at = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT)
        age = clock.now().timestamp() - float(at)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return int(key) if 0 <= age <= settings.SANZHI_IDLE_MINUTES * 60 else None


def held_by(request: HttpRequest) -> Application | None:
    key = holder_key(request)
    if key is None:
        return None
    try:
        return queries.by_key(key)
    except NotVisible:
        return None


def hold(answer: Answer, row: Application) -> Answer:
    """From now on this browser holds it, until nothing was done for SANZHI_IDLE_MINUTES."""
    answer.set_cookie(
        COOKIE,
        signing.dumps([row.pk, clock.now().timestamp()], salt=SALT),
        httponly=True,
        samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
        path=reverse("portal:apply"),
    )
    return answer


def let_go(answer: HttpResponse) -> HttpResponse:
    answer.delete_cookie(COOKIE, path=reverse("portal:apply"), samesite="Strict")
    return answer


def holding(view: View) -> View:
    """The view gets the application as `row`; who holds none is asked for number and code."""

    @private
    @wraps(view)
    def shown(request: HttpRequest, **place: Any) -> HttpResponseBase:
        row = held_by(request)
        if row is None:
            return redirect("portal:apply-resume")
        answer = view(request, row=row, **place)
        return answer if COOKIE in answer.cookies else hold(answer, row)

    return shown
