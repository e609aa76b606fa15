"""The JSON API, made from the registered commands: POST /api/v1/<app>/<verb_object>, OpenAPI at /api/docs.

Port: `actor_of(request)` says who acts. Nothing is written here: each address is one command.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.security import django_auth

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Registered, registered_commands
from sanzhi.kernel.errors import NotVisible, Refused, Undelivered
from sanzhi.kernel.orders import Order, misunderstood

NOT_TAKEN = {
    400: "请求的内容不是有效的 JSON。",
    401: "请先登录。",
    403: "页面已经过期或者请求不是从本站发出的，请刷新后重试。",
}


class Done(Schema):
    """What a command has made or changed; `told_once` is what only this answer tells, e.g. half a reset code."""

    command: str
    table: str | None = None
    id: int | None = None
    told_once: str = ""


class ReasonOut(Schema):
    sentence: str
    citation: str
    remedy: str


class RefusedOut(Schema):
    reasons: list[ReasonOut]


class Message(Schema):
    message: str


def done(name: str, result: object) -> Done:
    if isinstance(result, models.Model):
        told_once = getattr(result, "told_once", "")
        return Done(command=name, table=result._meta.label_lower, id=result.pk, told_once=told_once)
    return Done(command=name)


class CommandAPI(NinjaAPI):
    """Described once: its commands are known at the start, and half a second of work is nothing that a stranger may order."""

    @cached_property
    def whole_schema(self) -> OpenAPISchema:
        return super().get_openapi_schema()

    def get_openapi_schema(self, **_: Any) -> OpenAPISchema:
        """Nothing in the addresses depends on who asks."""
        return self.whole_schema


def build_api(actor_of: Callable[[HttpRequest], Actor], *, title: str) -> NinjaAPI:
    """One API with an address for every command that is not internal. Call once, after all apps loaded."""
    api = CommandAPI(title=title, version="1", auth=django_auth, docs_url="/docs", urls_namespace="api")
    _answer_outcomes(api)
    for registered in registered_commands().values():
        if not registered.internal:
            _add_address(api, registered, actor_of=actor_of)
    return api


def _answer_outcomes(api: NinjaAPI) -> None:
    @api.exception_handler(Refused)
    def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
        reasons = [
            {"sentence": r.sentence, "citation": r.citation, "remedy": r.remedy} for r in refusal.reasons
        ]
        return api.create_response(request, {"reasons": reasons}, status=409)

    @api.exception_handler(ValidationError)
    def not_understood(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
        said = misunderstood(wrong.errors, captions={}, of=_order_at(request.path))
        reasons = [{"sentence": sentence, "citation": "", "remedy": ""} for _, sentence in said]
        return api.create_response(request, {"reasons": reasons}, status=422)

    @api.exception_handler(RawPostDataException)
    def not_json(request: HttpRequest, error: Exception) -> HttpResponse:
        return api.create_response(request, {"message": NOT_TAKEN[400]}, status=400)

    @api.exception_handler(HttpError)
    def not_taken(request: HttpRequest, error: HttpError) -> HttpResponse:
        message = NOT_TAKEN.get(error.status_code, "请求有误。")
        return api.create_response(request, {"message": message}, status=error.status_code)

    @api.exception_handler(NotVisible)
    def not_visible(request: HttpRequest, error: NotVisible) -> HttpResponse:
        return api.create_response(request, {"message": "没有找到。"}, status=404)

    @api.exception_handler(Undelivered)
    def undelivered(request: HttpRequest, error: Undelivered) -> HttpResponse:
        return api.create_response(request, {"message": error.reason}, status=503)


def _order_at(path: str) -> type[Order] | None:
    """What the command of this address takes."""
    registered = registered_commands().get(".".join(path.split("/")[-2:]))
    return registered.order if registered else None


def _add_address(api: NinjaAPI, registered: Registered, *, actor_of: Callable[[HttpRequest], Actor]) -> None:
    app, _, verb = registered.name.partition(".")

    def view(request: HttpRequest, order: Any) -> Done:
        return done(registered.name, registered.call(actor_of(request), order))

    view.__annotations__["order"] = registered.order
    view.__name__ = registered.name.replace(".", "_")
    view.__doc__ = (registered.call.__doc__ or registered.title).strip()
    api.post(
        f"/v1/{app}/{verb}",
        response={200: Done, 404: Message, 409: RefusedOut, 422: RefusedOut, 503: Message},
        summary=registered.title,
        tags=[app],
        operation_id=registered.name.replace(".", "_"),
    )(view)
