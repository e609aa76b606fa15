"""The verbs of licensing."""

from sanzhi.licensing.commands.accept_application import AcceptApplication, accept_application
from sanzhi.licensing.commands.announce_visit import AnnounceVisit, announce_visit
from sanzhi.licensing.commands.apply_for_change import ApplyForChange, apply_for_change
from sanzhi.licensing.commands.apply_for_renewal import ApplyForRenewal, apply_for_renewal
from sanzhi.licensing.commands.ask_hearing import AskHearing, ask_hearing
from sanzhi.licensing.commands.begin_ending import BeginEnding, begin_ending
from sanzhi.licensing.commands.conclude_licence_hearing import (
    ConcludeLicenceHearing,
    conclude_licence_hearing,
)
from sanzhi.licensing.commands.correct_receipt import CorrectReceipt, correct_receipt
from sanzhi.licensing.commands.decide_licence import DecideLicence, decide_licence
from sanzhi.licensing.commands.decline_application import DeclineApplication, decline_application
from sanzhi.licensing.commands.end_time_left_out import EndTimeLeftOut, end_time_left_out
from sanzhi.licensing.commands.enter_view import EnterView, enter_view
from sanzhi.licensing.commands.examine import Examine, examine
from sanzhi.licensing.commands.explain_late_decision import ExplainLateDecision, explain_late_decision
from sanzhi.licensing.commands.extend_decision import ExtendDecision, extend_decision
from sanzhi.licensing.commands.follow_up import FollowUpOnLicence, follow_up
from sanzhi.licensing.commands.forgo_ending import ForgoEnding, forgo_ending
from sanzhi.licensing.commands.give_notice import GiveNotice, give_notice
from sanzhi.licensing.commands.hand_in_materials import HandInMaterials, hand_in_materials
from sanzhi.licensing.commands.lapse_application import LapseApplication, lapse_application
from sanzhi.licensing.commands.leave_time_out import LeaveTimeOut, leave_time_out
from sanzhi.licensing.commands.note_revocation import NoteRevocation, note_revocation
from sanzhi.licensing.commands.propose_ending import ProposeEnding, propose_ending
from sanzhi.licensing.commands.propose_licence import ProposeLicence, propose_licence
from sanzhi.licensing.commands.set_hearing import SetHearing, set_hearing
from sanzhi.licensing.commands.take_application import TakeApplication, take_application
from sanzhi.licensing.commands.tell_corrections import TellCorrections, tell_corrections
from sanzhi.licensing.commands.tell_hearing import TellHearing, tell_hearing
from sanzhi.licensing.commands.tell_interested import TellInterested, tell_interested
from sanzhi.licensing.commands.waive_hearing import WaiveHearing, waive_hearing
from sanzhi.licensing.commands.withdraw_application import WithdrawApplication, withdraw_application

__all__ = [
    "AcceptApplication",
    "AnnounceVisit",
    "ApplyForChange",
    "ApplyForRenewal",
    "AskHearing",
    "BeginEnding",
    "ConcludeLicenceHearing",
    "CorrectReceipt",
    "DecideLicence",
    "DeclineApplication",
    "EndTimeLeftOut",
    "EnterView",
    "Examine",
    "ExplainLateDecision",
    "ExtendDecision",
    "FollowUpOnLicence",
    "ForgoEnding",
    "GiveNotice",
    "HandInMaterials",
    "LapseApplication",
    "LeaveTimeOut",
    "NoteRevocation",
    "ProposeEnding",
    "ProposeLicence",
    "SetHearing",
    "TakeApplication",
    "TellCorrections",
    "TellHearing",
    "TellInterested",
    "WaiveHearing",
    "WithdrawApplication",
    "accept_application",
    "announce_visit",
    "apply_for_change",
    "apply_for_renewal",
    "ask_hearing",
    "begin_ending",
    "conclude_licence_hearing",
    "correct_receipt",
    "decide_licence",
    "decline_application",
    "end_time_left_out",
    "enter_view",
    "examine",
    "explain_late_decision",
    "extend_decision",
    "follow_up",
    "forgo_ending",
    "give_notice",
    "hand_in_materials",
    "lapse_application",
    "leave_time_out",
    "note_revocation",
    "propose_ending",
    "propose_licence",
    "set_hearing",
    "take_application",
    "tell_corrections",
    "tell_hearing",
    "tell_interested",
    "waive_hearing",
    "withdraw_application",
]
