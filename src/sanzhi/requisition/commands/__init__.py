"""The verbs of requisitions."""

from sanzhi.requisition.commands.answer_objection import AnswerObjection, answer_objection
from sanzhi.requisition.commands.assess_compensation import AssessCompensation, assess_compensation
from sanzhi.requisition.commands.begin_compensation import BeginCompensation, begin_compensation
from sanzhi.requisition.commands.decide_compensation import DecideCompensation, decide_compensation
from sanzhi.requisition.commands.decide_requisition import DecideRequisition, decide_requisition
from sanzhi.requisition.commands.end_use import EndUse, end_use
from sanzhi.requisition.commands.extend_requisition import ExtendRequisition, extend_requisition
from sanzhi.requisition.commands.forgo_requisition import ForgoRequisition, forgo_requisition
from sanzhi.requisition.commands.give_thing_back import GiveThingBack, give_thing_back
from sanzhi.requisition.commands.log_use import LogUse, log_use
from sanzhi.requisition.commands.pay_compensation import PayCompensation, pay_compensation
from sanzhi.requisition.commands.propose_requisition import ProposeRequisition, propose_requisition
from sanzhi.requisition.commands.record_objection import RecordObjection, record_objection
from sanzhi.requisition.commands.refuse_requisition import RefuseRequisition, refuse_requisition
from sanzhi.requisition.commands.requisition_at_once import RequisitionAtOnce, requisition_at_once
from sanzhi.requisition.commands.take_over_things import TakeOverThings, take_over_things
from sanzhi.requisition.commands.value_damage import ValueDamage, value_damage

__all__ = [
    "AnswerObjection",
    "AssessCompensation",
    "BeginCompensation",
    "DecideCompensation",
    "DecideRequisition",
    "EndUse",
    "ExtendRequisition",
    "ForgoRequisition",
    "GiveThingBack",
    "LogUse",
    "PayCompensation",
    "ProposeRequisition",
    "RecordObjection",
    "RefuseRequisition",
    "RequisitionAtOnce",
    "TakeOverThings",
    "ValueDamage",
    "answer_objection",
    "assess_compensation",
    "begin_compensation",
    "decide_compensation",
    "decide_requisition",
    "end_use",
    "extend_requisition",
    "forgo_requisition",
    "give_thing_back",
    "log_use",
    "pay_compensation",
    "propose_requisition",
    "record_objection",
    "refuse_requisition",
    "requisition_at_once",
    "take_over_things",
    "value_damage",
]
