"""The acts that a procedure offers, each with the command behind it; the case page and the journeys read this table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sanzhi.cases import commands
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order


@dataclass(frozen=True)
class Act:
    """`helps` are words beside a field, `hides` are fields that this page does not ask."""

    key: str
    title: str
    order: type[Order]
    call: Callable[[Actor, Any], Any]


ACTS = {
    act.key: act
    for act in (
        Act("register_party", "登记当事人", commands.RegisterParty, commands.register_party),
        Act("assign_officers", "指派承办人", commands.AssignOfficers, commands.assign_officers),
        Act("add_evidence", "登记证据", commands.AddEvidence, commands.add_evidence),
        Act("order_correction", "责令改正", commands.OrderCorrection, commands.order_correction),
        Act(
            "record_correction_review",
            "记录整改复查",
            commands.RecordCorrectionReview,
            commands.record_correction_review,
        ),
        Act("propose_penalty", "提出处罚建议", commands.ProposePenalty, commands.propose_penalty),
        Act("record_plea", "记录陈述申辩", commands.RecordPlea, commands.record_plea),
        Act("answer_plea", "复核陈述申辩", commands.AnswerPlea, commands.answer_plea),
        Act("request_hearing", "登记听证申请", commands.RequestHearing, commands.request_hearing),
        Act("notify_hearing", "通知听证", commands.NotifyHearing, commands.notify_hearing),
        Act("conclude_hearing", "听证终结", commands.ConcludeHearing, commands.conclude_hearing),
        Act("record_deliberation", "记录集体讨论", commands.RecordDeliberation, commands.record_deliberation),
        Act("decide_penalty", "作出处罚决定", commands.DecidePenalty, commands.decide_penalty),
        Act("penalise_on_the_spot", "当场处罚", commands.PenaliseOnTheSpot, commands.penalise_on_the_spot),
        Act("record_payment", "登记缴款", commands.RecordPayment, commands.record_payment),
        Act("charge_late_penalty", "加处罚款", commands.ChargeLatePenalty, commands.charge_late_penalty),
        Act("close_case", "结案", commands.CloseCase, commands.close_case),
    )
}
