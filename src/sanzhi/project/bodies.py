"""What a request may bring, decided before a byte of it is read: how much, by whom, and how many bodies at a time.

A stranger sends a small form, who holds an application one of its materials, a signed-in person a form or a sheet; only a
recording is large. Whoever sends slowly keeps
a thread, a stranger not for long: strangers and signed-in people have places of their own, each person a few, so that none keeps the
others from reading or writing.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse

from sanzhi.applications.contents import LARGEST as ONE_MATERIAL
from sanzhi.kernel.kept_file import LARGEST as FILE
from sanzhi.kernel.sheets.limits import LARGEST as SHEET
from sanzhi.organisation.devices import address_of
from sanzhi.portal.applicant import holder_key
from sanzhi.project.kept_form import put_by

STRANGERS = 64 << 10  # bytes
AROUND = 1 << 20  # what a form has beside its file
# addresses (of acts with their verb) that take a file, and how much; None: the upload itself bounds it, and only a signed-in person comes so far
FILES: dict[str, int | None] = {
    "recordings:take_in": None,
    "recordings:upload": None,
    # what is somewhat too large is told on the form, which keeps what was typed
    "cases:act add_evidence": 2 * FILE + AROUND,
    "cases:attach_scan": 2 * FILE + AROUND,
    "catalogues:upload": SHEET + AROUND,
    "amendments:upload": SHEET + AROUND,
}
MATERIAL = (
    "portal:apply-upload"  # the one address where who holds an application, and is no officer, sends a file
)
MATERIAL_MOST = ONE_MATERIAL + AROUND  # less than DATA_UPLOAD_MAX_MEMORY_SIZE: it is read as a whole
OF_ONE_APPLICATION = 2
OF_ONE_ADDRESS = 4  # bodies that one stranger's address may be sending at a time
OF_ONE_PERSON = 3  # a film, a form in each of two tabs
PATIENCE = 0.2  # seconds to wait for a place
SOON = 3.0  # seconds in which a form that has no place is here, to be kept for its writer
DEADLINE = 20.0  # seconds until a stranger's body must be here as a whole
DEADLINE_OF_MATERIAL = 180.0  # eight megabytes over a poor network

PLAIN = "<!doctype html><html lang=zh><meta charset=utf-8><title>没有保存</title><h1>没有保存</h1><p>{}</p></html>"
NOT_READABLE = "地址中有不能识别的字符，没有办理任何事项。"
TOO_SLOW = "提交的内容过了{:.0f}秒还没有传完，没有保存。请检查网络后再试。"
TOO_MANY = "同时提交的人太多，没有保存。请稍等几秒再试；查看不受影响。"
TOO_MANY_NOW = "同时提交的人太多，还没有保存；您填写的内容都在。"


class Places:
    """So many bodies at a time; of each address, or of each person, fewer."""

    def __init__(self, most: int, *, of_one: int) -> None:
        self._free = threading.BoundedSemaphore(max(1, most))
        self._of_one = of_one
        self._taken: Counter[str] = Counter()
        self._mutex = threading.Lock()

    @contextmanager
    def taken(self, whose: str) -> Iterator[bool | None]:
        """Whether there was a place, which is given back at the end; None where nobody else would have had one either."""
        if not self._counts(whose):
            yield False
            return
        try:
            if not self._free.acquire(timeout=PATIENCE):
                yield None
                return
            try:
                yield True
            finally:
                self._free.release()
        finally:
            with self._mutex:
                self._taken[whose] -= 1
                self._taken += Counter()  # forgets who sends no more

    def _counts(self, whose: str) -> bool:
        with self._mutex:
            if self._taken[whose] >= self._of_one:
                return False
            self._taken[whose] += 1
            return True


class BodyMiddleware:
    """Stands behind the sign-in and before everything that reads a body."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        threads = settings.SANZHI_WEB_THREADS
        self.strangers = Places(threads // 4, of_one=OF_ONE_ADDRESS)
        self.applicants = Places(threads // 8, of_one=OF_ONE_APPLICATION)
        self.signed_in = Places(threads // 2, of_one=OF_ONE_PERSON)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", "") or "\x00" in request.path_info:
            return answered(request, NOT_READABLE, status=400)
        size = announced(request)
        if size == 0:
            return self.get_response(request)
        if size is None:
            return answered(request, NOT_READABLE, status=400)
        is_known = request.user.is_authenticated
        application = None if is_known else _application(request)
        most = MATERIAL_MOST if application else limit(request, is_known=is_known)
        if most is not None and size > most:
            said = too_large(most, is_material=bool(application), is_known=is_known)
            return answered(request, said, status=413)
        deadline = DEADLINE_OF_MATERIAL if application else DEADLINE
        with self._place(request, application) as has_place:
            if not has_place:
                kept = has_place is None and is_known and arrived(request, within=SOON)
                put = put_by(request, said=TOO_MANY_NOW) if kept else None
                return put or answered(request, TOO_MANY, status=503)
            if not (is_known or arrived(request, within=deadline)):
                return answered(request, TOO_SLOW.format(deadline), status=408)
            return self.get_response(request)

    def _place(self, request: HttpRequest, application: int | None) -> AbstractContextManager[bool | None]:
        if request.user.is_authenticated:
            return self.signed_in.taken(str(request.user.pk))
        if application:
            return self.applicants.taken(str(application))
        return self.strangers.taken(address_of(request))


def _application(request: HttpRequest) -> int | None:
    """The application for which a material is being sent, by the browser that holds it."""
    try:
        is_material = resolve(request.path_info).view_name == MATERIAL
    except Resolver404:
        return None
    return holder_key(request) if is_material else None


def announced(request: HttpRequest) -> int | None:
    """The bytes that the body is to have; None for nonsense."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else None


def arrived(request: HttpRequest, *, within: float = DEADLINE) -> bool:
    """Whether the whole body is here in time. The server waits for a byte as long as the connection stands, so another
    thread reads: it ends with the connection, which the answer closes."""

    def read() -> None:
        with suppress(UnreadablePostError):  # the stranger is gone
            whole.append(request.body)

    whole: list[bytes] = []
    reader = threading.Thread(target=read, name="stranger", daemon=True)
    reader.start()
    reader.join(within)
    return bool(whole)


def limit(request: HttpRequest, *, is_known: bool) -> int | None:
    if not is_known:
        return STRANGERS
    try:
        place = resolve(request.path_info)
    except Resolver404:
        return STRANGERS
    name = f"{place.view_name} {place.kwargs['verb']}" if "verb" in place.kwargs else place.view_name
    return FILES.get(name, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


def too_large(most: int, *, is_material: bool = False, is_known: bool = True) -> str:
    if is_material:
        return f"文件太大，没有保存：每份材料最多{ONE_MATERIAL >> 20}兆字节。请压缩，或者拍照时选小一些的尺寸，返回后重新上传。"
    if not is_known:
        return f"提交的内容过大，没有保存：一次最多{most >> 10}千字节，约{most // 9000}千字。请返回，写短一些再提交；较长的说明作为材料上传。"
    said = f"{most >> 20}兆字节" if most >= 1 << 20 else f"{most >> 10}千字节"
    return f"提交的内容过大，没有保存：这里最多{said}。音像和扫描件请登录后从“音像记录”上传。"


def answered(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    if request.path.startswith(reverse("api:api-root")):
        answer: HttpResponse = JsonResponse({"message": sentence}, status=status)
    elif not request.user.is_authenticated:  # a flood gets few bytes and costs no template
        answer = HttpResponse(PLAIN.format(sentence), status=status)
    else:
        answer = render(request, "ui/not_understood.html", {"sentence": sentence}, status=status)
    answer["Connection"] = "close"  # the rest of the body is not read
    return answer
