"""The office's pages of a case: list, new lead, the case, an act."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from pydantic import ValidationError

from sanzhi.cases import board, commands, desk, onward, queries
from sanzhi.cases.card import act_called, card_of
from sanzhi.cases.commands.move_to_edition import may_move
from sanzhi.cases.editions import kept_editions
from sanzhi.cases.handling import HANDLES, may_register
from sanzhi.cases.joinders import named_in, usable_evidence
from sanzhi.cases.lead_form import lead_form, party_form, with_party
from sanzhi.cases.lists import narrowed
from sanzhi.cases.models import Proceeding
from sanzhi.cases.partnering import named
from sanzhi.cases.policies import may_touch
from sanzhi.cases.tips import tip_for
from sanzhi.kernel import orders
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Registered
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.kept_file import sent_by
from sanzhi.kernel.named_fields import beside_fields
from sanzhi.kernel.order_form import order_form
from sanzhi.kernel.storage import read_in_chunks, store
from sanzhi.kernel.verdict import Reason
from sanzhi.ledger import queries as ledger
from sanzhi.organisation import looking
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import LookKind
from sanzhi.organisation.roles import Role
from sanzhi.organisation.views import actor_of

PER_PAGE = 30


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    rows = queries.visible_cases(actor)
    state, text = request.GET.get("state", "open"), request.GET.get("q", "").strip()[:60]
    if state == "open":
        rows = rows.filter(closed_on=None)
    elif state == "closed":
        rows = rows.exclude(closed_on=None)
    if request.GET.get("mine"):
        rows = rows.filter(assignments__officer_id=actor.officer_id or 0, assignments__ended_on=None)
    rows = narrowed(rows, text)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "state": state, "q": text, "rows": desk.lanes_of(page.object_list)}
    return render(request, "cases/index.html", {**context, **_registering(actor)})


def _registering(actor: Actor) -> dict[str, Any]:
    return {"may_register": may_register(actor), "takes_leads": actor.has(*HANDLES)}


@login_required
@require_http_methods(["GET", "POST"])
def register_lead(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    sent = request.POST if request.method == "POST" else None
    form, party = lead_form(actor, sent), party_form(sent)
    reasons: tuple[Reason, ...] = may_register(actor).reasons
    status = 200
    if sent is not None and (order := with_party(form, party)) is not None:
        try:
            case = commands.register_lead(actor, order)
        except Refused as refusal:
            reasons, status = beside_fields(refusal.reasons, form, party), 409
        else:
            messages.success(request, f"已登记线索，案号{case.number}。")
            return redirect("cases:detail", pk=case.pk)
    context = {"title": "登记线索", "form": form, "party": party, "reasons": reasons}
    return render(request, "cases/register_lead.html", context, status=status)


@login_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    proceeding = desk.at_work(request, actor, pk=pk)
    return render(request, "cases/detail.html", _at_work(actor, proceeding))


@login_required
@require_safe
def next_steps(request: HttpRequest, pk: int) -> JsonResponse:
    """The list of next steps of the page as JSON, for who shows it elsewhere."""
    actor = actor_of(request)
    proceeding = desk.at_work(request, actor, pk=pk)
    pane = asdict(desk.work(actor, proceeding)["pane"])
    answer = {"case": pk, "proceeding": proceeding.pk, "number": proceeding.case.number, **pane}
    return JsonResponse(answer, headers={"Cache-Control": "private, no-store"})


def _at_work(actor: Actor, proceeding: Proceeding, *, revealed: str = "") -> dict[str, Any]:
    """`revealed`: what this once stands there in full, `party` or `tip`."""
    return {
        **desk.frame(proceeding, tab="work"),
        **desk.work(actor, proceeding),
        "matters": board.matters(proceeding),
        "partner": named(proceeding.case),
        "revealed": revealed == "party",
        "tip": tip_for(actor, proceeding.case),
        "tip_revealed": revealed == "tip",
    }


@form_on("cases:detail")
def reveal_party(request: HttpRequest, pk: int) -> HttpResponse:
    """The case's page once with the party's numbers and address in full; each time a line."""
    actor = actor_of(request)
    proceeding = desk.at_work(request, actor, pk=pk)
    looking.take(
        actor,
        queries.subject_of(proceeding.case),
        kind=LookKind.REVEALED,
        what=f"案件{proceeding.case.number}当事人的证件号码、住址、电话",
    )
    return render(request, "cases/detail.html", _at_work(actor, proceeding, revealed="party"))


@form_on("cases:detail")
def reveal_tip(request: HttpRequest, pk: int) -> HttpResponse:
    """The case's page once with who told of it; each time a line."""
    actor = actor_of(request)
    proceeding = desk.at_work(request, actor, pk=pk)
    if tip_for(actor, proceeding.case) is None:
        raise Http404
    subject = queries.subject_of(proceeding.case)
    what = f"案件{proceeding.case.number}的举报人信息"
    looking.take(actor, subject, kind=LookKind.REVEALED, what=what)
    return render(request, "cases/detail.html", _at_work(actor, proceeding, revealed="tip"))


@login_required
@require_safe
def looks(request: HttpRequest, pk: int) -> HttpResponse:
    """Who looked at the case, the newest first."""
    actor = actor_of(request)
    proceeding = desk.shown(request, actor, pk=pk)
    rows = organisation.looks_at(queries.subject_of(proceeding.case))
    page = Paginator(rows, 100).get_page(request.GET.get("page"))
    return render(request, "cases/looks.html", {**desk.frame(proceeding, tab="looks"), "page": page})


@login_required
@require_safe
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    proceeding = desk.shown(request, actor, pk=pk)
    case = proceeding.case
    context = {
        **desk.frame(proceeding, tab="evidence"),
        "evidence": [(row, named_in(case, row)) for row in usable_evidence(case)],
        "offer": desk.offer(actor, proceeding, act="cases.add_evidence"),
    }
    return render(request, "cases/evidence.html", context)


@login_required
@require_safe
def evidence_file(request: HttpRequest, *, pk: int, row: int) -> StreamingHttpResponse:
    """The file of a piece of evidence, as it was sent; it is handed over and never run."""
    actor = actor_of(request)
    case = queries.visible_case(actor, pk)
    found = next((one for one in usable_evidence(case) if one.pk == row and one.file_sha256), None)
    if found is None:
        raise Http404
    original = store().open(found.file_sha256)  # before the line: who got nothing has a copy of nothing
    looking.take(actor, queries.subject_of(case), kind=LookKind.DOWNLOADED, what=f"证据“{found.name}”")
    answer = StreamingHttpResponse(read_in_chunks(original))
    answer.headers["Content-Type"] = "application/octet-stream"
    answer.headers["Content-Disposition"] = f'attachment; filename="evidence-{found.pk}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@login_required
@require_safe
def timeline(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    proceeding = desk.shown(request, actor, pk=pk)
    context = {**desk.frame(proceeding, tab="timeline"), "days": desk.story(proceeding)}
    return render(request, "cases/timeline.html", context)


@login_required
@require_safe
def entry_proof(request: HttpRequest, *, pk: int, entry: int) -> JsonResponse:
    """What `verify.py` checks of one entry of the timeline."""
    actor = actor_of(request)
    subject = queries.subject_of(queries.visible_case(actor, pk))
    found = ledger.entry_of(subject, entry)
    bundle = ledger.proof_bundle(found) if found is not None else None
    if bundle is None:
        raise Http404
    looking.take(actor, subject, kind=LookKind.DOWNLOADED, what=f"日志第{bundle['index']}条的证明")
    return JsonResponse(
        bundle,
        json_dumps_params={"ensure_ascii": False, "indent": 1},
        headers={"Content-Disposition": f'attachment; filename="proof-{bundle["index"]}.json"'},
    )


@login_required
@require_safe
def editions(request: HttpRequest, pk: int) -> HttpResponse:
    """The editions that the case keeps, and the move to the one in force."""
    actor = actor_of(request)
    return _editions(request, actor, proceeding=desk.shown(request, actor, pk=pk))


@form_on("cases:editions")
def move_to_edition(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    proceeding = desk.shown(request, actor, pk=pk)
    said = {
        "case": pk,
        "proceeding": proceeding.pk,
        "kind": request.POST.get("kind", ""),
        "reason": request.POST.get("reason", ""),
    }
    try:
        commands.move_to_edition(actor, commands.MoveToEdition.model_validate(said))
    except ValidationError as wrong:
        reasons = orders.reasons(wrong, captions={"kind": "清单", "reason": "理由"})
        return _editions(request, actor, proceeding=proceeding, reasons=reasons)
    except Refused as refusal:
        return _editions(request, actor, proceeding=proceeding, reasons=refusal.reasons)
    messages.success(request, "已改用施行中的版本。")
    return redirect("cases:editions", pk=pk)


def _editions(
    request: HttpRequest, actor: Actor, *, proceeding: Proceeding, reasons: tuple[Reason, ...] = ()
) -> HttpResponse:
    context = {
        "kept": kept_editions(proceeding),
        "may": may_move(actor, proceeding),
        "moves": actor.has(Role.LEGAL_REVIEWER),
        "reasons": reasons,
    }
    return render(
        request,
        "cases/editions.html",
        {**desk.frame(proceeding, tab="editions"), **context},
        status=409 if reasons else 200,
    )


@form_on("cases:detail")
def complete_step(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    place = {"case": pk, "proceeding": desk.shown(request, actor, pk=pk).pk}
    commands.complete_step(actor, commands.CompleteStep(**place, step=request.POST.get("step", "")))
    messages.success(request, f"已进入“{queries.step_title_of(desk.shown(request, actor, pk=pk))}”环节。")
    return redirect(desk.lane_of(request, pk=pk))


@form_on("cases:detail")
def answer_partner(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    place = {"case": pk, "proceeding": desk.shown(request, actor, pk=pk).pk}
    confirmed = request.POST.get("is_confirmed") == "1"
    commands.answer_partner(actor, commands.AnswerPartner(**place, is_confirmed=confirmed))
    messages.success(request, "已确认，您现在是本案承办人。" if confirmed else "已答复没有参加本案执法。")
    return redirect("cases:detail", pk=pk)


@login_required
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, *, pk: int, verb: str) -> HttpResponse:
    """One act on its own page: what stands against it, then the form; the command asks again when it is sent."""
    actor = actor_of(request)
    chosen = act_called(verb)
    if chosen is None:
        raise Http404
    proceeding = desk.shown(request, actor, pk=pk)
    form = _act_form(request, actor, proceeding=proceeding, chosen=chosen)
    reasons: tuple[Reason, ...] = desk.verdict_on(actor, proceeding, registered=chosen).reasons
    status = 200
    if request.method == "POST" and (order := form.order()) is not None:
        try:
            done = chosen.call(actor, order)
        except Refused as refusal:
            reasons, status = beside_fields(refusal.reasons, form), 409
        else:
            messages.success(request, f"{chosen.title}：已完成。")
            gone = onward.gone_on(request, actor, proceeding=proceeding)
            return gone or redirect(desk.lane_of(request, pk=pk, begun=done))
    context = {
        "act": chosen,
        "card": card_of(chosen),
        "form": form,
        "reasons": reasons,
        "matters": desk.matters_of(proceeding, act=chosen.name),
        "onward": None if reasons else onward.after_act(actor, proceeding, chosen=chosen),
        **desk.frame(proceeding),
        **card_of(chosen).beside(proceeding),
    }
    return render(request, "cases/act.html", context, status=status)


def _act_form(request: HttpRequest, actor: Actor, *, proceeding: Proceeding, chosen: Registered) -> Any:
    card = card_of(chosen)
    place = {"case": proceeding.case_id, "proceeding": proceeding.pk}
    form_type = order_form(
        chosen.order,
        captions=card.captions,
        fixed={**place, **desk.quantities_asked(request, chosen)},
        choices={name: offered(proceeding) for name, offered in card.choices.items()},
        helps=card.helps,
        files_of=sent_by(actor, queries.subject_of(proceeding.case)),
    )
    is_sent, begun = request.method == "POST", _begun(actor, proceeding, chosen=chosen)
    return form_type(request.POST, request.FILES, initial=begun) if is_sent else form_type(initial=begun)


def _begun(actor: Actor, proceeding: Proceeding, *, chosen: Registered) -> dict[str, Any]:
    """What the case says already stands in the form of who may fill it; what is private, of who may send it now."""
    card = card_of(chosen)
    if not may_touch(actor, proceeding, office=card.office):
        return {}
    begun = card.begins(proceeding)
    if desk.tells_private(proceeding, begun) and not desk.verdict_on(actor, proceeding, registered=chosen):
        return {}
    desk.reveal_begun(actor, proceeding, begun=begun, title=chosen.title)
    return begun
