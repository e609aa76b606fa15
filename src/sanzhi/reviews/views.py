"""The review desk: what waits, one review with its case and papers, the submission."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from pydantic import ValidationError

from sanzhi.cases import desk
from sanzhi.cases import queries as cases
from sanzhi.cases.card import act_named, card_of
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.kernel import orders
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.order_form import order_form
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation.roles import Role
from sanzhi.organisation.views import actor_of
from sanzhi.reviews import commands, queries
from sanzhi.reviews.commands.give_opinion import PointIn
from sanzhi.reviews.models import Review, Verdict
from sanzhi.reviews.policies import is_qualified, is_waiting
from sanzhi.reviews.rules import POINTS


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "waiting": queries.waiting(actor),
        "answered": queries.answered(actor)[:50],
    }
    return render(request, "reviews/index.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    found = desk.shown(request, actor, pk=pk)
    registered = act_named("reviews.submit_for_review")
    card = card_of(registered)
    form_type = order_form(
        commands.SubmitForReview, captions=card.captions, fixed={"case": pk, "proceeding": found.pk}
    )
    form = form_type(request.POST if request.method == "POST" else None)
    reasons, status = card.may(actor, found, act=registered.name).reasons, 200
    if request.method == "POST" and (order := form.order()) is not None:
        try:
            sent = commands.submit_for_review(actor, order)  # type: ignore[arg-type]
        except Refused as refusal:
            reasons, status = refusal.reasons, 409
        else:
            messages.success(request, "已送请法制审核。")
            return redirect(desk.lane_of(request, pk=pk, begun=sent))
    context = {"form": form, "reasons": reasons, **desk.frame(found), "papers": _issued(found)}
    return render(request, "reviews/submit.html", context, status=status)


def _issued(proceeding: Proceeding) -> list[Paper]:
    return [paper for paper in cases.papers(proceeding) if paper.is_issued]


@login_required
@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    found = queries.visible_review(actor, pk)
    return _show(request, actor, found=found)


@login_required
@require_safe
def of_case(request: HttpRequest, pk: int) -> HttpResponse:
    """From the case to the review that waits in it; back to the case where none does."""
    found = queries.open_review(desk.shown(request, actor_of(request), pk=pk))
    return redirect("reviews:review", pk=found.pk) if found else redirect(desk.lane_of(request, pk=pk))


@form_on("reviews:review")
def give_opinion(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    found = queries.visible_review(actor, pk)
    try:
        commands.give_opinion(actor, _order(request, found))
    except ValidationError as wrong:
        captions = card_of(act_named("reviews.give_opinion")).captions
        reasons, marked = orders.reasons(wrong, captions=captions), orders.wrong_fields(wrong)
        return _show(request, actor, found=found, reasons=reasons, marked=marked, status=400)
    except Refused as refusal:
        return _show(request, actor, found=found, reasons=refusal.reasons, status=409)
    messages.success(request, "已出具审核意见。")
    return redirect(desk.lane_of(request, pk=found.proceeding.case_id, begun=found))


def _show(
    request: HttpRequest,
    actor: Actor,
    *,
    found: Review,
    reasons: tuple[Reason, ...] = (),
    marked: frozenset[str] = frozenset(),
    status: int = 200,
) -> HttpResponse:
    proceeding = found.proceeding
    desk.seen_by(actor, proceeding.case)
    opinion = act_named("reviews.give_opinion")
    verdict = desk.verdict_on(actor, proceeding, registered=opinion) & is_qualified(actor) & is_waiting(found)
    is_reviewer = actor.has(Role.LEGAL_REVIEWER)
    reasons = reasons or (verdict.reasons if is_reviewer and not found.reviewed_on else ())
    context = {
        "review": found,
        "points": _points(request, found),
        "verdicts": Verdict.choices,
        "reasons": reasons,
        "marked": marked,
        "may": verdict,
        "version": card_of(opinion).version(proceeding),
        "is_reviewer": is_reviewer,
        "papers": _issued(proceeding),
        **desk.frame(proceeding),
    }
    return render(request, "reviews/review.html", context, status=status)


def _order(request: HttpRequest, found: Review) -> commands.GiveOpinion:
    points = {
        key: PointIn(holds=request.POST[f"point_{key}"] == "1", note=request.POST.get(f"note_{key}", ""))
        for key in POINTS
        if f"point_{key}" in request.POST
    }
    said = {name: request.POST.get(name, "") for name in ("verdict", "opinion", "seen")}
    return commands.GiveOpinion.model_validate(
        {"case": found.proceeding.case_id, "proceeding": found.proceeding_id, "points": points, **said}
    )


def _points(request: HttpRequest, found: Review) -> list[dict[str, Any]]:
    rows = []
    for key, title in POINTS.items():
        said = found.points.get(key, {})
        holds = request.POST.get(f"point_{key}", {True: "1", False: "0"}.get(said.get("holds"), ""))
        rows.append(
            {
                "key": key,
                "title": title,
                "holds": holds,
                "note": request.POST.get(f"note_{key}", said.get("note", "")),
            }
        )
    return rows
