"""The verbs of a case; this listing is the platform's API for it."""

from sanzhi.cases.commands.add_evidence import AddEvidence, add_evidence
from sanzhi.cases.commands.add_respondent import AddRespondent, add_respondent
from sanzhi.cases.commands.admit_officer import AdmitOfficer, admit_officer
from sanzhi.cases.commands.answer_contest import AnswerContest, answer_contest
from sanzhi.cases.commands.answer_partner import AnswerPartner, answer_partner
from sanzhi.cases.commands.answer_plea import AnswerPlea, answer_plea
from sanzhi.cases.commands.ask_correction import AskCorrection, ask_correction
from sanzhi.cases.commands.ask_recusal import AskRecusal, ask_recusal
from sanzhi.cases.commands.assign_officers import AssignOfficers, assign_officers
from sanzhi.cases.commands.attach_scan import AttachScan, attach_scan
from sanzhi.cases.commands.begin_own_motion import BeginOwnMotion, begin_own_motion
from sanzhi.cases.commands.change_cause import ChangeCause, change_cause
from sanzhi.cases.commands.change_procedure import ChangeProcedure, change_procedure
from sanzhi.cases.commands.close_case import CloseCase, close_case
from sanzhi.cases.commands.complete_step import CompleteStep, complete_step
from sanzhi.cases.commands.conclude_hearing import ConcludeHearing, conclude_hearing
from sanzhi.cases.commands.correct_contest import CorrectContest, correct_contest
from sanzhi.cases.commands.correct_service import CorrectService, correct_service
from sanzhi.cases.commands.correct_slip import CorrectSlip, correct_slip
from sanzhi.cases.commands.correct_termination import CorrectTermination, correct_termination
from sanzhi.cases.commands.decide_anew import DecideAnew, decide_anew
from sanzhi.cases.commands.decide_recusal import DecideRecusal, decide_recusal
from sanzhi.cases.commands.decline_overturn import DeclineOverturn, decline_overturn
from sanzhi.cases.commands.drop_overturn import DropOverturn, drop_overturn
from sanzhi.cases.commands.end_contest import EndContest, end_contest
from sanzhi.cases.commands.end_investigation import EndInvestigation, end_investigation
from sanzhi.cases.commands.enter_finding import EnterFinding, enter_finding
from sanzhi.cases.commands.enter_payment import EnterPayment, enter_payment
from sanzhi.cases.commands.enter_plea import EnterPlea, enter_plea
from sanzhi.cases.commands.enter_proposal import EnterProposal, enter_proposal
from sanzhi.cases.commands.establish_facts import EstablishFacts, establish_facts
from sanzhi.cases.commands.explain_delay import ExplainDelay, explain_delay
from sanzhi.cases.commands.extend_check import ExtendCheck, extend_check
from sanzhi.cases.commands.extend_time import ExtendTime, extend_time
from sanzhi.cases.commands.fill_document import FillCaseDocument, fill_case_document
from sanzhi.cases.commands.issue_decision import IssueDecision, issue_decision
from sanzhi.cases.commands.issue_own_paper import IssuePaper, issue_own_paper
from sanzhi.cases.commands.join_case import JoinCase, join_case
from sanzhi.cases.commands.move_to_edition import MoveToEdition, move_to_edition
from sanzhi.cases.commands.name_partner import NamePartner, name_partner
from sanzhi.cases.commands.notify_hearing import NotifyHearing, notify_hearing
from sanzhi.cases.commands.open_beside import OpenBeside, open_beside
from sanzhi.cases.commands.open_case import OpenCase, open_case
from sanzhi.cases.commands.order_appraisal import OrderAppraisal, order_appraisal
from sanzhi.cases.commands.overturn_decision import OverturnDecision, overturn_decision
from sanzhi.cases.commands.propose_overturn import ProposeOverturn, propose_overturn
from sanzhi.cases.commands.receive_appraisal import ReceiveAppraisal, receive_appraisal
from sanzhi.cases.commands.record_contest import RecordContest, record_contest
from sanzhi.cases.commands.record_plea import RecordPlea, record_plea
from sanzhi.cases.commands.redate_case import RedateCase, redate_case
from sanzhi.cases.commands.register_lead import RegisterLead, register_lead
from sanzhi.cases.commands.register_party import RegisterParty, register_party
from sanzhi.cases.commands.remake_document import RemakeDocument, remake_document
from sanzhi.cases.commands.reopen_closed import ReopenClosed, reopen_closed
from sanzhi.cases.commands.request_hearing import RequestHearing, request_hearing
from sanzhi.cases.commands.resume_case import ResumeCase, resume_case
from sanzhi.cases.commands.resume_execution import ResumeExecution, resume_execution
from sanzhi.cases.commands.return_appraisal import ReturnAppraisal, return_appraisal
from sanzhi.cases.commands.return_document import ReturnCaseDocument, return_case_document
from sanzhi.cases.commands.review_overturn import ReviewOverturn, review_overturn
from sanzhi.cases.commands.send_back import SendBack, send_back
from sanzhi.cases.commands.serve_document import ServeDocument, serve_document
from sanzhi.cases.commands.settle_correction import SettleCorrection, settle_correction
from sanzhi.cases.commands.sever_case import SeverCase, sever_case
from sanzhi.cases.commands.sign_document import SignCaseDocument, sign_case_document
from sanzhi.cases.commands.stay_execution import StayExecution, stay_execution
from sanzhi.cases.commands.submit_document import SubmitDocument, submit_document
from sanzhi.cases.commands.suspend_case import SuspendCase, suspend_case
from sanzhi.cases.commands.turn_back import TurnBack, turn_back
from sanzhi.cases.commands.turn_to_end import TurnToEnd, turn_to_end
from sanzhi.cases.commands.void_document import VoidCaseDocument, void_case_document
from sanzhi.cases.commands.write_document import WriteDocument, write_document

__all__ = [
    "AddEvidence",
    "AddRespondent",
    "AdmitOfficer",
    "AnswerContest",
    "AnswerPartner",
    "AnswerPlea",
    "AskCorrection",
    "AskRecusal",
    "AssignOfficers",
    "AttachScan",
    "BeginOwnMotion",
    "ChangeCause",
    "ChangeProcedure",
    "CloseCase",
    "CompleteStep",
    "ConcludeHearing",
    "CorrectContest",
    "CorrectService",
    "CorrectSlip",
    "CorrectTermination",
    "DecideAnew",
    "DecideRecusal",
    "DeclineOverturn",
    "DropOverturn",
    "EndContest",
    "EndInvestigation",
    "EnterFinding",
    "EnterPayment",
    "EnterPlea",
    "EnterProposal",
    "EstablishFacts",
    "ExplainDelay",
    "ExtendCheck",
    "ExtendTime",
    "FillCaseDocument",
    "IssueDecision",
    "IssuePaper",
    "JoinCase",
    "MoveToEdition",
    "NamePartner",
    "NotifyHearing",
    "OpenBeside",
    "OpenCase",
    "OrderAppraisal",
    "OverturnDecision",
    "ProposeOverturn",
    "ReceiveAppraisal",
    "RecordContest",
    "RecordPlea",
    "RedateCase",
    "RegisterLead",
    "RegisterParty",
    "RemakeDocument",
    "ReopenClosed",
    "RequestHearing",
    "ResumeCase",
    "ResumeExecution",
    "ReturnAppraisal",
    "ReturnCaseDocument",
    "ReviewOverturn",
    "SendBack",
    "ServeDocument",
    "SettleCorrection",
    "SeverCase",
    "SignCaseDocument",
    "StayExecution",
    "SubmitDocument",
    "SuspendCase",
    "TurnBack",
    "TurnToEnd",
    "VoidCaseDocument",
    "WriteDocument",
    "add_evidence",
    "add_respondent",
    "admit_officer",
    "answer_contest",
    "answer_partner",
    "answer_plea",
    "ask_correction",
    "ask_recusal",
    "assign_officers",
    "attach_scan",
    "begin_own_motion",
    "change_cause",
    "change_procedure",
    "close_case",
    "complete_step",
    "conclude_hearing",
    "correct_contest",
    "correct_service",
    "correct_slip",
    "correct_termination",
    "decide_anew",
    "decide_recusal",
    "decline_overturn",
    "drop_overturn",
    "end_contest",
    "end_investigation",
    "enter_finding",
    "enter_payment",
    "enter_plea",
    "enter_proposal",
    "establish_facts",
    "explain_delay",
    "extend_check",
    "extend_time",
    "fill_case_document",
    "issue_decision",
    "issue_own_paper",
    "join_case",
    "move_to_edition",
    "name_partner",
    "notify_hearing",
    "open_beside",
    "open_case",
    "order_appraisal",
    "overturn_decision",
    "propose_overturn",
    "receive_appraisal",
    "record_contest",
    "record_plea",
    "redate_case",
    "register_lead",
    "register_party",
    "remake_document",
    "reopen_closed",
    "request_hearing",
    "resume_case",
    "resume_execution",
    "return_appraisal",
    "return_case_document",
    "review_overturn",
    "send_back",
    "serve_document",
    "settle_correction",
    "sever_case",
    "sign_case_document",
    "stay_execution",
    "submit_document",
    "suspend_case",
    "turn_back",
    "turn_to_end",
    "void_case_document",
    "write_document",
]
