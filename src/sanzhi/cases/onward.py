"""One page, two things: what is done last before a step may be left is done together with leaving it, where one wants to."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from pydantic import ValidationError

from sanzhi.cases import commands, desk, queries
from sanzhi.cases.card import act_named, card_of, is_act
from sanzhi.cases.commands.add_evidence import NAME as PROOF
from sanzhi.cases.commands.add_evidence import as_evidence, not_yet_evidence
from sanzhi.cases.models import Proceeding
from sanzhi.cases.next_rows import Onward
from sanzhi.cases.papers_now import SERVED
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Document, Status
from sanzhi.kernel import orders
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Registered, registered_commands
from sanzhi.kernel.errors import Refused

CLOSURE = "closure"


def after_issue(actor: Actor, proceeding: Proceeding, *, paper: Document) -> Onward | None:
    """What opens when this person's signature, or submission, issues the paper: none where others sign after."""
    places = documents.places_of(paper)
    left = [place for place in places if place.signature is None]
    if len(left) > 1 or paper.status not in {Status.DRAFT, Status.SIGNING}:
        return None
    opened = desk.steps_of(actor, proceeding).opened_by_paper(paper.title)
    if opened and not (documents.form(paper.form).purpose == CLOSURE or _is_known(opened, proceeding)):
        opened = None
    return opened or _as_proof(actor, proceeding, paper=paper)


def _as_proof(actor: Actor, proceeding: Proceeding, *, paper: Document) -> Onward | None:
    """A paper that is evidence is entered as such when it is issued."""
    if not not_yet_evidence(proceeding, paper):
        return None
    may = card_of(act_named(PROOF)).may(actor, proceeding, act=PROOF)
    return Onward(PROOF, "登记为证据") if may else None


def after_service(actor: Actor, proceeding: Proceeding, *, paper: Document) -> Onward | None:
    """What opens when it is handed over; else the paper that its step writes of that."""
    steps = desk.steps_of(actor, proceeding)
    opened = steps.opened_by_paper(f"{SERVED}{paper.title}")
    return opened if opened and _is_known(opened, proceeding) else steps.next_paper()


def _is_known(opened: Onward, proceeding: Proceeding) -> bool:
    """Whether the case says already all that the act asks; the approval of a closure says it when it is signed."""
    if opened.is_step:
        return True
    act = act_named(opened.key)
    asked = {name for name, field in act.order.model_fields.items() if field.is_required()}
    return asked <= {"case", *card_of(act).initial(proceeding)}


def after_act(actor: Actor, proceeding: Proceeding, *, chosen: Registered) -> Onward | None:
    return desk.steps_of(actor, proceeding).opened_by_act(chosen.title)


def asks(request: HttpRequest, word: str) -> bool:
    """Whether the button that was pressed asks for this as well: `sign`, `onward`."""
    return word in request.POST.get("submit", "").split()


def gone_on(
    request: HttpRequest, actor: Actor, *, proceeding: Proceeding, paper: Document | None = None
) -> HttpResponse | None:
    """Do what the page offered besides, and lead on; what is refused is told there, and what was done stays done."""
    if not asks(request, "onward"):
        return None
    case, key = proceeding.case_id, request.POST.get("onward", "")
    leads_to = desk.lane_of(request, pk=case, begun=proceeding)
    try:
        if key in documents.form_codes():
            order = commands.WriteDocument(case=case, proceeding=proceeding.pk, form=key)
            return redirect("cases:paper", pk=case, document=commands.write_document(actor, order).pk)
        for said in _done(request, actor, proceeding=proceeding, key=key, paper=paper):
            messages.success(request, said)
    except Refused as refusal:
        first = refusal.reasons[0]
        messages.warning(request, f"没有随后办理：{first.sentence}{first.remedy}")
    return redirect(leads_to)


def _done(
    request: HttpRequest, actor: Actor, *, proceeding: Proceeding, key: str, paper: Document | None
) -> Iterator[str]:
    """The act, and the step that it opens; or the step alone."""
    act, then = registered_commands().get(key), request.POST.get("onward_then", "")
    if key == PROOF and paper is not None and paper.status == Status.ISSUED:
        _do(actor, proceeding, act=act_named(PROOF), known=as_evidence(proceeding, paper))
        yield "已登记为证据。"
    elif act is not None and is_act(act) and card_of(act).signed_before:
        now = queries.visible_proceeding(actor, proceeding.case_id, pk=proceeding.pk)
        begun = {**card_of(act).initial(now), "seen": request.POST.get("onward_seen", "")[:64]}
        _do(actor, proceeding, act=act, known=begun)
        yield f"{act.title}：已完成。"
    else:
        then = key
    if then:
        place = {"case": proceeding.case_id, "proceeding": proceeding.pk}
        commands.complete_step(actor, commands.CompleteStep(**place, step=then))
        now = queries.visible_proceeding(actor, proceeding.case_id, pk=proceeding.pk)
        yield f"已进入“{queries.step_title_of(now)}”环节。"


def _do(actor: Actor, proceeding: Proceeding, *, act: Registered, known: Mapping[str, Any]) -> None:
    said = {name: value for name, value in known.items() if name in act.order.model_fields}
    try:
        order = act.order.model_validate({"case": proceeding.case_id, "proceeding": proceeding.pk, **said})
    except ValidationError as wrong:  # the page offers nothing that is not known as a whole
        raise Refused(orders.reasons(wrong, captions=card_of(act).captions)) from wrong
    act.call(actor, order)
