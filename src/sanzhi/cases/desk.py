"""What the case page shows: the frame around every tab, the work of the present step, an act's verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from sanzhi.cases import board, queries
from sanzhi.cases.card import act_named, acts_at_any_step, card_of, handles, is_act, writes
from sanzhi.cases.deadlines import countdowns
from sanzhi.cases.matters import Matter
from sanzhi.cases.models import Case, Paper, Proceeding
from sanzhi.cases.policies import is_open, may_complete_step, may_write, moves
from sanzhi.cases.speaking import spoken
from sanzhi.cases.step_bar import step_states
from sanzhi.cases.step_papers import papers_needed
from sanzhi.cases.still_told import papers_to_serve
from sanzhi.documents import queries as documents
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.commands import Registered
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.identity import check_credit_code
from sanzhi.law.procedures import Step
from sanzhi.organisation import looking


@dataclass(frozen=True)
class Offer:
    """An act as a button: greyed with its reasons, or live."""

    title: str
    url: str
    verdict: Verdict
    is_main: bool


@dataclass(frozen=True)
class PaperState:
    """A paper that the present step needs, and how far it is."""

    form: str
    title: str
    paper: Paper | None
    is_automatic: bool
    may: Verdict


def _asked(request: HttpRequest) -> int | None:
    return whole_number(request.POST.get("proceeding") or request.GET.get("proceeding"))


def lane_of(request: HttpRequest, *, pk: int) -> str:
    """The page of the case `pk`, at the proceeding that the address or the form names."""
    page, asked = reverse("cases:detail", kwargs={"pk": pk}), _asked(request)
    return f"{page}?proceeding={asked}" if asked else page


def shown(request: HttpRequest, actor: Actor, *, pk: int) -> Proceeding:
    """The proceeding that the address or the form names, or the first open one of the case `pk`."""
    proceeding = queries.visible_proceeding(actor, pk, pk=_asked(request))
    seen_by(actor, proceeding.case)
    return proceeding


def seen_by(actor: Actor, case: Case) -> None:
    """Who reads a case leaves a line."""
    looking.read(actor, queries.subject_of(case), what=f"案件{case.number}")


def tells_private(proceeding: Proceeding, begun: Mapping[str, Any]) -> bool:
    """Whether a form begins with what the pages of the case mask: the party's number, home or telephone."""
    party = proceeding.respondent
    private = (party.id_number, party.address, party.phone) if party else ()
    return any(value and value in private for value in begun.values() if isinstance(value, str))


def reveal_begun(actor: Actor, proceeding: Proceeding, *, begun: Mapping[str, Any], title: str) -> None:
    """Who is offered a form that begins so leaves a line before it is shown."""
    if tells_private(proceeding, begun):
        what = f"案件{proceeding.case.number}当事人的证件号码、住址、电话（表单“{title}”）"
        looking.reveal(actor, queries.subject_of(proceeding.case), what=what)


def frame(proceeding: Proceeding, *, tab: str = "") -> dict[str, Any]:
    """What stands on every tab of the case; `tab` is the one that is shown."""
    return {
        "tab": tab,
        "case": proceeding.case,
        "proceeding": proceeding,
        "lanes": _lanes(proceeding),
        "closure": board.closure_caption(proceeding),
        "procedure_caption": board.caption_of(proceeding.procedure_key),
        "party": proceeding.respondent,
        "steps": step_states(proceeding),
        "power": queries.power_of(proceeding),
        "officers": queries.assignments_with_units(proceeding.case),
        "proposal": queries.current_proposal(proceeding),
        "overturn": queries.overturn_of(proceeding),
        "countdowns": countdowns(proceeding),
        "major": board.major_reasons(proceeding),
        "credit_warning": _credit_warning(proceeding),
    }


def matters_of(proceeding: Proceeding, *, act: str) -> tuple[Matter, ...]:
    """What was put before whoever does this act."""
    return tuple(row for row in board.matters(proceeding) if act in row.acts)


def _lanes(proceeding: Proceeding) -> tuple[tuple[Proceeding, str, str], ...]:
    """The proceedings of the case, where there are several: how each is called, and how it ended."""
    rows = rows_of(proceeding.case.proceedings)
    named = ((row, _called(row), board.closure_caption(row)) for row in rows)
    return tuple(named) if len(rows) > 1 else ()


def _called(row: Proceeding) -> str:
    """By its party, or by what it is where it serves another."""
    return board.caption_of(row.procedure_key) if row.main_id else row.title


def _credit_warning(proceeding: Proceeding) -> str:
    party = proceeding.respondent
    return (check_credit_code(party.credit_code) or "") if party and party.credit_code else ""


def work(actor: Actor, proceeding: Proceeding) -> dict[str, Any]:
    """What is to be done now, and everything that is missing for the next step."""
    step = queries.current_step(proceeding)
    if step is None:
        offers = tuple(_offers_at_any_step(actor, proceeding, but=()))
        return {"step": None, "verdict": is_open(proceeding), "offers": offers, "papers": ()}
    offers = (
        *_offers(actor, proceeding, step=step),
        *_offers_at_any_step(actor, proceeding, but=step.acts),
    )
    return {
        "step": step,
        "verdict": may_complete_step(actor, proceeding),
        "offers": offers,
        "greyed": _greyed(offers),
        "papers": tuple(_paper_states(actor, proceeding, step=step)),
        "to_serve": papers_to_serve(proceeding),
        "serves": handles(actor, proceeding),
        "is_last": not step.next,
        "writes": writes(actor, proceeding),
        "moves": moves(actor, proceeding, step=step),
    }


def _greyed(offers: Iterable[Offer]) -> list[tuple[Reason, str]]:
    """Each reason for which something may not be done, with the acts that it keeps back."""
    kept_back: dict[Reason, list[str]] = {}
    for offer in offers:
        for reason in () if offer.is_main else offer.verdict.reasons:
            kept_back.setdefault(reason, []).append(f"“{offer.title}”")
    return [(reason, "、".join(titles)) for reason, titles in kept_back.items()]


def _offers(actor: Actor, proceeding: Proceeding, *, step: Step) -> Iterable[Offer]:
    """The acts of the step that have a page of their own; papers are written and served on theirs."""
    is_done = bool(step.issues and step.next) and proceeding.decided_on is not None
    for name in step.acts:
        registered = act_named(name)
        if is_done and is_act(registered) and card_of(registered).is_main:
            continue  # what the step is for was done
        if is_act(registered) and card_of(registered).is_for(actor, proceeding):
            verdict = verdict_on(actor, proceeding, registered=registered)
            url = _address(proceeding, registered)
            yield Offer(registered.title, url, verdict, card_of(registered).is_main)


def _offers_at_any_step(actor: Actor, proceeding: Proceeding, *, but: tuple[str, ...]) -> Iterable[Offer]:
    """What this person may do whatever the step is; what cannot be done is shown only where it is awaited."""
    always = map(act_named, (*queries.procedure_of(proceeding).always, *sorted(spoken(proceeding))))
    everywhere = acts_at_any_step(is_closed=proceeding.closed_on is not None)
    for registered in {row.name: row for row in (*always, *everywhere)}.values():
        if registered.name in but:
            continue
        card, verdict = card_of(registered), verdict_on(actor, proceeding, registered=registered)
        awaited = card.awaited is not None and card.awaited(proceeding)
        if verdict or (awaited and card.is_for(actor, proceeding)):
            yield Offer(registered.title, _address(proceeding, registered), verdict, is_main=awaited)


def offer(actor: Actor, proceeding: Proceeding, *, act: str) -> Offer | None:
    """One act for a page of its own matter; none where it is never the actor's, or the case is closed."""
    registered = act_named(act)
    card = card_of(registered)
    if proceeding.closed_on is not None or not card.is_for(actor, proceeding):
        return None
    verdict = verdict_on(actor, proceeding, registered=registered)
    return Offer(registered.title, _address(proceeding, registered), verdict, card.is_main)


def _address(proceeding: Proceeding, registered: Registered) -> str:
    page = card_of(registered).page
    place = {"pk": proceeding.case_id, **({} if page else {"verb": registered.verb})}
    return f"{reverse(page or 'cases:act', kwargs=place)}?proceeding={proceeding.pk}"


def verdict_on(actor: Actor, proceeding: Proceeding, *, registered: Registered) -> Verdict:
    """The same verdict that the command will reach, as far as it can be known before the form is filled."""
    return card_of(registered).may(actor, proceeding, act=registered.name)


def _paper_states(actor: Actor, proceeding: Proceeding, *, step: Step) -> Iterable[PaperState]:
    newest = {paper.form: paper for paper in queries.papers(proceeding) if not paper.is_void}
    automatic = queries.procedure_of(proceeding).issued_forms
    for need in papers_needed(proceeding, step):
        title = documents.form_title(need.form)
        may = may_write(actor, proceeding, form=need.form)
        yield PaperState(need.form, title, newest.get(need.form), need.form in automatic, may)


def quantities_asked(request: HttpRequest, registered: Registered) -> dict[str, Any]:
    """The counted quantities (处, ㎡, 日, 株, 造价) that the page sends beside the form's own fields."""
    if "quantities" not in registered.order.model_fields:
        return {}
    prefix = "quantity_"
    sent = {
        name.removeprefix(prefix): value
        for name, value in request.POST.items()
        if name.startswith(prefix) and value
    }
    return {"quantities": sent}


def lanes_of(cases: Iterable[Case]) -> list[tuple[Case, Proceeding, str]]:
    """Each case of a list with its first open proceeding, and the step where that stands, or how it ended."""
    found = []
    for case in cases:
        rows = list(case.proceedings.all())
        shown = next((row for row in rows if row.closed_on is None), rows[-1])
        found.append((case, shown, board.closure_caption(shown) or queries.step_title_of(shown)))
    return found
