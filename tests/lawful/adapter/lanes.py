"""Which entries of a case speak of a proceeding that is no penalty, and that proceeding's own rows.

A case's entries name the case alone; what they sealed says which proceeding they were about. The last entry of a command
carries the seals of all of it, so that the entries before it belong with it.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection

from sanzhi.cases.models import Appraisal, Contest, Decision, Payment, Plea, Proceeding, Proposal, StepVisit
from sanzhi.cases.models import Paper as CasePaper
from sanzhi.coercion.models import (
    Agreement,
    Clearing,
    Demolition,
    Enforcement,
    Entrusting,
    Halt,
    LeftThing,
    SeizedThing,
    Seizure,
    Structure,
)
from sanzhi.ledger.models import Entry
from sanzhi.levy.models import Assessment, LevyApplication, LevyEnd, Lowering, Refund, Succession
from sanzhi.licensing.models import (
    Ban,
    Ending,
    Examination,
    HandedIn,
    InterestedView,
    Licence,
    LicenceApplication,
    LicenceHearing,
    TimeGranted,
    TimeLeftOut,
)
from sanzhi.requisition.models import (
    CompensationAssessment,
    CompensationPayment,
    Objection,
    Requisition,
    RequisitionedThing,
    UseEntry,
)
from sanzhi.reviews.models import Deliberation, Review
from tests.lawful.adapter.rows import load

PENALTY = "penalty/"
SHARED = {
    "visits": StepVisit,
    "proposals": Proposal,
    "decisions": Decision,
    "pleas": Plea,
    "payments": Payment,
    "appraisals": Appraisal,
    "reviews": Review,
    "deliberations": Deliberation,
    "contests": Contest,
}
# by the first word of the procedure's key
OWN: dict[str, dict[str, type[Any]]] = {
    "coercion": {
        "seizures": Seizure,
        "enforcements": Enforcement,
        "clearings": Clearing,
        "halts": Halt,
        "agreements": Agreement,
        "structures": Structure,
        "entrustings": Entrusting,
        "demolitions": Demolition,
    },
    "license": {
        "applications": LicenceApplication,
        "examinations": Examination,
        "views": InterestedView,
        "times_out": TimeLeftOut,
        "times_granted": TimeGranted,
        "licence_hearings": LicenceHearing,
        "endings": Ending,
        "licences": Licence,
        "bans": Ban,
    },
    "levy": {
        "assessments": Assessment,
        "lowerings": Lowering,
        "refunds": Refund,
        "successions": Succession,
        "ends": LevyEnd,
        "court": LevyApplication,
    },
    "requisition": {
        "requisitions": Requisition,
        "objections": Objection,
        "compensations": CompensationAssessment,
        "compensation_payments": CompensationPayment,
    },
}
# rows that name one of the rows above: list, table, the rows that they name and by which column
PARTS: tuple[tuple[str, type[Any], str, str], ...] = (
    ("things", SeizedThing, "seizures", "seizure_id"),
    ("left", LeftThing, "demolitions", "demolition_id"),
    ("requisitioned", RequisitionedThing, "requisitions", "requisition_id"),
    ("uses", UseEntry, "requisitioned", "thing_id"),
    ("handed_in", HandedIn, "applications", "application_id"),
)
OF_IT = '"proceeding_id" = %s ORDER BY "id"'
BEHIND = 40  # entries of other subjects that a command may write after the last one of its case


def is_lane(proceeding: Proceeding) -> bool:
    """Asked of the procedure: a penalty decided anew, or another party's, is none."""
    return not proceeding.procedure_key.startswith(PENALTY)


class Lane:
    """A proceeding that is no penalty with its rows, which are taken in order as the entries speak of them."""

    def __init__(self, proceeding: Proceeding) -> None:
        self.proceeding, self.pk = proceeding, proceeding.pk
        self.ref = f"cases.proceeding:{proceeding.pk}"
        self.kind = proceeding.procedure_key.removeprefix("coercion/")
        self.tables = SHARED | OWN[proceeding.procedure_key.partition("/")[0]]
        self.all = {name: load(model, OF_IT, self.pk) for name, model in self.tables.items()}
        for name, model, of, column in PARTS:
            if of in self.all:
                self.tables[name] = model
                wanted = f'"{column}" = %s ORDER BY "id"'
                self.all[name] = [part for row in self.all[of] for part in load(model, wanted, row.pk)]
        self.papers = {row.document_id for row in load(CasePaper, OF_IT, self.pk)}
        self.all |= {"uses": sorted(self.all["uses"], key=lambda row: row.pk)} if "uses" in self.all else {}
        self.waiting = {name: list(rows) for name, rows in self.all.items()}
        self.issued: dict[int, str] = {}  # papers in force so far: id → form
        self.unanswered: list[Any] = []
        self.under_review: list[Any] = []
        self.saw: dict[int, Any] = {}  # proposals by key, as they were told
        self.decided_at: list[datetime] = []  # when a head decided a seizure
        self.longer = 0  # how often a requisition was extended so far

    @property
    def things(self) -> list[Any]:
        """What a seizure took."""
        return self.all.get("things", [])

    def take_payment(self) -> Payment | None:
        """The next payment that was recorded, as it counts now."""
        stands = {row.corrects_id: row for row in self.all["payments"] if row.corrects_id}
        row: Payment | None = self.take("payments")
        while row is not None and row.corrects_id:
            row = self.take("payments")
        while row is not None and row.pk in stands:
            row = stands[row.pk]
        return row

    def take(self, name: str) -> Any:
        """The next row of `name`; None where there is none."""
        return self.waiting[name].pop(0) if self.waiting[name] else None

    def one(self, name: str) -> Any:
        """The one row of `name` as it stands; None where there is none."""
        return next(iter(self.all[name]), None)

    def has_left(self, step: str) -> bool:
        """Whether the step is over for good, or the proceeding has ended."""
        visits = [row for row in self.all["visits"] if row.step == step]
        return self.proceeding.closed_on is not None or bool(visits and visits[-1].left_on)

    def sealed(self) -> dict[tuple[str, int], "Lane"]:
        own = {(_label(model), row.pk): self for name, model in self.tables.items() for row in self.all[name]}
        return own | {("documents.document", pk): self for pk in self.papers}


def _label(model: type[Any]) -> str:
    return str(model._meta.label_lower)


class Lanes:
    """The proceedings of a case that are no penalties: for each entry that of which it speaks, None for the penalty's own."""

    def __init__(self, proceedings: Iterable[Proceeding]) -> None:
        self.all = {row.pk: Lane(row) for row in proceedings if is_lane(row)}
        self._by_entry: dict[int, Lane] = {}

    def read(self, entries: list[Entry]) -> None:
        """Look through what the entries sealed (1 query)."""
        if not self.all or not entries:
            return
        rows = {key: lane for lane in self.all.values() for key, lane in lane.sealed().items()}
        first, last = entries[0].pk, entries[-1].pk + BEHIND
        closing = _seals(first, last)
        ends = sorted(closing)
        at = 0
        for entry in entries:
            while at < len(ends) and ends[at] < entry.pk:
                at += 1
            lane = self._of_paper(entry)
            if lane is not None:
                self._by_entry[entry.pk] = lane
            elif at < len(ends):
                found = [rows[key] for key in closing[ends[at]] if key in rows and _tells(entry, key[0])]
                if found:
                    self._by_entry[entry.pk] = found[0]

    def _of_paper(self, entry: Entry) -> Lane | None:
        is_paper = entry.subject_kind == "documents.document"
        return next((row for row in self.all.values() if is_paper and entry.subject_id in row.papers), None)

    def of(self, entry: Entry) -> Lane | None:
        return self._by_entry.get(entry.pk)


def _tells(entry: Entry, table: str) -> bool:
    """What an auction set off is paid of the fine of the case, though one command writes both."""
    return entry.event != "cases.payment_recorded" or table == _label(Payment)


def _seals(first: int, last: int) -> dict[int, list[tuple[str, int]]]:
    found: dict[int, list[tuple[str, int]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT "entry_id", "table", "row" FROM "ledger_rowseal" WHERE "entry_id" BETWEEN %s AND %s',
            (first, last),
        )
        for entry, table, row in cursor.fetchall():
            found.setdefault(entry, []).append((table, row))
    return found
