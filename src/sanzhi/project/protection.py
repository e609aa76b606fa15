"""What every answer carries against strangers in between, and the end of a session that nobody uses."""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sanzhi.kernel import clock

# scripts, styles, pictures, frames from this site alone; nothing inline
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)
FRAMED = "frame-ancestors 'self'"  # a PDF brings its own reader, which the rest would stop
EACH = 60  # seconds after which a session is marked as used again
Handler = Callable[[HttpRequest], HttpResponse]


def _is_private(request: HttpRequest) -> bool:
    return request.path.startswith((reverse("supervision:workbench"), reverse("api:api-root")))


class ProtectionMiddleware:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        is_page = answer.get("Content-Type", "").startswith("text/html")
        answer.headers.setdefault("Content-Security-Policy", POLICY if is_page else FRAMED)
        if _is_private(request) or request.path.startswith(reverse("portal:apply")):
            answer.headers.setdefault("Cache-Control", "no-store")
        return answer


def _mark(session: SessionBase, now: int) -> None:
    """On a disk that takes no writes reading goes on."""
    session["used"] = now
    with suppress(UpdateError, DatabaseError):
        session.save()
    session.modified = False


class IdleMiddleware:
    """Signs out who did nothing for SANZHI_IDLE_MINUTES."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _is_private(request) and request.user.is_authenticated:
            now = int(clock.now().timestamp())
            used = request.session.get("used", now)
            if now - used > settings.SANZHI_IDLE_MINUTES * 60:
                logout(request)
            elif "used" not in request.session or now - used >= EACH:
                _mark(request.session, now)
        return self.get_response(request)
