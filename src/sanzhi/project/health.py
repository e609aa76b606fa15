"""The pages for what was not found or broke. What `/healthz` says stands in `project.state`."""

import sys

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseServerError, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from sanzhi.kernel import write_trouble
from sanzhi.kernel.verdict import Reason
from sanzhi.project.kept_form import of_a_page_of_before

TOO_LARGE = "提交的内容过大或者不完整，没有保存。文字不超过10兆字节；音像和扫描件请从“音像记录”上传。"
NO_COMMAND = "没有这一命令。全部命令和字段见 /api/docs。"
WRONG_HOST = "这个网址不是本网站的网址，没有办理任何事项。请核对网址；网址没有错的，请系统管理员在 SANZHI_HOSTS 中写明。"
UNSEEN = "查阅记录无法保存，暂不能下载、导出、查看原件"  # a look that cannot be recorded is not given
UNENTERED = "登录记录无法保存，暂不能登录"
STALE = "页面已经过期，或者提交不是从本站页面发出的，没有保存。请返回刷新页面后重试。"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path.startswith(reverse("api:api-root")):
        return JsonResponse({"message": NO_COMMAND}, status=404)
    return render(request, "ui/not_found.html", status=404)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: not sent by a form of ours, or to a name that is not ours; 413: too large."""
    sentence = WRONG_HOST if isinstance(exception, DisallowedHost) else TOO_LARGE
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    if request.path.startswith(reverse("api:api-root")):
        return JsonResponse({"message": sentence}, status=status)
    return render(request, "ui/not_understood.html", {"sentence": sentence}, status=status)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was not ours, or its page is too old; what was typed into a page of ours is given back."""
    kept = of_a_page_of_before(request, reason=reason)
    if kept is not None:
        return kept
    return render(request, "ui/not_understood.html", {"sentence": STALE}, status=403)


def wrong_method(request: HttpRequest, allowed: str) -> HttpResponse:
    """405: the address is right, but is asked in another way."""
    sentence = f"这个地址不接受{request.method}请求，只接受{allowed.replace(', ', '、')}，没有办理任何事项。"
    if request.path.startswith(reverse("api:api-root")):
        answer: HttpResponse = JsonResponse({"message": sentence}, status=405)
    else:
        answer = render(request, "ui/not_understood.html", {"sentence": sentence}, status=405)
    answer["Allow"] = allowed
    return answer


def undelivered(request: HttpRequest, sentence: str) -> HttpResponse:
    """503: the disk, the database or something outside does not take it now."""
    sentence = _of_this(request, sentence)
    if request.path.startswith(reverse("api:api-root")):
        return JsonResponse({"message": sentence}, status=503)
    return render(request, "ui/undelivered.html", {"reason": sentence, "back": _back(request)}, status=503)


def _of_this(request: HttpRequest, sentence: str) -> str:
    """Who only looked, or signs in, saved nothing: what he cannot do now."""
    if request.path == reverse("organisation:sign-in"):
        return sentence.replace(write_trouble.UNDONE, UNENTERED)
    return sentence.replace(write_trouble.UNDONE, UNSEEN) if request.method in {"GET", "HEAD"} else sentence


def refused(request: HttpRequest, reasons: tuple[Reason, ...]) -> HttpResponse:
    """409: a lawful no to an act that has no page of its own."""
    return render(request, "ui/refused.html", {"reasons": reasons, "back": _back(request)}, status=409)


def _back(request: HttpRequest) -> str:
    return request.headers.get("Referer") or reverse("supervision:workbench")


def crashed(request: HttpRequest) -> HttpResponse:
    sentence = _of_this(request, write_trouble.sentence_of(sys.exc_info()[1]))
    if sentence:  # a session that could not be kept, outside every view
        return HttpResponse(
            f"<!doctype html><meta charset=utf-8><title>没有保存</title><h1>没有保存</h1><p>{sentence}</p>",
            status=503,
        )
    return HttpResponseServerError(
        "<!doctype html><meta charset=utf-8><title>出错了</title><h1>系统出错了</h1>"
        "<p>刚才的操作没有保存。请返回重试；仍然出错的，请把发生时间告诉系统管理员。</p>"
    )
