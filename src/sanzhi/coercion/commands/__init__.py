"""The verbs of coercion."""

from sanzhi.coercion.commands.agree_on_enforcement import AgreeOnEnforcement, agree_on_enforcement
from sanzhi.coercion.commands.ask_court_for_costs import AskCourtForCosts, ask_court_for_costs
from sanzhi.coercion.commands.begin_demolition import BeginDemolition, begin_demolition
from sanzhi.coercion.commands.begin_enforcement import BeginEnforcement, begin_enforcement
from sanzhi.coercion.commands.begin_seizure import BeginSeizure, begin_seizure
from sanzhi.coercion.commands.break_agreement import BreakAgreement, break_agreement
from sanzhi.coercion.commands.call_for_left_things import CallForLeftThings, call_for_left_things
from sanzhi.coercion.commands.carry_out_seizure import CarryOutSeizure, carry_out_seizure
from sanzhi.coercion.commands.clear_at_once import ClearAtOnce, clear_at_once
from sanzhi.coercion.commands.decide_enforcement import DecideEnforcement, decide_enforcement
from sanzhi.coercion.commands.decide_removal import DecideRemoval, decide_removal
from sanzhi.coercion.commands.decide_seizure import DecideSeizure, decide_seizure
from sanzhi.coercion.commands.deposit_left_things import DepositLeftThings, deposit_left_things
from sanzhi.coercion.commands.describe_structure import DescribeStructure, describe_structure
from sanzhi.coercion.commands.entrust_auction import EntrustAuction, entrust_auction
from sanzhi.coercion.commands.extend_seizure import ExtendSeizure, extend_seizure
from sanzhi.coercion.commands.forgo_seizure import ForgoSeizure, forgo_seizure
from sanzhi.coercion.commands.halt_enforcement import HaltEnforcement, halt_enforcement
from sanzhi.coercion.commands.hand_out_left_things import HandOutLeftThings, hand_out_left_things
from sanzhi.coercion.commands.let_things_go import LetThingsGo, let_things_go
from sanzhi.coercion.commands.look_at_stop import LookAtStop, look_at_stop
from sanzhi.coercion.commands.move_proxy_day import MoveProxyDay, move_proxy_day
from sanzhi.coercion.commands.move_things import MoveThings, move_things
from sanzhi.coercion.commands.notify_of_clearing import NotifyOfClearing, notify_of_clearing
from sanzhi.coercion.commands.perform_by_proxy import PerformByProxy, perform_by_proxy
from sanzhi.coercion.commands.propose_demolition import ProposeDemolition, propose_demolition
from sanzhi.coercion.commands.propose_enforcement import ProposeEnforcement, propose_enforcement
from sanzhi.coercion.commands.propose_extension import ProposeExtension, propose_extension
from sanzhi.coercion.commands.propose_removal import ProposeRemoval, propose_removal
from sanzhi.coercion.commands.propose_seizure import ProposeSeizure, propose_seizure
from sanzhi.coercion.commands.record_announcement import RecordAnnouncement, record_announcement
from sanzhi.coercion.commands.record_auction import RecordAuction, record_auction
from sanzhi.coercion.commands.record_costs_answer import RecordCostsAnswer, record_costs_answer
from sanzhi.coercion.commands.record_failed_auction import RecordFailedAuction, record_failed_auction
from sanzhi.coercion.commands.record_fulfilment import RecordFulfilment, record_fulfilment
from sanzhi.coercion.commands.record_government_order import RecordGovernmentOrder, record_government_order
from sanzhi.coercion.commands.record_proxy_payment import RecordProxyPayment, record_proxy_payment
from sanzhi.coercion.commands.record_removal import RecordRemoval, record_removal
from sanzhi.coercion.commands.refer_structure import ReferStructure, refer_structure
from sanzhi.coercion.commands.regularise_seizure import RegulariseSeizure, regularise_seizure
from sanzhi.coercion.commands.report_to_government import ReportToGovernment, report_to_government
from sanzhi.coercion.commands.return_rest import ReturnRest, return_rest
from sanzhi.coercion.commands.seize_at_once import SeizeAtOnce, seize_at_once
from sanzhi.coercion.commands.set_demolition_day import SetDemolitionDay, set_demolition_day
from sanzhi.coercion.commands.settle_proxy_costs import SettleProxyCosts, settle_proxy_costs
from sanzhi.coercion.commands.settle_things import SettleThings, settle_things
from sanzhi.coercion.commands.sort_structure import SortStructure, sort_structure
from sanzhi.coercion.commands.tear_down import TearDown, tear_down

__all__ = [
    "AgreeOnEnforcement",
    "AskCourtForCosts",
    "BeginDemolition",
    "BeginEnforcement",
    "BeginSeizure",
    "BreakAgreement",
    "CallForLeftThings",
    "CarryOutSeizure",
    "ClearAtOnce",
    "DecideEnforcement",
    "DecideRemoval",
    "DecideSeizure",
    "DepositLeftThings",
    "DescribeStructure",
    "EntrustAuction",
    "ExtendSeizure",
    "ForgoSeizure",
    "HaltEnforcement",
    "HandOutLeftThings",
    "LetThingsGo",
    "LookAtStop",
    "MoveProxyDay",
    "MoveThings",
    "NotifyOfClearing",
    "PerformByProxy",
    "ProposeDemolition",
    "ProposeEnforcement",
    "ProposeExtension",
    "ProposeRemoval",
    "ProposeSeizure",
    "RecordAnnouncement",
    "RecordAuction",
    "RecordCostsAnswer",
    "RecordFailedAuction",
    "RecordFulfilment",
    "RecordGovernmentOrder",
    "RecordProxyPayment",
    "RecordRemoval",
    "ReferStructure",
    "RegulariseSeizure",
    "ReportToGovernment",
    "ReturnRest",
    "SeizeAtOnce",
    "SetDemolitionDay",
    "SettleProxyCosts",
    "SettleThings",
    "SortStructure",
    "TearDown",
    "agree_on_enforcement",
    "ask_court_for_costs",
    "begin_demolition",
    "begin_enforcement",
    "begin_seizure",
    "break_agreement",
    "call_for_left_things",
    "carry_out_seizure",
    "clear_at_once",
    "decide_enforcement",
    "decide_removal",
    "decide_seizure",
    "deposit_left_things",
    "describe_structure",
    "entrust_auction",
    "extend_seizure",
    "forgo_seizure",
    "halt_enforcement",
    "hand_out_left_things",
    "let_things_go",
    "look_at_stop",
    "move_proxy_day",
    "move_things",
    "notify_of_clearing",
    "perform_by_proxy",
    "propose_demolition",
    "propose_enforcement",
    "propose_extension",
    "propose_removal",
    "propose_seizure",
    "record_announcement",
    "record_auction",
    "record_costs_answer",
    "record_failed_auction",
    "record_fulfilment",
    "record_government_order",
    "record_proxy_payment",
    "record_removal",
    "refer_structure",
    "regularise_seizure",
    "report_to_government",
    "return_rest",
    "seize_at_once",
    "set_demolition_day",
    "settle_proxy_costs",
    "settle_things",
    "sort_structure",
    "tear_down",
]
