"""The disclosure desk: the worklist that counts down, and one release with its redacted text."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from pydantic import ValidationError

from sanzhi.cases.deadlines import time_left, working_calendar
from sanzhi.cases.desk import seen_by
from sanzhi.disclosure import commands, queries
from sanzhi.disclosure.copy import NOTICE, leaks, read_whole
from sanzhi.disclosure.marking import rows, waiting
from sanzhi.disclosure.models import Ground, Release, State
from sanzhi.disclosure.policies import (
    approves,
    digest_of,
    ground_holds,
    is_before_publication,
    is_in,
    is_late,
    is_live,
    is_not_of_minor,
    is_of_standing_decision,
    is_public,
    is_publishable,
    may_approve,
    may_compare,
    may_exempt,
    may_judge_withdrawal,
    may_prepare,
    withdrawal_digest,
)
from sanzhi.kernel import orders
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason
from sanzhi.law.days import Calendar
from sanzhi.law.deadlines import Left
from sanzhi.organisation.views import actor_of

Verb = tuple[type[Order], Callable[[Actor, Any], Release], str]
VERBS: dict[str, Verb] = {
    "submit": (commands.SubmitRelease, commands.submit_release, "已报批。"),
    "approve": (commands.ApproveRelease, commands.approve_release, "已批准，公示网上即是这一份。"),
    "return": (commands.ReturnRelease, commands.return_release, "已退回公示员。"),
    "exempt": (commands.ExemptRelease, commands.exempt_release, "已决定不予公示。"),
    "correct": (commands.CorrectRelease, commands.correct_release, "更正文本已报批，批准以前原公示件不变。"),
    "withdraw": (
        commands.WithdrawRelease,
        commands.withdraw_release,
        "已撤回，公示网上只说明法定事由；由另一人确认。",
    ),
    "confirm": (commands.ConfirmWithdrawal, commands.confirm_withdrawal, "已确认撤回。"),
    "put_back": (commands.PutBackRelease, commands.put_back_release, "已退回公示员，重新整理报批。"),
}


CAPTIONS = {
    "content": "公示文本",
    "secrecy_checked": "保密审查",
    "delay_reason": "逾期公示的原因",
    "reason": "理由",
    "ground": "法定事由",
    "explanation": "说明",
}


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    days = working_calendar()
    waiting = [(row, _left(row, days)) for row in queries.waiting(actor)[:200]]
    found = ((row, row.withdraw_by_on) for row in queries.to_withdraw(actor)[:200])
    down = [(row, time_left(day, "withdrawal", calendar=days)) for row, day in found if day]
    done = queries.releases(actor).exclude(state__in=[State.WAITING, State.SUBMITTED])
    page = Paginator(done.order_by("-approved_on", "-id"), 30).get_page(request.GET.get("page"))
    return render(request, "disclosure/index.html", {"waiting": waiting, "down": down, "page": page})


@login_required
@require_safe
def release(request: HttpRequest, pk: int) -> HttpResponse:
    return _show(request, actor_of(request), pk=pk)


@form_on("disclosure:release")
def act(request: HttpRequest, *, pk: int, verb: str) -> HttpResponse:
    if verb not in VERBS:
        raise Http404
    actor = actor_of(request)
    order_type, call, said = VERBS[verb]
    try:
        call(actor, order_type.model_validate(_fields(request, pk, order_type=order_type)))
    except ValidationError as wrong:
        reasons = orders.reasons(wrong, captions=CAPTIONS)
        return _show(request, actor, pk=pk, reasons=reasons, status=400)
    except Refused as refusal:
        return _show(request, actor, pk=pk, reasons=refusal.reasons, status=409)
    messages.success(request, said)
    return redirect("disclosure:release", pk=pk)


def _fields(request: HttpRequest, pk: int, *, order_type: type[Order]) -> dict[str, Any]:
    fields: dict[str, Any] = {
        name: request.POST[name] for name in order_type.model_fields if name in request.POST
    }
    fields["release"] = pk
    if "content" in order_type.model_fields:
        fields["content"] = _content(request)
    if "secrecy_checked" in order_type.model_fields:
        fields["secrecy_checked"] = request.POST.get("secrecy_checked") == "1"
    for judged in {"confirmed", "seen"} & set(order_type.model_fields):
        fields[judged] = request.POST.getlist(judged)
    return fields


def _content(request: HttpRequest) -> list[tuple[str, str]]:
    return list(zip(request.POST.getlist("caption"), request.POST.getlist("text"), strict=False))


def _show(
    request: HttpRequest, actor: Actor, *, pk: int, reasons: tuple[Reason, ...] = (), status: int = 200
) -> HttpResponse:
    found = queries.release(actor, pk)
    seen_by(actor, found.case)
    may = _may(actor, found)
    edits = bool(may["may_prepare"] or may["may_correct"])
    judged = request.POST.getlist("confirmed" if edits else "seen")
    shown = rows(found, _content(request), edits=edits, compares=may_compare(actor), judged=judged)
    context = {
        "release": found,
        "case": found.case,
        "proceeding": found.proceeding,
        "reasons": reasons,
        "secrecy_checked": request.POST.get("secrecy_checked") == "1",
        "grounds": [(row.value, row.label) for row in Ground if ground_holds(found, row)],
        "left": _left(found, working_calendar()),
        "copy_verb": "correct" if found.publication_id and found.state != State.WITHDRAWN else "submit",
        "rows": shown,
        "edits": edits,
        "leaks": leaks(found.decision, [(row.caption, row.text) for row in shown]),
        "text_digest": digest_of(found, waiting(found)),
        "withdrawal_digest": withdrawal_digest(found),
        "asked": sum(len(row.asked) for row in shown) + found.is_correction,
        "notice": read_whole(NOTICE, found.correction_reason),
        "notice_read": read_whole(NOTICE, "").key in judged,
        **may,
    }
    return render(request, "disclosure/release.html", context, status=status)


def _left(found: Release, days: Calendar) -> Left | None:
    """Until the term ends, where one runs."""
    return time_left(found.term, "publication", calendar=days)


def _may(actor: Actor, found: Release) -> dict[str, Any]:
    fits = is_publishable(found, waiting(found))
    is_open = found.state in {State.WAITING, State.SUBMITTED} and not found.is_correction
    return {
        "is_open": is_open,
        "is_late": is_late(found) and is_open,
        "minor": is_not_of_minor(found).reasons if is_open or is_public(found) else (),
        "may_prepare": may_prepare(actor)
        & is_before_publication(found)
        & is_not_of_minor(found)
        & is_of_standing_decision(found),
        "may_approve": may_approve(actor, found) & is_in(found, State.SUBMITTED) & fits,
        "may_return": may_approve(actor, found) & is_in(found, State.SUBMITTED),
        "may_correct": may_prepare(actor) & is_public(found) & is_live(found) & is_not_of_minor(found),
        "may_withdraw": may_approve(actor, found) & is_public(found),
        "may_exempt": is_open and may_exempt(actor, found),
        "approves": approves(actor),
        "may_judge": found.waits_for_a_second_look and may_judge_withdrawal(actor, found),
    }
