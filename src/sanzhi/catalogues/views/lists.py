"""All lists of the authority, and the start of a new edition."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sanzhi.catalogues import commands, desk
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import may_compile, only_reviews
from sanzhi.catalogues.views import refusal
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation.views import actor_of


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return _show(request, actor_of(request))


def _show(request: HttpRequest, actor: Actor, *, reasons: tuple[Reason, ...] = ()) -> HttpResponse:
    states = desk.lists_of(actor)
    waiting = [state.coming for state in states if state.coming and state.coming.status == Status.SUBMITTED]
    context = {
        "states": states,
        "reasons": reasons,
        "waiting": waiting,
        "may_compile": bool(may_compile(actor, actor.authority)),
        "only_reviews": only_reviews(actor),
    }
    return render(request, "catalogues/lists.html", context, status=409 if reasons else 200)


@form_on("catalogues:index")
def start(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    said = {"authority": actor.authority} | {
        name: request.POST.get(name, "") for name in ("kind", "key", "title")
    }
    began: list[Edition] = []
    if request.POST.get("from") == "blank":
        blank = commands.StartBlankEdition
        reasons = refusal(
            lambda: began.append(commands.start_blank_edition(actor, blank.model_validate(said)))
        )
    else:
        copy = commands.StartEdition
        reasons = refusal(lambda: began.append(commands.start_edition(actor, copy.model_validate(said))))
    return redirect("catalogues:edition", pk=began[0].pk) if began else _show(request, actor, reasons=reasons)
