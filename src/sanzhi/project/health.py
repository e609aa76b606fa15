"""Whether the server lives, and the pages for what was not found or broke."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/not_found.html", status=404)


def crashed(request: HttpRequest) -> HttpResponse:
    return HttpResponseServerError(
        "<!doctype html><meta charset=utf-8><title>出错了</title><h1>系统出错了</h1>"
        "<p>刚才的操作没有保存。请返回重试；仍然出错的，请把发生时间告诉系统管理员。</p>"
    )
