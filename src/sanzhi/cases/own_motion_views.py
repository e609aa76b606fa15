"""The page on which a case is begun by the authority's own motion."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sanzhi.cases import board, commands
from sanzhi.cases.commands.begin_own_motion import CAPTIONS
from sanzhi.cases.handling import may_register
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.order_form import OrderForm, order_form
from sanzhi.organisation.views import actor_of


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    form = _form(actor, power=request.POST.get("power", ""))(
        request.POST if request.method == "POST" else None, initial={"on": clock.today()}
    )
    reasons, status = may_register(actor).reasons, 200
    if request.method == "POST" and (order := form.order()) is not None:
        try:
            proceeding = commands.begin_own_motion(actor, order)  # type: ignore[arg-type]
        except Refused as refusal:
            reasons, status = refusal.reasons, 409
        else:
            messages.success(request, f"已开案，案号{proceeding.case.number}。")
            return redirect("cases:detail", pk=proceeding.case_id)
    context = {"title": "依职权开案", "form": form, "reasons": reasons}
    return render(request, "cases/begin_own_motion.html", context, status=status)


def _form(actor: Actor, *, power: str) -> type[OrderForm]:
    """Nobody is asked for the procedure: it is that of the kind to which the power belongs."""
    keys = {board.category_of(key): key for key in board.begun_by_motion()}
    powers = [
        row
        for row in catalogues.powers(actor.authority)
        if row.is_ours and row.category in keys and row.is_valid_on(clock.today())
    ]
    kind = next((row.category for row in powers if row.code == power), next(iter(keys), ""))
    return order_form(
        commands.BeginOwnMotion,
        captions=CAPTIONS,
        fixed={"procedure": keys.get(kind, "")},
        choices={"power": [(row.code, f"{row.category} {row.title}") for row in powers]},
    )
