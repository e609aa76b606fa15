"""The verbs of levies."""

from sanzhi.levy.commands.ask_court_for_levy import AskCourtForLevy, ask_court_for_levy
from sanzhi.levy.commands.ask_lowering import AskLowering, ask_lowering
from sanzhi.levy.commands.assess_levy import AssessLevy, assess_levy
from sanzhi.levy.commands.collect_levy import CollectLevy, collect_levy
from sanzhi.levy.commands.correct_levy_payment import CorrectLevyPayment, correct_levy_payment
from sanzhi.levy.commands.cut_short import CutShort, cut_short
from sanzhi.levy.commands.decide_levy import DecideLevy, decide_levy
from sanzhi.levy.commands.decide_lowering import DecideLowering, decide_lowering
from sanzhi.levy.commands.end_levy import EndLevy, end_levy
from sanzhi.levy.commands.pay_levy_refund import PayLevyRefund, pay_levy_refund
from sanzhi.levy.commands.record_levy_answer import RecordLevyAnswer, record_levy_answer
from sanzhi.levy.commands.record_successor import RecordSuccessor, record_successor
from sanzhi.levy.commands.refund_levy import RefundLevy, refund_levy

__all__ = [
    "AskCourtForLevy",
    "AskLowering",
    "AssessLevy",
    "CollectLevy",
    "CorrectLevyPayment",
    "CutShort",
    "DecideLevy",
    "DecideLowering",
    "EndLevy",
    "PayLevyRefund",
    "RecordLevyAnswer",
    "RecordSuccessor",
    "RefundLevy",
    "ask_court_for_levy",
    "ask_lowering",
    "assess_levy",
    "collect_levy",
    "correct_levy_payment",
    "cut_short",
    "decide_levy",
    "decide_lowering",
    "end_levy",
    "pay_levy_refund",
    "record_levy_answer",
    "record_successor",
    "refund_levy",
]
