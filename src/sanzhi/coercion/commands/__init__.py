"""The verbs of coercion."""

from sanzhi.coercion.commands.agree_on_enforcement import AgreeOnEnforcement, agree_on_enforcement
from sanzhi.coercion.commands.begin_enforcement import BeginEnforcement, begin_enforcement
from sanzhi.coercion.commands.begin_seizure import BeginSeizure, begin_seizure
from sanzhi.coercion.commands.break_agreement import BreakAgreement, break_agreement
from sanzhi.coercion.commands.carry_out_seizure import CarryOutSeizure, carry_out_seizure
from sanzhi.coercion.commands.clear_at_once import ClearAtOnce, clear_at_once
from sanzhi.coercion.commands.decide_enforcement import DecideEnforcement, decide_enforcement
from sanzhi.coercion.commands.decide_seizure import DecideSeizure, decide_seizure
from sanzhi.coercion.commands.extend_seizure import ExtendSeizure, extend_seizure
from sanzhi.coercion.commands.forgo_seizure import ForgoSeizure, forgo_seizure
from sanzhi.coercion.commands.halt_enforcement import HaltEnforcement, halt_enforcement
from sanzhi.coercion.commands.let_things_go import LetThingsGo, let_things_go
from sanzhi.coercion.commands.move_things import MoveThings, move_things
from sanzhi.coercion.commands.perform_by_proxy import PerformByProxy, perform_by_proxy
from sanzhi.coercion.commands.propose_enforcement import ProposeEnforcement, propose_enforcement
from sanzhi.coercion.commands.propose_extension import ProposeExtension, propose_extension
from sanzhi.coercion.commands.propose_seizure import ProposeSeizure, propose_seizure
from sanzhi.coercion.commands.record_fulfilment import RecordFulfilment, record_fulfilment
from sanzhi.coercion.commands.record_proxy_payment import RecordProxyPayment, record_proxy_payment
from sanzhi.coercion.commands.regularise_seizure import RegulariseSeizure, regularise_seizure
from sanzhi.coercion.commands.seize_at_once import SeizeAtOnce, seize_at_once
from sanzhi.coercion.commands.settle_proxy_costs import SettleProxyCosts, settle_proxy_costs
from sanzhi.coercion.commands.settle_things import SettleThings, settle_things

__all__ = [
    "AgreeOnEnforcement",
    "BeginEnforcement",
    "BeginSeizure",
    "BreakAgreement",
    "CarryOutSeizure",
    "ClearAtOnce",
    "DecideEnforcement",
    "DecideSeizure",
    "ExtendSeizure",
    "ForgoSeizure",
    "HaltEnforcement",
    "LetThingsGo",
    "MoveThings",
    "PerformByProxy",
    "ProposeEnforcement",
    "ProposeExtension",
    "ProposeSeizure",
    "RecordFulfilment",
    "RecordProxyPayment",
    "RegulariseSeizure",
    "SeizeAtOnce",
    "SettleProxyCosts",
    "SettleThings",
    "agree_on_enforcement",
    "begin_enforcement",
    "begin_seizure",
    "break_agreement",
    "carry_out_seizure",
    "clear_at_once",
    "decide_enforcement",
    "decide_seizure",
    "extend_seizure",
    "forgo_seizure",
    "halt_enforcement",
    "let_things_go",
    "move_things",
    "perform_by_proxy",
    "propose_enforcement",
    "propose_extension",
    "propose_seizure",
    "record_fulfilment",
    "record_proxy_payment",
    "regularise_seizure",
    "seize_at_once",
    "settle_proxy_costs",
    "settle_things",
]
