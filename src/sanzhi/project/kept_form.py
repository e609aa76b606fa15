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
SAID = Verdict.no(
    "登录曾经过期，您填写的内容已经取回，还没有提交。", remedy="请核对后再提交一次；选择过的文件请重新选择。"
)
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


def _is_of_the_office(request: HttpRequest) -> bool:
    """Pages that are sent as forms; an API answers by itself, and signing in is no form of the office."""
    return (
        request.path.startswith(reverse("supervision:workbench"))
        and resolve(request.path).app_name != "organisation"
    )


def _keep(request: HttpRequest) -> HttpResponse | None:
    writer = _writer(request)
    if writer is None or "tus-resumable" in request.headers:
        return None
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST and not request.FILES:
        messages.error(request, TOO_LARGE)
    else:
        typed = [(name, value) for name, values in request.POST.lists() for value in values]
        kept = [(name, value) for name, value in typed if name != "csrfmiddlewaretoken"]
        at = clock.now().timestamp()
        request.session[KEPT] = {"path": request.path, "typed": kept, "writer": writer, "at": at}
        messages.info(request, "登录已经过期。请重新登录，刚才填写的内容还在。")
    return redirect(f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': request.path})}")


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
    if request.path != kept["path"]:
        return
    del request.session[KEPT]
    typed = QueryDict(mutable=True)
    for name, value in kept["typed"]:
        typed.appendlist(name, value)
    typed._mutable = False
    request.method = request.META["REQUEST_METHOD"] = "POST"
    request._post, request._files = typed, type(request.FILES)()  # type: ignore[attr-defined]
    request.kept_form_stack.enter_context(held(SAID))  # type: ignore[attr-defined]


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
