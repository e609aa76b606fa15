"""Correct the day on which an application is recorded to have come in; by another than who took it, before it is accepted."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import RedateCase, redate_case
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, intake
from sanzhi.licensing.models import LicenceApplication
from sanzhi.licensing.offering import LAW, is_waiting, the_application
from sanzhi.licensing.queries import application_of, handed_in
from sanzhi.organisation.roles import Role


class CorrectReceipt(OnProceeding):
    received_on: date
    reason: Told = Field(min_length=10, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    row = application_of(proceeding)
    return is_waiting(proceeding) & Verdict.when(
        row is None or not row.portal_number,
        "网上申请的收到申请日就是提交之日，不能更正。",
        citation=LAW,
        remedy="请按提交之日计算期限。",
    )


CARD = Card(
    office=(Role.SQUAD_LEADER, Role.BUREAU_HEAD),
    citation=f"{LAW}；河南省行政执法条例第三十五条",
    captions={"received_on": "收到申请日", "reason": "更正的理由和依据（收件回执、来件登记等）"},
    initial=lambda on: {"received_on": row.received_on if (row := application_of(on)) else clock.today()},
    objects=_objects,
)


@act("licensing.correct_receipt", title="更正收到申请日", card=CARD)
def correct_receipt(actor: Actor, order: CorrectReceipt, *, on: Proceeding) -> LicenceApplication:
    row = the_application(on)
    was, later = row.received_on, row.corrections_told_on or clock.today()
    require(
        Verdict.when(
            order.received_on != was,
            "更正以后的日期与登记的相同。",
            citation=LAW,
            remedy="没有错误的，不必更正。",
        ),
        Verdict.when(
            order.received_on <= later,
            f"收到申请不能晚于{chinese_date(later)}（告知补正之日或者今天）。",
            citation=LAW,
            remedy="请填写实际收到的日期。",
        ),
        intake.is_in_reach(order.received_on),
    )
    for one in handed_in(row):
        if one.handed_on == was and not one.is_correction:
            one.handed_on = order.received_on
            one.save()
    row.received_on = order.received_on
    row.save()
    redate_case(actor, RedateCase(case=on.case_id, proceeding=on.pk, on=order.received_on))
    facts = {"was": chinese_date(was), "now": chinese_date(order.received_on), "reason": order.reason}
    record(events.RECEIPT_CORRECTED, actor=actor, subject=on.case, facts=facts)
    return row
