"""The papers of a proceeding as rows of the list: made, to be written, to be signed, to be handed over."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse

from sanzhi.cases import queries
from sanzhi.cases.articles import own_articles
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.next_rows import DONE, MINE, OTHERS, Go, Row, said
from sanzhi.cases.policies import is_written_now, may_hold_the_pen, may_sign_paper, may_touch
from sanzhi.cases.step_papers import papers_needed
from sanzhi.cases.still_told import papers_to_serve
from sanzhi.cases.who_may import Staff
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Status
from sanzhi.documents.policies import may_sign
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import with_lists
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.law.procedures import Step
from sanzhi.organisation.roles import Role

SERVED = "送达"  # before the title, in the key of a row of what waits for service


@dataclass(frozen=True)
class PaperState:
    """A paper that the present step needs, and how far it is; `may`: whether this actor may write it now."""

    form: str
    title: str
    paper: Paper | None
    is_automatic: bool
    timely: Verdict
    may: Verdict


def paper_states(actor: Actor, proceeding: Proceeding, *, step: Step) -> tuple[PaperState, ...]:
    newest = {paper.form: paper for paper in queries.papers(proceeding) if not paper.is_void}
    automatic = queries.procedure_of(proceeding).issued_forms
    pen, found = may_hold_the_pen(actor, proceeding), []
    for need in papers_needed(proceeding, step):
        form, timely = need.form, is_written_now(proceeding, need.form)
        title = documents.form_title(form)
        found.append(PaperState(form, title, newest.get(form), form in automatic, timely, timely & pen))
    return tuple(found)


@dataclass(frozen=True)
class PapersNow:
    """`states` are the papers of the step, `to_serve` what was issued and not handed over."""

    actor: Actor
    proceeding: Proceeding
    staff: Staff
    states: tuple[PaperState, ...]
    to_serve: tuple[Paper, ...]

    def rows(self) -> Iterable[Row]:
        """Those of the step in its order, then whatever else is open, then what waits for service."""
        unfinished = [row for row in queries.papers(self.proceeding) if row.is_unfinished]
        signing = [row.document for row in unfinished if row.document.status == Status.SIGNING]
        with_lists(signing, "signatures")
        mine = {row.paper.pk for row in self.states if row.paper}
        for state in self.states:
            yield from self._of_step(state)
        for paper in unfinished:
            if paper.pk not in mine:
                yield from self._unfinished(paper, timely=is_written_now(self.proceeding, paper.form))
        yield from map(self._waiting, self.to_serve)

    def _of_step(self, state: PaperState) -> Iterable[Row]:
        if state.paper is None:
            if state.timely and not state.is_automatic:
                yield self._to_write(state)
        elif state.paper.is_unfinished:
            yield from self._unfinished(state.paper, timely=state.timely)
        elif state.paper not in self.to_serve:
            yield self._done(state.paper)

    def _to_write(self, state: PaperState) -> Row:
        asked = {"proceeding": str(self.proceeding.pk), "form": state.form}
        place = reverse("cases:write_document", kwargs={"pk": self.proceeding.case_id})
        return Row(
            MINE if state.may else OTHERS,
            f"制作《{state.title}》",
            self._article(state.form),
            key=state.title,
            who=self._writers,
            go=Go(place, tuple(asked.items())),
        )

    def _unfinished(self, paper: Paper, *, timely: Verdict) -> Iterable[Row]:
        place = documents.next_place(paper.document)
        if place is not None:
            signed = {
                row.signature.officer_id for row in documents.places_of(paper.document) if row.signature
            }
            may = may_sign(self.actor, paper.document, place=place)
            may &= may_sign_paper(self.actor, self.proceeding.case, role=place.role)
            roles = () if place.role == Role.OFFICER else (Role(place.role),)
            yield self._row(
                paper,
                f"签署《{paper.title}》",
                may=may,
                who=self.staff.offices(roles, but=signed),
                note=place.caption,
            )
        elif timely and paper.document.status == Status.DRAFT:
            title = f"填写《{paper.title}》，提交签批"
            yield self._row(paper, title, may=self._pen, who=self._writers, note="草稿")

    def _waiting(self, paper: Paper) -> Row:
        own = may_touch(self.actor, self.proceeding)
        row = self._row(
            paper, f"送达《{paper.title}》", may=own, who=self.staff.officers(), note=paper.number
        )
        return replace(row, key=f"{SERVED}{paper.title}")

    def _done(self, paper: Paper) -> Row:
        served = f"{chinese_date(paper.served_on)}送达" if paper.served_on else ""
        note = " · ".join(filter(None, (paper.state_label, paper.number, served)))
        return self._row(paper, f"《{paper.title}》", may=None, who="", note=note)

    def _row(self, paper: Paper, title: str, *, may: Verdict | None, who: str, note: str) -> Row:
        place = {"pk": self.proceeding.case_id, "document": paper.document_id}
        state = DONE if may is None else MINE if may else OTHERS
        go = Go(reverse("cases:paper", kwargs=place))
        return Row(state, title, self._article(paper.form), key=paper.title, note=note, who=who, go=go)

    def _article(self, form: str) -> str:
        """None where the form knows only those of other kinds."""
        return said(own_articles(documents.form(form).citations, self.proceeding.procedure_key))

    @cached_property
    def _pen(self) -> Verdict:
        return may_hold_the_pen(self.actor, self.proceeding)

    @cached_property
    def _writers(self) -> str:
        return self.staff.writers(queries.current_step(self.proceeding))


def papers_now(
    actor: Actor, proceeding: Proceeding, *, states: tuple[PaperState, ...], staff: Staff
) -> PapersNow:
    return PapersNow(actor, proceeding, staff, states, papers_to_serve(proceeding))
