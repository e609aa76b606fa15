"""The verbs of a penalty."""

from sanzhi.penalty.commands.charge_late_penalty import ChargeLatePenalty, charge_late_penalty
from sanzhi.penalty.commands.decide_no_penalty import DecideNoPenalty, decide_no_penalty
from sanzhi.penalty.commands.decide_penalty import DecidePenalty, decide_penalty
from sanzhi.penalty.commands.order_correction import OrderCorrection, order_correction
from sanzhi.penalty.commands.penalise_on_the_spot import PenaliseOnTheSpot, penalise_on_the_spot
from sanzhi.penalty.commands.propose_penalty import ProposePenalty, propose_penalty
from sanzhi.penalty.commands.record_correction_review import RecordCorrectionReview, record_correction_review
from sanzhi.penalty.commands.record_education import RecordEducation, record_education
from sanzhi.penalty.commands.record_payment import RecordPayment, record_payment

__all__ = [
    "ChargeLatePenalty",
    "DecideNoPenalty",
    "DecidePenalty",
    "OrderCorrection",
    "PenaliseOnTheSpot",
    "ProposePenalty",
    "RecordCorrectionReview",
    "RecordEducation",
    "RecordPayment",
    "charge_late_penalty",
    "decide_no_penalty",
    "decide_penalty",
    "order_correction",
    "penalise_on_the_spot",
    "propose_penalty",
    "record_correction_review",
    "record_education",
    "record_payment",
]
