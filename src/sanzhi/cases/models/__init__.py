"""Tables of a case and its proceedings, by the paper they belong to."""

from sanzhi.cases.models.admission import Admission
from sanzhi.cases.models.aftermath import (
    ClericalCorrection,
    Overturn,
    OverturnedBy,
    OverturnedFor,
    OverturnKind,
    RecordCorrection,
    RecordKind,
)
from sanzhi.cases.models.case import (
    OF_LEADS,
    Assignment,
    Case,
    CaseParty,
    CaseSource,
    Evidence,
    EvidenceKind,
    IdType,
    Partner,
    PartyKind,
    PartyRole,
    RenamedBy,
    Sex,
    Tip,
)
from sanzhi.cases.models.contest import Contest, ContestOutcome, ContestWay
from sanzhi.cases.models.decision import Decision, Payment
from sanzhi.cases.models.finding import Finding
from sanzhi.cases.models.hearing import ClosedFor, Hearing, HearingOutcome
from sanzhi.cases.models.joinder import Joinder, JoinedFor
from sanzhi.cases.models.paper import Paper, PaperScan
from sanzhi.cases.models.pause import Appraisal, EndedFor, SuspendedFor, Suspension, Termination
from sanzhi.cases.models.proceeding import CauseChange, ClosureKind, Delay, Proceeding, StepVisit
from sanzhi.cases.models.proposal import Plea, PleaManner, Proposal
from sanzhi.cases.models.recusal import AskedBy, Recusal

__all__ = [
    "OF_LEADS",
    "Admission",
    "Appraisal",
    "AskedBy",
    "Assignment",
    "Case",
    "CaseParty",
    "CaseSource",
    "CauseChange",
    "ClericalCorrection",
    "ClosedFor",
    "ClosureKind",
    "Contest",
    "ContestOutcome",
    "ContestWay",
    "Decision",
    "Delay",
    "EndedFor",
    "Evidence",
    "EvidenceKind",
    "Finding",
    "Hearing",
    "HearingOutcome",
    "IdType",
    "Joinder",
    "JoinedFor",
    "Overturn",
    "OverturnKind",
    "OverturnedBy",
    "OverturnedFor",
    "Paper",
    "PaperScan",
    "Partner",
    "PartyKind",
    "PartyRole",
    "Payment",
    "Plea",
    "PleaManner",
    "Proceeding",
    "Proposal",
    "RecordCorrection",
    "RecordKind",
    "Recusal",
    "RenamedBy",
    "Sex",
    "StepVisit",
    "SuspendedFor",
    "Suspension",
    "Termination",
    "Tip",
]
