"""What the case page shows: the frame around every tab, the work of the present step, an act's verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from sanzhi.cases import board, queries
from sanzhi.cases.acts_now import acts_now, address_of
from sanzhi.cases.card import act_named, card_of, writes
from sanzhi.cases.deadlines import countdowns
from sanzhi.cases.gathering import gather, gather_for_frame
from sanzhi.cases.matters import Matter
from sanzhi.cases.models import Case, Proceeding
from sanzhi.cases.next_steps import NextSteps
from sanzhi.cases.papers_now import paper_states, papers_now
from sanzhi.cases.step_bar import step_states
from sanzhi.cases.story import Day, story_of
from sanzhi.cases.who_may import staff_of
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.commands import Registered
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.identity import check_credit_code
from sanzhi.organisation import looking


@dataclass(frozen=True)
class Offer:
    """An act as a button: greyed with its reasons, or live."""

    title: str
    url: str
    verdict: Verdict
    is_main: bool


def _asked(request: HttpRequest) -> int | None:
    return whole_number(request.POST.get("proceeding") or request.GET.get("proceeding"))


def lane_of(request: HttpRequest, *, pk: int, begun: object = None) -> str:
    """The page of the case `pk`: at the proceeding that what was done belongs to, or that the address or the form names."""
    page, asked = reverse("cases:detail", kwargs={"pk": pk}), _asked(request)
    lane = getattr(begun, "proceeding", begun)
    if isinstance(lane, Proceeding) and lane.case_id == pk:
        asked = lane.pk
    return f"{page}?proceeding={asked}" if asked else page


def shown(request: HttpRequest, actor: Actor, *, pk: int) -> Proceeding:
    """The proceeding that the address or the form names, or the first open one of the case `pk`."""
    proceeding = queries.visible_proceeding(actor, pk, pk=_asked(request))
    seen_by(actor, proceeding.case)
    return proceeding


def at_work(request: HttpRequest, actor: Actor, *, pk: int) -> Proceeding:
    """The same, with everything that the acts and papers of its step ask for."""
    proceeding = shown(request, actor, pk=pk)
    gather([proceeding], beside=())
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
    gather_for_frame(proceeding)
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
        "proposal_word": board.proposed_in(proceeding.procedure_key),
        "overturn": queries.overturn_of(proceeding),
        "countdowns": countdowns(proceeding),
        "major": board.major_reasons(proceeding),
        "credit_warning": _credit_warning(proceeding),
    }


def story(proceeding: Proceeding) -> tuple[Day, ...]:
    """The timeline of the whole case."""
    rows = rows_of(proceeding.case.proceedings)
    called = {row.pk: f"{number}．{_called(row)}" for number, row in enumerate(rows, start=1)}
    return story_of(proceeding.case, called=called)


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
    """What may be done now and by whom, and everything that is missing for the next step."""
    steps = steps_of(actor, proceeding)
    step, acts = steps.step, steps.acts
    return {
        "step": step,
        "verdict": steps.may_lead_on,
        "offers": tuple(Offer(row.title, row.url, row.verdict, row.is_main) for row in acts if row.is_shown),
        "papers": steps.papers.states,
        "is_last": step is not None and not step.next,
        "pane": steps.pane(),
        "writes": writes(actor, proceeding),
    }


def steps_of(actor: Actor, proceeding: Proceeding) -> NextSteps:
    step = queries.current_step(proceeding)
    acts, staff = acts_now(actor, proceeding), staff_of(proceeding)
    states = paper_states(actor, proceeding, step=step) if step else ()
    papers = papers_now(actor, proceeding, states=states, staff=staff)
    return NextSteps(actor, proceeding, acts=acts, papers=papers, staff=staff)


def offer(actor: Actor, proceeding: Proceeding, *, act: str) -> Offer | None:
    """One act for a page of its own matter; none where it is never the actor's, or the case is closed."""
    registered = act_named(act)
    card = card_of(registered)
    if proceeding.closed_on is not None or not card.is_for(actor, proceeding):
        return None
    verdict = verdict_on(actor, proceeding, registered=registered)
    return Offer(registered.title, address_of(proceeding, registered), verdict, card.is_main)


def verdict_on(actor: Actor, proceeding: Proceeding, *, registered: Registered) -> Verdict:
    """The same verdict that the command will reach, as far as it can be known before the form is filled."""
    return card_of(registered).may(actor, proceeding, act=registered.name)


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
