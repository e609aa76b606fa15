"""What the case page shows: the frame around every tab, the work of the present step, an act's verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from sanzhi.cases import queries
from sanzhi.cases.acts import ACTS, Act
from sanzhi.cases.commands.decide_penalty import may_decide
from sanzhi.cases.deadlines import countdowns
from sanzhi.cases.models import Case
from sanzhi.cases.papers import Paper
from sanzhi.cases.penalty_rules import fine_bounds, major_reasons
from sanzhi.cases.policies import DECISIONS, is_open, may_act, may_complete_step, papers_needed
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.identity import check_credit_code

# acts of other storeys: the names of their pages
ELSEWHERE = {"submit_for_review": ("送请法制审核", "reviews:submit")}
# acts that are done on the papers' own pages
ON_PAPERS = {"write_document", "serve_document"}


def today() -> date:
    return clock.today()


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


def frame(case: Case) -> dict[str, Any]:
    """What stands on every tab of the case."""
    return {
        "case": case,
        "party": getattr(case, "party", None),
        "steps": queries.step_states(case),
        "power": queries.power_of(case),
        "officers": queries.assignments(case),
        "proposal": queries.current_proposal(case),
        "countdowns": countdowns(case),
        "major": major_reasons(case),
        "credit_warning": _credit_warning(case),
    }


def _credit_warning(case: Case) -> str:
    party = getattr(case, "party", None)
    return (check_credit_code(party.credit_code) or "") if party and party.credit_code else ""


def work(actor: Actor, case: Case) -> dict[str, Any]:
    """What is to be done now, and everything that is missing for the next step."""
    step = queries.current_step(case)
    if step is None:
        return {"step": None, "verdict": is_open(case), "offers": (), "papers": ()}
    offers = tuple(_offers(actor, case, acts=step.acts))
    return {
        "step": step,
        "verdict": may_complete_step(actor, case),
        "offers": offers,
        "greyed": dict.fromkeys(
            reason for offer in offers if not offer.is_main for reason in offer.verdict.reasons
        ),
        "papers": tuple(_paper_states(case)),
        "is_last": not step.next,
    }


def _offers(actor: Actor, case: Case, *, acts: Iterable[str]) -> Iterable[Offer]:
    for key in acts:
        if key in ELSEWHERE:
            title, name = ELSEWHERE[key]
            yield Offer(
                title, reverse(name, kwargs={"pk": case.pk}), may_act(actor, case, act=key), is_main=True
            )
        elif key in ACTS and key not in ON_PAPERS:
            main = key in {"decide_penalty", "close_case", "penalise_on_the_spot"}
            url = reverse("cases:act", kwargs={"pk": case.pk, "verb": key})
            yield Offer(ACTS[key].title, url, verdict_on(actor, case, act=ACTS[key]), is_main=main)


def verdict_on(actor: Actor, case: Case, *, act: Act) -> Verdict:
    """The same verdict that the command will reach, as far as it can be known before the form is filled."""
    if act.key == "decide_penalty":
        return may_decide(actor, case)
    if act.key == "penalise_on_the_spot" and hasattr(case, "decision"):
        return Verdict.no("本案已经当场作出处罚决定。", "行政处罚法第二十九条")
    return may_act(actor, case, act=act.key)


def _paper_states(case: Case) -> Iterable[PaperState]:
    step = queries.current_step(case)
    assert step is not None
    newest = {paper.form: paper for paper in queries.papers(case) if not paper.is_void}
    for need in papers_needed(case, step):
        yield PaperState(
            need.form, documents.form_title(need.form), newest.get(need.form), need.form in DECISIONS
        )


def beside(case: Case, act: Act) -> dict[str, Any]:
    """What helps to fill an act's form: the statutory range for a proposal."""
    if act.key not in {"propose_penalty", "penalise_on_the_spot"}:
        return {}
    return {"power": queries.power_of(case), "bounds": fine_bounds(case, {})}


def initial(case: Case, act: Act) -> dict[str, Any]:
    """What a form starts from: the row that the act will mend."""
    sources = {
        "register_party": "party",
        "order_correction": "correction",
        "record_plea": "plea",
        "record_deliberation": "deliberation",
    }
    row = getattr(case, sources.get(act.key, ""), None) if act.key in sources else None
    if act.key == "propose_penalty":
        row = queries.current_proposal(case)
    if act.key == "assign_officers":
        return {"officers": [row.officer_id for row in queries.assignments(case)]}
    if row is None:
        return {"paid_on": clock.today()} if act.key == "record_payment" else {}
    values = {name: getattr(row, name) for name in act.order.model_fields if hasattr(row, name)}
    values["participants"] = "\n".join(values.get("participants", []))
    return values


def quantities_asked(request: HttpRequest, act: Act) -> dict[str, Any]:
    """The counted quantities (处, ㎡, 日, 株, 造价) that the page sends beside the form's own fields."""
    if "quantities" not in act.order.model_fields:
        return {}
    prefix = "quantity_"
    sent = {
        name.removeprefix(prefix): value
        for name, value in request.POST.items()
        if name.startswith(prefix) and value
    }
    return {"quantities": sent}


def step_title(case: Case) -> str:
    step = queries.current_step(case)
    return step.title if step else "已结案"


def with_step_titles(cases: Iterable[Case]) -> list[tuple[Case, str]]:
    return [(case, step_title(case)) for case in cases]
