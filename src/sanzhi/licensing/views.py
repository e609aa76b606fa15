"""The window's pages: what can be applied for, an application, the licences and what is done with one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from sanzhi.applications.models import Application
from sanzhi.cases.handling import HANDLES
from sanzhi.cases.models import PartyKind
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.licences import LicenceItem
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.order_form import OrderForm, order_form
from sanzhi.licensing import captions, commands, filed, queries
from sanzhi.licensing.asking import with_questions
from sanzhi.licensing.ending import GROUNDS
from sanzhi.licensing.models import EndingGround, Licence
from sanzhi.licensing.policies import may_take
from sanzhi.licensing.standing import lasting, state_on
from sanzhi.organisation.views import actor_of

PER_PAGE = 30
KEY_DIGITS = 18


@login_required
@require_safe
def window(request: HttpRequest) -> HttpResponse:
    """The items that may be applied for, and the applications at hand."""
    actor = actor_of(request)
    rows = queries.applications(actor).filter(proceeding__closed_on=None)
    context = {
        "items": list(catalogues.licence_items(actor.authority).values()),
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        **_at_the_window(actor),
    }
    return render(request, "licensing/window.html", context)


def _at_the_window(actor: Actor) -> dict[str, Any]:
    """A button that is never theirs is not shown to people, nor what they would lack for it."""
    return {"may": may_take(actor), "takes": actor.has(*HANDLES)}


@login_required
@require_http_methods(["GET", "POST"])
def take_application(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    item = catalogues.licence_items(actor.authority).get(request.GET.get("item", ""))
    if item is None:
        return redirect("licensing:window")
    taken = _filed(actor, request.GET.get("filed", ""))
    form = _begun_form(request, item, taken=taken)
    reasons, status = may_take(actor).reasons, 200
    if request.method == "POST" and (order := form.order()) is not None:
        try:
            row = commands.take_application(actor, order)  # type: ignore[arg-type]
        except Refused as refusal:
            reasons, status = refusal.reasons, 409
        else:
            messages.success(request, f"已收件，案号{row.proceeding.case.number}。")
            return redirect("cases:detail", pk=row.proceeding.case_id)
    context = {"form": form, "item": item, "reasons": reasons, "filed": taken}
    return render(request, "licensing/take_application.html", context, status=status)


def _begun_form(request: HttpRequest, item: LicenceItem, *, taken: Application | None) -> OrderForm:
    """What was filed on the public site stands in it and is not typed over."""
    typed = request.POST if request.method == "POST" else None
    if taken is None:
        return _intake_form(item, {"filled_because": ""})(typed, initial=_begins())
    given = {"portal_number": taken.number, "received_on": filed.filed_on(taken), "late_because": ""}
    written = filed.begins(taken, item)
    begins = _begins() | written | {"handed": filed.sent(taken, item)}
    form = _intake_form(item, given)(typed, initial=begins)
    for name in written:
        form.fields[name].disabled = True
    return form


def _filed(actor: Actor, key: str) -> Application | None:
    """The application of the public site that is taken; none where somebody stands at the window."""
    return filed.readable(actor, int(key)) if key.isdecimal() and len(key) <= KEY_DIGITS else None


def _intake_form(item: LicenceItem, given: dict[str, Any]) -> type[OrderForm]:
    return with_questions(_plain_form(item, given), item)


def _plain_form(item: LicenceItem, given: dict[str, Any]) -> type[OrderForm]:
    kinds = [(key, label) for key, label in _kinds() if label in item.applicants]
    return order_form(
        commands.TakeApplication,
        captions=captions.CAPTIONS,
        helps=captions.HELPS,
        fixed={"item": item.code, "answers": "", **given},
        choices={
            "kind": kinds,
            "handed": [(row.name, row.name) for row in item.materials],
            "portal_number": [],
        },
    )


def _kinds() -> list[tuple[str, str]]:
    return [(row.value, str(row.label)) for row in PartyKind]


def _begins() -> dict[str, Any]:
    today = clock.today()
    return {"received_on": today, "starts_on": today}


@login_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Every licence that was granted, the newest first."""
    actor = actor_of(request)
    text = request.GET.get("q", "").strip()[:60]
    page = Paginator(queries.narrowed(queries.visible_licences(actor), text), PER_PAGE).get_page(
        request.GET.get("page")
    )
    rows = [(row, state_on(row, clock.today()), lasting(row)) for row in page.object_list]
    context = {"page": page, "rows": rows, "q": text, **_at_the_window(actor)}
    return render(request, "licensing/register.html", context)


@login_required
@require_safe
def licence(request: HttpRequest, pk: int) -> HttpResponse:
    return _licence_page(request, queries.licence(actor_of(request), pk))


def _licence_page(request: HttpRequest, row: Licence) -> HttpResponse:
    context = {
        "licence": row,
        "state": state_on(row, clock.today()),
        "lasting": lasting(row),
        "story": queries.story_of(row),
        "acts": ACTS.items(),
        "follow_ups": list(row.follow_ups.all()),
        "waits": queries.waiting_follow_up(row.proceeding),
        **_at_the_window(actor_of(request)),
    }
    return render(request, "licensing/licence.html", context)


@dataclass(frozen=True)
class LicenceAct:
    """What is begun from the page of a licence; `asks` gives the choices of the form by field."""

    title: str
    call: Callable[[Actor, Any], Any]
    order: type[Order]
    captions: dict[str, str]
    helps: dict[str, str]


ACTS = {
    "apply_for_renewal": LicenceAct(
        "收件登记（许可延续）",
        commands.apply_for_renewal,
        commands.ApplyForRenewal,
        captions.FOLLOWING,
        {
            "content": "写明延续的理由，许可内容照原许可。有效期届满三十日前提出；届满前没有作出决定的，视为准予延续。",
            "late_because": captions.LATE,
        },
    ),
    "apply_for_change": LicenceAct(
        "收件登记（许可变更）",
        commands.apply_for_change,
        commands.ApplyForChange,
        captions.FOLLOWING,
        {
            "content": "写明变更什么和理由，没有写的照原许可。可以变更内容、期限；被许可人不能变更，法律、法规规定可以转让的除外。",
            "late_because": captions.LATE,
        },
    ),
    "begin_ending": LicenceAct(
        "提出撤销、撤回、注销",
        commands.begin_ending,
        commands.BeginEnding,
        captions.ENDING,
        captions.ENDING_HELPS,
    ),
    "note_revocation": LicenceAct(
        "登记许可证件被吊销",
        commands.note_revocation,
        commands.NoteRevocation,
        captions.REVOCATION,
        {},
    ),
}


@login_required
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, *, pk: int, verb: str) -> HttpResponse:
    actor = actor_of(request)
    row, chosen = queries.licence(actor, pk), ACTS.get(verb)
    if chosen is None:
        raise Http404
    form_type = order_form(
        chosen.order,
        captions=chosen.captions,
        helps=chosen.helps,
        fixed={"licence": pk},
        choices=_choices(row, chosen.order),
    )
    form = form_type(
        request.POST if request.method == "POST" else None,
        initial={"received_on": clock.today(), "done_on": clock.today()},
    )
    reasons, status = may_take(actor).reasons, 200
    if request.method == "POST" and (order := form.order()) is not None:
        try:
            done = chosen.call(actor, order)
        except Refused as refusal:
            reasons, status = refusal.reasons, 409
        else:
            messages.success(request, f"已办理：{chosen.title}。")
            begun = getattr(done, "proceeding", None) if not isinstance(done, Licence) else None
            return (
                redirect("cases:detail", pk=begun.case_id) if begun else redirect("licensing:licence", pk=pk)
            )
    context = {"licence": row, "act": chosen, "form": form, "reasons": reasons}
    return render(request, "licensing/act.html", context, status=status)


def _choices(row: Licence, order: type[Order]) -> dict[str, Any]:
    item = catalogues.licence_items(row.authority.code).get(row.item_code)
    names = [(one.name, one.name) for one in item.materials] if item else []
    grounds = [
        (ground.value, f"{label}：{EndingGround(ground).label}")
        for label, disposal in (("撤销", "rescind"), ("撤回", "recall"), ("注销", "cancel"))
        for ground in GROUNDS[disposal]  # type: ignore[index]
    ]
    asked = {"handed": names, "ground": grounds}
    return {name: value for name, value in asked.items() if name in order.model_fields}
