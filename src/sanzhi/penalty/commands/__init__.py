"""The verbs of a penalty."""

from sanzhi.penalty.commands.answer_referral import AnswerReferral, answer_referral
from sanzhi.penalty.commands.apply_to_court import ApplyToCourt, apply_to_court
from sanzhi.penalty.commands.charge_late_penalty import ChargeLatePenalty, charge_late_penalty
from sanzhi.penalty.commands.correct_enforcement_end import CorrectEnforcementEnd, correct_enforcement_end
from sanzhi.penalty.commands.correct_entry import CorrectEntry, correct_entry
from sanzhi.penalty.commands.correct_payment import CorrectPayment, correct_payment
from sanzhi.penalty.commands.decide_deferral import DecideDeferral, decide_deferral
from sanzhi.penalty.commands.decide_no_penalty import DecideNoPenalty, decide_no_penalty
from sanzhi.penalty.commands.decide_penalty import DecidePenalty, decide_penalty
from sanzhi.penalty.commands.dispose_things_back import DisposeThingsBack, dispose_things_back
from sanzhi.penalty.commands.end_enforcement import EndEnforcement, end_enforcement
from sanzhi.penalty.commands.hand_over import HandOver, hand_over
from sanzhi.penalty.commands.open_on_the_spot import OpenOnTheSpot, open_on_the_spot
from sanzhi.penalty.commands.order_correction import OrderCorrection, order_correction
from sanzhi.penalty.commands.penalise_on_the_spot import PenaliseOnTheSpot, penalise_on_the_spot
from sanzhi.penalty.commands.preserve_evidence import PreserveEvidence, preserve_evidence
from sanzhi.penalty.commands.propose_penalty import ProposePenalty, propose_penalty
from sanzhi.penalty.commands.propose_preservation import ProposePreservation, propose_preservation
from sanzhi.penalty.commands.propose_sparing import ProposeSparing, propose_sparing
from sanzhi.penalty.commands.record_correction_review import RecordCorrectionReview, record_correction_review
from sanzhi.penalty.commands.record_court_answer import RecordCourtAnswer, record_court_answer
from sanzhi.penalty.commands.record_education import RecordEducation, record_education
from sanzhi.penalty.commands.record_payment import RecordPayment, record_payment
from sanzhi.penalty.commands.record_police_answer import RecordPoliceAnswer, record_police_answer
from sanzhi.penalty.commands.recount_late_penalty import RecountLatePenalty, recount_late_penalty
from sanzhi.penalty.commands.refund_payment import RefundPayment, refund_payment
from sanzhi.penalty.commands.report_referral import ReportReferral, report_referral
from sanzhi.penalty.commands.request_deferral import RequestDeferral, request_deferral
from sanzhi.penalty.commands.return_confiscated import ReturnConfiscated, return_confiscated
from sanzhi.penalty.commands.settle_preservation import SettlePreservation, settle_preservation
from sanzhi.penalty.commands.take_confiscated import TakeConfiscated, take_confiscated
from sanzhi.penalty.commands.take_things_back import TakeThingsBack, take_things_back
from sanzhi.penalty.commands.transfer_cash import TransferCash, transfer_cash
from sanzhi.penalty.commands.turn_to_ordinary import TurnToOrdinary, turn_to_ordinary
from sanzhi.penalty.commands.weigh_same_act import WeighSameAct, weigh_same_act
from sanzhi.penalty.commands.withdraw_preservation import WithdrawPreservation, withdraw_preservation

__all__ = [
    "AnswerReferral",
    "ApplyToCourt",
    "ChargeLatePenalty",
    "CorrectEnforcementEnd",
    "CorrectEntry",
    "CorrectPayment",
    "DecideDeferral",
    "DecideNoPenalty",
    "DecidePenalty",
    "DisposeThingsBack",
    "EndEnforcement",
    "HandOver",
    "OpenOnTheSpot",
    "OrderCorrection",
    "PenaliseOnTheSpot",
    "PreserveEvidence",
    "ProposePenalty",
    "ProposePreservation",
    "ProposeSparing",
    "RecordCorrectionReview",
    "RecordCourtAnswer",
    "RecordEducation",
    "RecordPayment",
    "RecordPoliceAnswer",
    "RecountLatePenalty",
    "RefundPayment",
    "ReportReferral",
    "RequestDeferral",
    "ReturnConfiscated",
    "SettlePreservation",
    "TakeConfiscated",
    "TakeThingsBack",
    "TransferCash",
    "TurnToOrdinary",
    "WeighSameAct",
    "WithdrawPreservation",
    "answer_referral",
    "apply_to_court",
    "charge_late_penalty",
    "correct_enforcement_end",
    "correct_entry",
    "correct_payment",
    "decide_deferral",
    "decide_no_penalty",
    "decide_penalty",
    "dispose_things_back",
    "end_enforcement",
    "hand_over",
    "open_on_the_spot",
    "order_correction",
    "penalise_on_the_spot",
    "preserve_evidence",
    "propose_penalty",
    "propose_preservation",
    "propose_sparing",
    "record_correction_review",
    "record_court_answer",
    "record_education",
    "record_payment",
    "record_police_answer",
    "recount_late_penalty",
    "refund_payment",
    "report_referral",
    "request_deferral",
    "return_confiscated",
    "settle_preservation",
    "take_confiscated",
    "take_things_back",
    "transfer_cash",
    "turn_to_ordinary",
    "weigh_same_act",
    "withdraw_preservation",
]
