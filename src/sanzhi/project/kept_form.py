"""A form that is sent after the session has expired is kept until its writer has signed in again, and then stands as typed.

It lies in the anonymous session on the server, for the person whose signed cookie came with it and for nobody else;
it is shown and not carried out. Without that cookie nothing is kept: strangers fill no tables here.
"""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import resolve, reverse

from sanzhi.kernel import clock
from sanzhi.kernel.commands import held
from sanzhi.kernel.verdict import Verdict

KEPT, WRITER = "kept_form", "writer"
LONGEST = 3600  # seconds for which a form waits
LARGEST = 512 << 10  # bytes of a form without its files
OF_THE_KEEPERS = frozenset(
    {"appoint", "change"}
)  # of their app's forms those in which nothing secret is typed
EXPIRED = "登录曾经过期，您填写的内容已经取回，还没有提交。"
AGAIN = "请核对后再提交一次；选择过的文件请重新选择。"
TOO_LARGE = "登录已经过期，刚才提交的内容太大，没有保留。"
OF_ANOTHER = "登录过期以前填写的内容属于另一位人员，没有取回。"


class KeptFormMiddleware:
    """Stands behind those that know the user and check the form's token."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with ExitStack() as stack:
            request.kept_form_stack = stack  # type: ignore[attr-defined]
            answer = self.get_response(request)
        if request.user.is_authenticated and _is_of_the_office(request):
            _remember_writer(request, answer)
        return answer

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        if not _is_of_the_office(request):
            return None
        if not request.user.is_authenticated:
            return _keep(request) if request.method == "POST" else None
        if request.method == "GET" and KEPT in request.session:
            _give_back(request)
        return None


def of_a_page_of_before(request: HttpRequest, *, reason: str) -> HttpResponse | None:
    """The form of a tab that was open before its writer signed in anew in another: its token is of the old session.

    Only such a form: what comes from elsewhere brings no cookie of ours. It is given back to who sends it, nobody else.
    """
    if not (reason.startswith("CSRF token") and "csrfmiddlewaretoken" in request.POST):
        return None
    if not _is_of_the_office(request) or "HX-Request" in request.headers:
        return None
    return _keep(request)


def put_by(request: HttpRequest, *, said: str) -> HttpResponse | None:
    """The form of who is signed in and cannot be answered now: he is led to it, as typed, and told why it was not sent.

    None where the page is no form of the office, or it brings more than a form.
    """
    is_small = int(request.META.get("CONTENT_LENGTH") or 0) <= LARGEST
    is_page = request.method == "POST" and "HX-Request" not in request.headers
    if not (is_small and is_page and request.user.is_authenticated and _is_of_the_office(request)):
        return None
    return _keep(request, said=said)


def _is_of_the_office(request: HttpRequest) -> bool:
    """Pages that are sent as forms; an API answers by itself, and what asks for a password or a code is never kept."""
    place = resolve(request.path)
    is_kept = place.app_name != "organisation" or place.url_name in OF_THE_KEEPERS
    return is_kept and request.path.startswith(reverse("supervision:workbench"))


def _keep(request: HttpRequest, *, said: str = EXPIRED) -> HttpResponse | None:
    is_known = request.user.is_authenticated
    writer = request.user.pk if is_known else _writer(request)
    if writer is None or "tus-resumable" in request.headers:
        return None
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST and not request.FILES:
        messages.error(request, TOO_LARGE)
    else:
        typed = [(name, value) for name, values in request.POST.lists() for value in values]
        kept = [(name, value) for name, value in typed if name != "csrfmiddlewaretoken"]
        at = clock.now().timestamp()
        request.session[KEPT] = {
            "path": request.get_full_path(),
            "typed": kept,
            "writer": writer,
            "at": at,
            "said": said,
        }
        if is_known:
            return redirect(request.get_full_path())
        messages.info(request, "登录已经过期。请重新登录，刚才填写的内容还在。")
    return redirect(f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}")


def _give_back(request: HttpRequest) -> None:
    """The view is asked as it was when the form was sent, and carries nothing out."""
    kept = request.session[KEPT]
    is_old = clock.now().timestamp() - kept["at"] > LONGEST
    is_others = kept["writer"] != request.user.pk
    if is_old or is_others:
        del request.session[KEPT]
        if is_others:
            messages.warning(request, OF_ANOTHER)
        return
    if request.get_full_path() != kept["path"]:
        return
    del request.session[KEPT]
    typed = QueryDict(mutable=True)
    for name, value in kept["typed"]:
        typed.appendlist(name, value)
    typed._mutable = False
    request.method = request.META["REQUEST_METHOD"] = "POST"
    request._post, request._files = typed, type(request.FILES)()  # type: ignore[attr-defined]
    request.kept_form_stack.enter_context(held(Verdict.no(kept["said"], remedy=AGAIN)))  # type: ignore[attr-defined]


def _writer(request: HttpRequest) -> int | None:
    try:
        return int(signing.loads(request.COOKIES.get(WRITER, ""), salt=WRITER))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def _remember_writer(request: HttpRequest, answer: HttpResponse) -> None:
    if _writer(request) != request.user.pk:
        answer.set_cookie(
            WRITER,
            signing.dumps(request.user.pk, salt=WRITER),
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
            path=reverse("supervision:workbench"),
        )
