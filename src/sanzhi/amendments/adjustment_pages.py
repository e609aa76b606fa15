"""The office's pages of the adjustments: what waits, grouped by the change; one item with both texts and its row."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sanzhi.amendments import commands, queries
from sanzhi.amendments.models import Adjustment, Outcome
from sanzhi.amendments.policies import may_settle
from sanzhi.catalogues.queries import public
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.order_form import order_form
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation.roles import Role
from sanzhi.organisation.views import actor_of

PAGE = 100
SETTLE = {"outcome": "结论", "note": "核对情况"}
HELPS = {"note": "写明对照新旧条文看到了什么、为什么这样认定"}


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    is_settled = request.GET.get("state") == "settled"
    rows = queries.settled_for(actor.authority) if is_settled else queries.open_for(actor.authority)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    groups = [
        (queries.change(key), list(found))
        for key, found in groupby(
            sorted(page, key=lambda row: row.change_key), key=lambda row: row.change_key
        )
    ]
    context = {"groups": groups, "page": page, "is_settled": is_settled, "total": page.paginator.count}
    return render(request, "amendments/adjustments.html", context)


@login_required
@require_safe
def adjustment(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, pk)


@form_on("amendments:adjustment")
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, pk)


def _page(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    found = queries.adjustment_for(actor.authority, pk)
    form_type = order_form(
        commands.SettleAdjustment,
        captions=SETTLE,
        fixed={"adjustment": pk},
        choices={"outcome": [("", "请选择"), *Outcome.choices]},
        helps=HELPS,
    )
    form = form_type(request.POST if request.method == "POST" else None)
    form.fields["note"].widget = Textarea(attrs={"rows": 4})
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST" and (order := form.order()) is not None:
        try:
            commands.settle_adjustment(actor, order)  # type: ignore[arg-type]
        except Refused as refused:
            reasons = refused.reasons
        else:
            messages.success(request, "已办结。")
            waiting = queries.open_for(actor.authority).filter(change_key=found.change_key).first()
            if waiting:
                return redirect("amendments:adjustment", pk=waiting.pk)
            return redirect("amendments:adjustments")
    status = 409 if reasons else 400 if form.errors else 200
    acts = {"may": may_settle(actor, found), "settles": actor.has(Role.LEGAL_REVIEWER)}
    context = {**_shown(found), "form": form, "reasons": reasons, **acts}
    return render(request, "amendments/adjustment.html", context, status=status)


def _shown(found: Adjustment) -> dict[str, Any]:
    """The change, both texts, and the row as it stands in its list."""
    row, made = queries.row_of(found), queries.change(found.change_key)
    cells = public.row_of(found.edition, found.row_code).cells if row and found.edition else ()
    return {
        "item": found,
        "change": made,
        "hits": queries.hits_of(found, made),
        "cells": cells,
    }
