"""What may be done now and by whom, and what each next step still lacks: one list for the page and for the phone.

It decides nothing: every row is a verdict that the commands ask again.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from django.urls import reverse

from sanzhi.cases import board, queries
from sanzhi.cases.acts_now import ActNow
from sanzhi.cases.leaving import films_are_there, is_decided
from sanzhi.cases.models import Proceeding
from sanzhi.cases.next_rows import DONE, MINE, OTHERS, Aside, Go, Group, Lack, Onward, Pane, Row, Way
from sanzhi.cases.papers_now import SERVED, PapersNow
from sanzhi.cases.policies import (
    is_complete_but_for_films,
    is_open,
    may_be_left,
    may_move,
)
from sanzhi.cases.remedies import parts_of
from sanzhi.cases.step_papers import missing
from sanzhi.cases.who_may import Staff
from sanzhi.documents import queries as documents
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.law.procedures import Step, next_step
from sanzhi.organisation.roles import Role

LEADERS = (Role.SQUAD_LEADER, Role.BUREAU_HEAD)
NAMED = re.compile("《([^《》]+)》")


class NextSteps:
    """The list of one proceeding for one actor. `step` is None where it is closed."""

    def __init__(
        self,
        actor: Actor,
        proceeding: Proceeding,
        *,
        acts: tuple[ActNow, ...],
        papers: PapersNow,
        staff: Staff,
    ) -> None:
        self.actor, self.proceeding, self.acts, self.staff = actor, proceeding, acts, staff
        self.step: Step | None = queries.current_step(proceeding)
        self.papers = papers
        self.paper_rows = tuple(papers.rows())

    def pane(self) -> Pane:
        rows = (*self._acts(), *self._with_their_lacks(), *self._leading_on())
        asides = [row for row in self.acts if row.is_aside and row.timely and not row.is_awaited]
        return Pane(
            step=self.step.title if self.step else "",
            citation=self.step.citation if self.step else "",
            personal=tuple(map(self._lack, self._personal())),
            mine=tuple(sorted((row for row in rows if row.state == MINE), key=lambda row: not row.is_main)),
            others=tuple(row for row in rows if row.state == OTHERS),
            lacks=self._lacks(),
            ways=self._ways(),
            done=tuple(row for row in rows if row.state == DONE),
            not_now=self._not_now(),
            asides=tuple(map(self._act, (row for row in asides if row.own))),
            asides_of_others=self._of_others(row for row in asides if not row.own),
        )

    @property
    def may_lead_on(self) -> Verdict:
        if self.step is None:
            return is_open(self.proceeding)
        return may_move(self.actor, self.proceeding, step=self.step) & self._may_be_left

    # ---- what may be done

    def _acts(self) -> Iterable[Row]:
        return (self._act(row) for row in self.acts if row.timely and (row.is_awaited or not row.is_aside))

    def _act(self, row: ActNow) -> Row:
        article = self.step.citation if self.step else queries.procedure_of(self.proceeding).citation
        return Row(
            MINE if row.own else OTHERS,
            row.title,
            row.card.rests_on(self.proceeding) or article,
            key=row.registered.name,
            who=self.staff.offices(row.card.office),
            go=Go(row.url) if row.own else None,
            is_main=row.is_main,
        )

    def _of_others(self, acts: Iterable[ActNow]) -> tuple[Aside, ...]:
        found: dict[str, list[Row]] = {}
        for row in map(self._act, acts):
            found.setdefault(row.who, []).append(row)
        return tuple(Aside(who, tuple(rows)) for who, rows in found.items())

    def _leading_on(self) -> Iterable[Row]:
        if self.step is None or not self.step.next or not self._may_be_left:
            return
        following = next_step(self.step, self._holds) or ""
        sends = {"proceeding": str(self.proceeding.pk), "step": self.step.key}
        may, office = may_move(self.actor, self.proceeding, step=self.step), Role(self.step.role)
        others = (*LEADERS, *(() if office in {Role.OFFICER, *LEADERS} else (office,)))
        yield Row(
            MINE if may else OTHERS,
            f"完成“{self.step.title}”",
            self.step.citation,
            key="cases.complete_step",
            note=f"进入“{self._title(following)}”",
            who=f"{self.staff.officers()}；{self.staff.offices(others)}",
            go=Go(
                reverse("cases:complete_step", kwargs={"pk": self.proceeding.case_id}), tuple(sends.items())
            ),
            is_main=True,
        )

    def _personal(self) -> Iterable[Reason]:
        """What stands against the actor alone, where something could be done by his office."""
        found: dict[Reason, None] = {}
        for row in self.acts:
            if row.is_its and row.timely and not (row.is_aside and not row.is_awaited):
                found.update(dict.fromkeys(row.own.reasons))
        return found

    # ---- what is missing

    @cached_property
    def _may_be_left(self) -> Verdict:
        if self.step is None:
            return Verdict.yes()
        left = may_be_left(self.proceeding, self.step) & is_decided(self.proceeding, self.step)
        return left & is_complete_but_for_films(self.proceeding, self.step) & self._films

    @cached_property
    def _films(self) -> Verdict:
        return films_are_there(self.proceeding, self.step) if self.step else Verdict.yes()

    def _for_next(self) -> tuple[Reason, ...]:
        return self._may_be_left.reasons if self.step and self.step.next else ()

    def _answered_by(self, reason: Reason) -> str:
        """The key of the row that says the same: a paper that is to be made, signed or handed over."""
        for title in NAMED.findall(reason.sentence):
            if reason.sentence == missing(title) and title in self._open:
                return str(title)
            if SERVED in reason.sentence and f"{SERVED}{title}" in self._open:
                return f"{SERVED}{title}"
        return ""

    @cached_property
    def _open(self) -> Mapping[str, Row]:
        return {row.key: row for row in self.paper_rows if row.state != DONE}

    def _with_their_lacks(self) -> Iterable[Row]:
        """The rows of the papers, each with the reason to which it is the answer; 缺少《…》 says nothing more."""
        told: dict[str, list[Lack]] = {}
        needed: dict[str, tuple[str, ...]] = {}
        for reason, held in self._held_back.items():
            if key := self._answered_by(reason):
                needed[key] = tuple(dict.fromkeys((*needed.get(key, ()), *held)))
                told.setdefault(key, []).extend([self._lack(reason)] if key.startswith(SERVED) else [])
        for row in self.paper_rows:
            yield replace(row, needed_for=needed.get(row.key, ()), lacks=tuple(told.get(row.key, ())))

    @cached_property
    def _held_back(self) -> dict[Reason, tuple[str, ...]]:
        """Each reason once, with the next step and the main acts that it keeps back."""
        found: dict[Reason, tuple[str, ...]] = {}
        for reason in self._for_next():
            found[reason] = (self._next_in_words(),)
        for act in self.acts:
            if act.card.is_main and not act.timely and not act.is_aside and not self._is_over(act):
                for reason in act.timely.reasons:
                    found[reason] = (*found.get(reason, ()), f"办理“{act.title}”")
        return found

    def _is_over(self, act: ActNow) -> bool:
        """It is done, or its step is so complete that it may be left."""
        is_left = self.step is not None and bool(self.step.next) and bool(self._may_be_left)
        return is_left or act.card.is_done(self.proceeding)

    def _lacks(self) -> tuple[Group, ...]:
        return self._grouped(self._held_back)

    def _not_now(self) -> tuple[Group, ...]:
        """What else the actor's office will be able to do, and what it still lacks."""
        holds: dict[Reason, tuple[str, ...]] = {}
        for act in self.acts:
            if act.is_shown and not act.timely and (act.is_aside or not act.card.is_main):
                for reason in act.timely.reasons:
                    holds[reason] = (*holds.get(reason, ()), f"“{act.title}”")
        return self._grouped(holds)

    def _grouped(self, holds: Mapping[Reason, tuple[str, ...]]) -> tuple[Group, ...]:
        groups: dict[tuple[str, ...], list[Lack]] = {}
        for reason, held in holds.items():
            if not self._answered_by(reason):
                groups.setdefault(held, []).append(self._lack(reason))
        return tuple(Group(held, tuple(lacks)) for held, lacks in groups.items())

    def _lack(self, reason: Reason) -> Lack:
        go, label = self._leads_to(reason)
        remedy = parts_of(reason.remedy, acts=self._addresses)
        return Lack(reason.sentence, reason.citation, remedy, go, label)

    def _leads_to(self, reason: Reason) -> tuple[Go | None, str]:
        """The recordings, or the paper that is named."""
        if reason in self._films.reasons:
            place = reverse("recordings:of_case", kwargs={"pk": self.proceeding.case_id})
            return Go(f"{place}?proceeding={self.proceeding.pk}"), "打开音像"
        for title in NAMED.findall(reason.sentence):
            row = next(
                (row for row in self.paper_rows if row.key == title and not (row.go and row.go.sends)), None
            )
            if row is not None:
                return row.go, f"打开《{title}》"
        return None, ""

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """The acts of the actor's office, by their titles."""
        return {row.title: row.url for row in self.acts if row.own}

    # ---- what one thing more opens

    def opened_by_paper(self, key: str) -> Onward | None:
        """What nothing keeps back but the paper, or its service, whose row has this key."""
        return self._opened(lambda reason: self._answered_by(reason) == key)

    def opened_by_act(self, title: str) -> Onward | None:
        """The step that nothing keeps back but the act of this title."""
        found = self._opened(
            lambda reason: any(part.url for part in parts_of(reason.remedy, acts={title: title}))
        )
        return found if found and found.is_step else None

    def next_paper(self) -> Onward | None:
        """The first paper of the step that this person may begin."""
        row = next((row for row in self.paper_rows if row.state == MINE and row.go and row.go.sends), None)
        if row is None or row.go is None:
            return None
        return Onward(dict(row.go.sends)["form"], f"制作《{row.key}》")

    def _opened(self, answers: Callable[[Reason], bool]) -> Onward | None:
        if self.step is None:
            return None
        against: dict[str, list[Reason]] = {}
        for reason, held in self._held_back.items():
            for hold in held:
                against.setdefault(hold, []).append(reason)
        for hold, reasons in against.items():
            if all(map(answers, reasons)) and (found := self._onward(hold)):
                left = [row for row in against.get(self._next_in_words(), ()) if not answers(row)]
                return found if found.is_step else self._with_the_step(found, left)
        return None

    def _with_the_step(self, act: Onward, left: Iterable[Reason]) -> Onward:
        """The decision, and the next step besides where nothing but it and the paper that it issues keeps that back."""
        assert self.step is not None
        said = {reason.sentence for reason in is_decided(self.proceeding, self.step).reasons}
        said |= {missing(documents.form_title(form)) for form in self.step.issues.values()}
        step = self._onward(self._next_in_words())
        if not self.step.next or step is None or any(reason.sentence not in said for reason in left):
            return act
        return replace(act, then=step.key, label=f"{act.label}、{step.label}")

    def _onward(self, hold: str) -> Onward | None:
        """For who may do it himself."""
        if self.step is not None and hold == self._next_in_words():
            may = may_move(self.actor, self.proceeding, step=self.step)
            return Onward(self.step.key, hold, is_step=True) if may else None
        act = next((row for row in self.acts if hold == _done_in_words(row.title)), None)
        if act is None or not act.own or not act.card.signed_before:
            return None
        return Onward(act.registered.name, hold, seen=act.card.version(self.proceeding))

    # ---- where it may go

    def _ways(self) -> tuple[Way, ...]:
        """The steps that may follow; none told where only one can."""
        if self.step is None or len(self.step.next) < 2:
            return ()
        taken = next((edge for edge in self.step.next if not edge.when or self._holds(edge.when)), None)
        return tuple(
            Way(self._title(edge.to), board.wordings().get(edge.when, edge.when), edge is taken)
            for edge in self.step.next
        )

    def _next_in_words(self) -> str:
        assert self.step is not None
        only = self.step.next[0].to if len(self.step.next) == 1 else ""
        return f"进入“{self._title(only)}”" if only else f"完成“{self.step.title}”"

    def _title(self, key: str) -> str:
        return queries.procedure_of(self.proceeding).step(key).title

    def _holds(self, condition: str) -> bool:
        return board.holds(condition, self.proceeding)


def _done_in_words(title: str) -> str:
    return f"办理“{title}”"
