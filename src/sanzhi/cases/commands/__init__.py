"""The verbs of a case; this listing is the platform's API for it."""

from sanzhi.cases.commands.add_evidence import AddEvidence, add_evidence
from sanzhi.cases.commands.answer_plea import AnswerPlea, answer_plea
from sanzhi.cases.commands.assign_officers import AssignOfficers, assign_officers
from sanzhi.cases.commands.charge_late_penalty import ChargeLatePenalty, charge_late_penalty
from sanzhi.cases.commands.close_case import CloseCase, close_case
from sanzhi.cases.commands.complete_step import CompleteStep, complete_step
from sanzhi.cases.commands.conclude_hearing import ConcludeHearing, conclude_hearing
from sanzhi.cases.commands.decide_penalty import DecidePenalty, decide_penalty
from sanzhi.cases.commands.fill_document import FillCaseDocument, fill_case_document
from sanzhi.cases.commands.move_to_edition import MoveToEdition, move_to_edition
from sanzhi.cases.commands.notify_hearing import NotifyHearing, notify_hearing
from sanzhi.cases.commands.order_correction import OrderCorrection, order_correction
from sanzhi.cases.commands.penalise_on_the_spot import PenaliseOnTheSpot, penalise_on_the_spot
from sanzhi.cases.commands.propose_penalty import ProposePenalty, propose_penalty
from sanzhi.cases.commands.record_correction_review import RecordCorrectionReview, record_correction_review
from sanzhi.cases.commands.record_deliberation import RecordDeliberation, record_deliberation
from sanzhi.cases.commands.record_payment import RecordPayment, record_payment
from sanzhi.cases.commands.record_plea import RecordPlea, record_plea
from sanzhi.cases.commands.register_lead import RegisterLead, register_lead
from sanzhi.cases.commands.register_party import RegisterParty, register_party
from sanzhi.cases.commands.request_hearing import RequestHearing, request_hearing
from sanzhi.cases.commands.return_document import ReturnCaseDocument, return_case_document
from sanzhi.cases.commands.serve_document import ServeDocument, serve_document
from sanzhi.cases.commands.sign_document import SignCaseDocument, sign_case_document
from sanzhi.cases.commands.submit_document import SubmitDocument, submit_document
from sanzhi.cases.commands.void_document import VoidCaseDocument, void_case_document
from sanzhi.cases.commands.write_document import WriteDocument, write_document

__all__ = [
    "AddEvidence",
    "AnswerPlea",
    "AssignOfficers",
    "ChargeLatePenalty",
    "CloseCase",
    "CompleteStep",
    "ConcludeHearing",
    "DecidePenalty",
    "FillCaseDocument",
    "MoveToEdition",
    "NotifyHearing",
    "OrderCorrection",
    "PenaliseOnTheSpot",
    "ProposePenalty",
    "RecordCorrectionReview",
    "RecordDeliberation",
    "RecordPayment",
    "RecordPlea",
    "RegisterLead",
    "RegisterParty",
    "RequestHearing",
    "ReturnCaseDocument",
    "ServeDocument",
    "SignCaseDocument",
    "SubmitDocument",
    "VoidCaseDocument",
    "WriteDocument",
    "add_evidence",
    "answer_plea",
    "assign_officers",
    "charge_late_penalty",
    "close_case",
    "complete_step",
    "conclude_hearing",
    "decide_penalty",
    "fill_case_document",
    "move_to_edition",
    "notify_hearing",
    "order_correction",
    "penalise_on_the_spot",
    "propose_penalty",
    "record_correction_review",
    "record_deliberation",
    "record_payment",
    "record_plea",
    "register_lead",
    "register_party",
    "request_hearing",
    "return_case_document",
    "serve_document",
    "sign_case_document",
    "submit_document",
    "void_case_document",
    "write_document",
]
