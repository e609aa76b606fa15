"""The page on which a case is opened in the street."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sanzhi.cases.handling import handlers_offered, may_register
from sanzhi.cases.identifying import HELPS
from sanzhi.cases.models import PartyKind
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.order_form import OrderForm, order_form
from sanzhi.law import penalties
from sanzhi.law.money import yuan
from sanzhi.organisation.views import actor_of
from sanzhi.penalty import commands
from sanzhi.penalty.commands.open_on_the_spot import CAPTIONS

BEGINS = {"kind": PartyKind.PERSON.value, "proves": "违法行为的现场状态"}


@login_required
@require_http_methods(["GET", "POST"])
def open_on_the_spot(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = _form(actor)(request.POST if request.method == "POST" else None, initial=BEGINS)
    reasons, status = may_register(actor).reasons, 200
    if request.method == "POST" and (order := form.order()) is not None:
        try:
            case = commands.open_on_the_spot(actor, order)  # type: ignore[arg-type]
        except Refused as refusal:
            reasons, status = refusal.reasons, 409
        else:
            messages.success(request, f"已登记，案号{case.number}。同行人员确认以后可以当场处罚。")
            return redirect("cases:detail", pk=case.pk)
    context = {"title": "当场查获登记", "form": form, "reasons": reasons, "limits": _limits()}
    return render(request, "penalty/open_on_the_spot.html", context, status=status)


def _limits() -> str:
    """行政处罚法 §51."""
    person, firm = (yuan(penalties.simplified_limit(kind).amount) for kind in ("person", "organisation"))
    return f"对个人处{person}元以下、对单位处{firm}元以下罚款"


def _form(actor: Actor) -> type[OrderForm]:
    """What was seen first, then whose it is."""
    causes = [
        (row.code, f"{row.code} {row.title}")
        for row in catalogues.powers(actor.authority)
        if row.is_ours and row.is_penalty
    ]
    others = [row for row in handlers_offered(actor.authority) if row[0] != actor.officer_id]
    return order_form(
        commands.OpenOnTheSpot,
        captions=CAPTIONS,
        helps=HELPS,
        choices={"cause_code": causes, "partner": others},
    )
