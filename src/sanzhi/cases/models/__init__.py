"""Tables of a case, by the paper they belong to."""

from sanzhi.cases.models.case import (
    Assignment,
    Case,
    CaseSource,
    ClosureKind,
    Party,
    PartyKind,
    StepVisit,
    Tip,
)
from sanzhi.cases.models.decision import Decision, Deliberation, LatePenalty, Payment
from sanzhi.cases.models.hearing import Hearing, Plea
from sanzhi.cases.models.investigation import Correction, Evidence, EvidenceKind, Proposal

__all__ = [
    "Assignment",
    "Case",
    "CaseSource",
    "ClosureKind",
    "Correction",
    "Decision",
    "Deliberation",
    "Evidence",
    "EvidenceKind",
    "Hearing",
    "LatePenalty",
    "Party",
    "PartyKind",
    "Payment",
    "Plea",
    "Proposal",
    "StepVisit",
    "Tip",
]
