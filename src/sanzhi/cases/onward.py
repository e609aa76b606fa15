"""One page, two things: what is done last before a step may be left is done together with leaving it, where one wants to."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sanzhi.cases import commands, desk, queries
from sanzhi.cases.card import act_named, card_of, is_act
from sanzhi.cases.models import Proceeding
from sanzhi.cases.next_rows import Onward
from sanzhi.cases.papers_now import SERVED
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Document, Status
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Registered, registered_commands
from sanzhi.kernel.errors import Refused


def after_issue(actor: Actor, proceeding: Proceeding, *, paper: Document) -> Onward | None:
    """What opens when this person's signature, or submission, issues the paper: none where others sign after."""
    places = documents.places_of(paper)
    left = [place for place in places if place.signature is None]
    if len(left) > 1 or paper.status not in {Status.DRAFT, Status.SIGNING}:
        return None
    return desk.steps_of(actor, proceeding).opened_by_paper(paper.title)


def after_service(actor: Actor, proceeding: Proceeding, *, paper: Document) -> Onward | None:
    return desk.steps_of(actor, proceeding).opened_by_paper(f"{SERVED}{paper.title}")


def after_act(actor: Actor, proceeding: Proceeding, *, chosen: Registered) -> Onward | None:
    return desk.steps_of(actor, proceeding).opened_by_act(chosen.title)


def asks(request: HttpRequest, word: str) -> bool:
    """Whether the button that was pressed asks for this as well: `sign`, `onward`."""
    return word in request.POST.get("submit", "").split()


def gone_on(request: HttpRequest, actor: Actor, *, proceeding: Proceeding) -> HttpResponse | None:
    """Do what the page offered besides, and lead to the case; what is refused is told there, and what was done stays done."""
    if not asks(request, "onward"):
        return None
    try:
        said = _done(request, actor, proceeding=proceeding, key=request.POST.get("onward", ""))
    except Refused as refusal:
        first = refusal.reasons[0]
        messages.warning(request, f"没有随后办理：{first.sentence}{first.remedy}")
    else:
        messages.success(request, said)
    return redirect(desk.lane_of(request, pk=proceeding.case_id, begun=proceeding))


def _done(request: HttpRequest, actor: Actor, *, proceeding: Proceeding, key: str) -> str:
    place = {"case": proceeding.case_id, "proceeding": proceeding.pk}
    act = registered_commands().get(key)
    if act is None or not is_act(act) or not card_of(act).signed_before:
        commands.complete_step(actor, commands.CompleteStep(**place, step=key))
        now = queries.visible_proceeding(actor, proceeding.case_id, pk=proceeding.pk)
        return f"已进入“{queries.step_title_of(now)}”环节。"
    now = queries.visible_proceeding(actor, proceeding.case_id, pk=proceeding.pk)
    begun = {**card_of(act).initial(now), "seen": request.POST.get("onward_seen", "")[:64]}
    known = {name: value for name, value in begun.items() if name in act.order.model_fields}
    act.call(actor, act.order.model_validate({**place, **known}))
    return f"{act_named(key).title}：已完成。"
