"""Turns the kernel's outcomes into answers: a lawful no is a 409 with every reason, the invisible a 404; packs texts."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from sanzhi.kernel import write_trouble
from sanzhi.kernel.errors import NotVisible, Refused, Undelivered
from sanzhi.project.health import refused, undelivered, wrong_method

NOT_SO = 405
TEXTS = ("text/", "application/json", "image/svg+xml")


class OutcomeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        return wrong_method(request, answer.get("Allow", "POST")) if answer.status_code == NOT_SO else answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return refused(request, exception.reasons)
        if isinstance(exception, Undelivered):
            return undelivered(request, exception.reason)
        if sentence := write_trouble.sentence_of(
            exception
        ):  # what is written without a command: a session, a sign-in
            return undelivered(request, sentence)
        if isinstance(exception, NotVisible):
            raise Http404 from exception
        return None


class TextGzipMiddleware(GZipMiddleware):
    """Packs pages and data, for phones on slow lines; files keep their length, so that Range stays possible.

    Django adds random padding to packed pages, which takes the ground from guessing tokens by length (BREACH).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not response.get("Content-Type", "").startswith(TEXTS):
            return response
        return super().process_response(request, response)
