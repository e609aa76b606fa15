"""What the scenes of a story are made of: a plan, and the deeds of people at their desks, each a command."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from sanzhi.cases import board, queries
from sanzhi.cases import commands as cases
from sanzhi.cases.models import (
    Assignment,
    Case,
    CaseParty,
    CaseSource,
    ClosureKind,
    HearingOutcome,
    PartyKind,
    Payment,
    Proceeding,
)
from sanzhi.cases.receiving import Receiver, minor_age
from sanzhi.demo.cast import Bureau
from sanzhi.demo.papers import TYPED
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Document, ServiceMethod, Status
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_by_key, rows_where, with_rows
from sanzhi.law.measures import Measure
from sanzhi.law.penalties import Mitigation
from sanzhi.penalty import commands as penalty
from sanzhi.penalty.models import SparedClosure, SparedFor

Days = Iterator[int]
ORDINARY = [
    "lead",
    "filing",
    "investigation",
    "correction",
    "report",
    "notice",
    "plea",
    "hearing",
    "review",
    "deliberation",
    "decision",
    "service",
    "performance",
    "closure",
]
SIMPLIFIED = ["on_the_spot", "filing_report", "collection", "finish"]
DEMOLITION = ["building", "sorting", "removal_told", "removal_ordered", "torn_down", "goods", "building_ends"]
SCENES = {
    "penalty/ordinary": ORDINARY,
    "penalty/simplified": SIMPLIFIED,
    "coercion/demolition-order": DEMOLITION,
}


MILD = "初次违法，能够配合调查。"


@dataclass
class Plan:
    """What happens in one case. `officers` and `leader` are sign-in names; `stop` is the step not to pass."""

    cause: str
    party: dict[str, Any]
    place: str
    summary: str
    procedure: Literal["penalty/ordinary", "penalty/simplified", "coercion/demolition-order"] = (
        "penalty/ordinary"
    )
    officers: tuple[str, str] = ("zhifa1", "zhifa2")
    leader: str = "duizhang1"
    head: str = "juzhang"
    source: CaseSource = CaseSource.PATROL
    fine: Decimal | None = Decimal(500)
    confiscated: Decimal | None = None  # what `confiscates` is worth (yuan)
    measures: list[Measure] = field(default_factory=list)
    confiscates: str = ""
    gains: Decimal = Decimal(0)  # found by the investigation (yuan)
    public_interest: bool = False
    quantities: dict[str, Decimal] = field(default_factory=dict)
    reason: str = MILD  # an empty one is written as it fits the tier of the fine
    found: str = ""  # what the investigation found beside what the lead said
    lighter: Mitigation | None = None
    correction: str = "责令立即改正，恢复原状。"
    competing: str = ""
    plea: str = ""
    hearing: bool = False
    hearing_ends: HearingOutcome = HearingOutcome.HELD
    again: Decimal | None = None  # the head sends the case back, and this fine is proposed
    corrects: bool = False
    spares: bool = False  # proposes no penalty, on the ground `spared_for`
    spared_for: SparedFor = SparedFor.MINOR
    refers: Literal["", "agency", "police"] = ""
    is_returned: bool = False  # who received it gives it back
    filed_as: str = ""  # the cause of the lead, where the investigation found another
    self_removed: bool = False  # an illegal structure that the party pulls down itself
    # what turns aside: longer_check, registration, sampling, recusal, head_recusal,
    # joinder, severance, suspension, appraisal, end, no_street, asks_suspended (for the hearing, while the case stands still)
    aside: tuple[str, ...] = ()
    pays: bool = True
    pays_late: bool = False
    stop: str = ""
    after: str = ""  # what happens after the decision: a method of Aftermath
    found_on: date | None = None
    record: Callable[["Deeds", str], None] | None = None

    @property
    def is_mended(self) -> bool:
        """Whether the party has put it right without an order, before the facts are established."""
        return self.spares and self.spared_for in {SparedFor.MINOR, SparedFor.FIRST}


class Stopped(Exception):
    """The story has come to the step where it should stop."""


class Deeds:
    """One case and everybody who works on it. Every method is what one person does once.

    `lane` is the proceeding on which they work, where it is one that serves the case's own.
    """

    def __init__(self, bureau: Bureau, plan: Plan) -> None:
        self.bureau, self.plan = bureau, plan
        self.case_id = 0
        self.lane: int | None = None

    @property
    def case(self) -> Case:
        return with_rows(rows_by_key(Case, [self.case_id]).values(), "authority")[0]

    @property
    def place(self) -> dict[str, Any]:
        """What every order on the proceeding begins with."""
        return {"case": self.case_id, "proceeding": self.lane}

    @property
    def proceeding(self) -> Proceeding:
        return queries.only_proceeding(self.case, self.lane)

    @property
    def party(self) -> CaseParty:
        found = self.proceeding.respondent
        assert found is not None  # every story registers one first
        return found

    @property
    def officer(self) -> Any:
        return self.bureau.actor(self.crew[0])

    @property
    def crew(self) -> tuple[str, ...]:
        """Who is on the case now, by sign-in name."""
        names = {row.pk: name for name, row in self.bureau.officers.items()}
        rows = rows_where(Assignment, case=self.case_id, ended_on=None) if self.case_id else ()
        now = [row.officer_id for row in rows]
        return tuple(names[officer] for officer in now) or self.plan.officers

    def paper(
        self, form: str, values: dict[str, Any] | None = None, *, writer: str = "", until: str = ""
    ) -> Document:
        """Write, complete and hand in a paper, and let everybody sign it."""
        actor = self.bureau.actor(writer) if writer else self.officer
        typed = {**(TYPED[form](self.proceeding) if form in TYPED else {}), **(values or {})}
        document = cases.write_document(actor, cases.WriteDocument(**self.place, form=form, values=typed))
        cases.submit_document(actor, cases.SubmitDocument(case=self.case_id, document=document.pk))
        return self.sign_all(document.pk, until=until)

    def _leave_unsigned(self, stop: str, form: str) -> None:
        """Where the plan stops so: everybody has signed but the head."""
        if self.plan.stop == stop:
            self.paper(form, until="bureau_head")
            raise Stopped

    def sign_all(self, pk: int, *, until: str = "") -> Document:
        document = documents.document_of(f"cases.case:{self.case_id}", pk)
        while (place := documents.next_place(document)) is not None and place.role != until:
            given = [row.signature.officer_id for row in documents.places_of(document) if row.signature]
            actor = self._signer(place.role, given)
            opinion = "同意。" if place.opinion else ""
            order = cases.SignCaseDocument(case=self.case_id, document=pk, opinion=opinion)
            document = cases.sign_case_document(actor, order)
        assert until or document.status == Status.ISSUED
        return document

    def _signer(self, role: str, given: list[int]) -> Any:
        if role == "officer":
            return self.bureau.actor(
                next(name for name in self.crew if self.bureau.officers[name].pk not in given)
            )
        who = {"squad_leader": self.plan.leader, "bureau_head": self.plan.head, "legal_reviewer": "fazhi"}
        return self.bureau.actor(who[role])

    def serve(self, document: Document) -> None:
        self.serve_paper(document.pk)

    def _receiver(self) -> dict[str, Any]:
        party = self.party
        if minor_age(party, clock.today()) is not None:
            return {"received_by": party.guardian, "relation": Receiver.GUARDIAN}
        if party.kind == PartyKind.PERSON:
            return {"received_by": party.name, "relation": Receiver.SELF}
        return {"received_by": party.representative[:60], "relation": Receiver.REPRESENTATIVE}

    def serve_paper(self, pk: int) -> None:
        party = self.party
        cases.serve_document(
            self.officer,
            cases.ServeDocument(
                case=self.case_id,
                document=pk,
                method=ServiceMethod.DIRECT,
                served_on=clock.today(),
                place=party.address,
                **self._receiver(),
            ),
        )

    def pay(
        self, amount: Decimal, *, on_the_spot: bool = False, receipt: str = "", back: int = 0, **more: Any
    ) -> Payment:
        """`back` days ago, or on the spot of the decision; `more` says how cash was taken."""
        day = self.proceeding.decision.decided_on if on_the_spot else clock.today() - timedelta(days=back)
        said = {
            "case": self.case_id,
            "amount": amount,
            "paid_on": day,
            "receipt_number": f"{clock.today():%Y}{receipt}{self.case_id:08d}",
            "is_on_the_spot": on_the_spot,
        }
        return penalty.record_payment(self.officer, penalty.RecordPayment.model_validate({**said, **more}))

    def go(self, actor: Any = None) -> None:
        cases.complete_step(actor or self.officer, cases.CompleteStep(**self.place))

    def _hearing_line(self) -> bool:
        return board.holds("penalty.hearing_line", self.proceeding)

    def _film(self, moment: str) -> None:
        if self.plan.record is not None:
            self.plan.record(self, moment)

    def _stop(self, step: str) -> None:
        if self.plan.stop == step:
            raise Stopped

    def _names(self) -> str:
        return "、".join(self.bureau.officers[name].name for name in self.crew)

    @property
    def _second(self) -> int:
        return self.bureau.officers[self.crew[1]].pk

    @property
    def _leader(self) -> Any:
        return self.bureau.actor(self.plan.leader)

    @property
    def _head(self) -> Any:
        return self.bureau.actor(self.plan.head)

    def scenes(self) -> Days:
        """The whole story, scene by scene; each yields the days until the next."""
        raise NotImplementedError

    def tell(self) -> Case:
        """The whole story, or as far as the plan's stop, the clock moving along."""
        for days in self.scenes():
            clock.advance(timedelta(days=days, minutes=7))
        return self.case

    def told(self, scenes: Sequence[str]) -> Days:
        for scene in scenes:
            yield from getattr(self, scene)()

    def register(self) -> None:
        """Lead, party, officers: how every case begins."""
        plan = self.plan
        order = cases.RegisterLead(
            procedure=plan.procedure,
            cause_code=plan.filed_as or plan.cause,
            source=plan.source,
            happened_on=plan.found_on or clock.today(),
            found_on=plan.found_on or clock.today(),
            place=plan.place,
            summary=plan.summary,
        )
        self.case_id = cases.register_lead(self.officer, order).pk
        cases.register_party(self.officer, cases.RegisterParty(case=self.case_id, **plan.party))
        ids = [self.bureau.officers[name].pk for name in plan.officers]
        cases.assign_officers(self._leader, cases.AssignOfficers(case=self.case_id, officers=ids))

    def leave_the_street(self) -> Days:
        """The matter needs an investigation: it goes on by the ordinary procedure."""
        reason = "超过当场处罚的限额，事实需要进一步调查。"
        turn = penalty.TurnToOrdinary(case=self.case_id, reason=reason)
        penalty.turn_to_ordinary(self.officer, turn)
        yield from self.told(ORDINARY)
        raise Stopped

    def closure(self, kind: ClosureKind | SparedClosure = ClosureKind.PERFORMED, reason: str = "") -> Days:
        self._stop("closure")
        self.paper("D68", {"closure_kind": kind.value, "closure_reason": reason})
        cases.close_case(self._leader, cases.CloseCase(case=self.case_id, kind=kind, reason=reason))
        yield 0
