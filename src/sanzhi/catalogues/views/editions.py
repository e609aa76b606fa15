"""One edition: its rows and their state, what changes, and the acts of its life."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sanzhi.catalogues import commands, desk
from sanzhi.catalogues.chart import chart
from sanzhi.catalogues.checks import look
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.catalogues.policies import OPEN
from sanzhi.catalogues.queries.public import brief_columns
from sanzhi.catalogues.schemas import procedure_of_head
from sanzhi.catalogues.views import refusal
from sanzhi.kernel import clock
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.verdict import Reason
from sanzhi.law.deadline_rules import captions
from sanzhi.law.procedures import ProcedureError
from sanzhi.organisation.views import actor_of

SAID = {
    "submit": "已报送司法行政部门审核。",
    "withdraw": "已撤回，可以继续修改。",
    "return": "已退回修改。",
    "approve": "已审核通过。",
    "put_in_force": "施行日已经确定。",
}


@login_required
@require_safe
def edition(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    return _page(request, actor, found=desk.edition_for(actor, pk))


def _page(
    request: HttpRequest, actor: Actor, *, found: Edition, reasons: tuple[Reason, ...] = ()
) -> HttpResponse:
    query, only = request.GET.get("q", "").strip()[:100], request.GET.get("only", "")
    looked = look(found)
    states = desk.row_states(looked)
    shown = [
        state
        for state in states
        if (not only or state.has_issue or state.change)
        and all(word in state.row.code + state.row.title for word in query.split())
    ]
    context = {
        **frame(actor, found, tab="rows"),
        "page": Paginator(shown, desk.PAGE).get_page(request.GET.get("page")),
        "count": len(states),
        "shown": len(shown),
        "issues": sum(1 for state in states if state.has_issue),
        "query": query,
        "only": only,
        "columns": brief_columns(found.kind),
        "may": desk.may(actor, found, looked=looked),
        "reasons": reasons,
        "today": clock.today().isoformat(),
        "editions": desk.editions_of_list(actor, found),
    }
    return render(request, "catalogues/edition.html", context, status=409 if reasons else 200)


def frame(actor: Actor, found: Edition, *, tab: str) -> dict[str, Any]:
    """What every page of an edition shows above its tab."""
    return {
        "tab": tab,
        "edition": found,
        "is_open": found.status in OPEN,
        "is_procedure": found.kind == Kind.PROCEDURE,
    }


@form_on("catalogues:edition")
def act(request: HttpRequest, *, pk: int, verb: str) -> HttpResponse:
    """submit, withdraw, return, approve, put_in_force: each asks its own command."""
    actor = actor_of(request)
    found = desk.edition_for(actor, pk)
    revision = whole_number(request.POST.get("revision"))
    calls = {
        "submit": lambda: commands.submit_edition(
            actor, commands.SubmitEdition(edition=pk, revision=revision)
        ),
        "withdraw": lambda: commands.withdraw_edition(actor, commands.WithdrawEdition(edition=pk)),
        "return": lambda: commands.return_edition(
            actor,
            commands.ReturnEdition(edition=pk, remarks=request.POST.get("remarks", ""), revision=revision),
        ),
        "approve": lambda: commands.approve_edition(
            actor, commands.ApproveEdition(edition=pk, revision=revision)
        ),
        "put_in_force": lambda: commands.put_in_force(
            actor, commands.PutInForce.model_validate({"edition": pk, "on": request.POST.get("on") or None})
        ),
    }
    if verb not in calls:
        raise Http404
    reasons = refusal(calls[verb])
    if reasons:
        return _page(request, actor, found=desk.edition_for(actor, found.pk), reasons=reasons)
    messages.success(request, SAID[verb])
    return redirect("catalogues:index") if verb == "return" else redirect("catalogues:edition", pk=pk)


@login_required
@require_safe
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    found = desk.edition_for(actor, pk)
    older, diff = desk.changes(found)
    return render(
        request,
        "catalogues/changes.html",
        {**frame(actor, found, tab="changes"), "older": older, "diff": diff},
    )


@login_required
@require_safe
def wall_chart(request: HttpRequest, pk: int) -> HttpResponse:
    """The flow chart that this edition draws, also while it is being written."""
    actor = actor_of(request)
    found = desk.edition_for(actor, pk)
    if found.kind != Kind.PROCEDURE:
        raise Http404
    try:
        svg, wrong = chart(procedure_of_head(found.head), limits=captions(clock.today())), ""
    except ProcedureError as error:
        svg, wrong = "", str(error)
    return render(
        request, "catalogues/chart.html", {**frame(actor, found, tab="chart"), "svg": svg, "wrong": wrong}
    )
