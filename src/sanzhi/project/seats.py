"""Few threads that answer, many that wait: whoever sends slowly keeps a thread, and no page waits for it.

Threads of one interpreter take turns; more than a few that answer at a time only make each other late.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections

Application = Callable[..., Iterable[bytes]]


class Seats:
    """The WSGI application. A request without a body is answered by one of `seats` threads, whose database connections are
    kept; one with a body by the thread on which it came, whose connection ends with the answer."""

    def __init__(self, application: Application, *, seats: int) -> None:
        self._application = application
        self._seats = ThreadPoolExecutor(seats, thread_name_prefix="seat")

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if _brings_nothing(environ):
            return self._seats.submit(self._application, environ, start_response).result()
        try:
            return self._application(environ, start_response)
        finally:
            connections.close_all()


def _brings_nothing(environ: dict[str, Any]) -> bool:
    return environ.get("CONTENT_LENGTH", "") in {"", "0"} and "HTTP_TRANSFER_ENCODING" not in environ
