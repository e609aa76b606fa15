"""A requisition as the page of its case shows it: the emergency, each thing and where it is, use, return, compensation."""

from collections.abc import Iterable

from sanzhi.cases.matters import Matter, matter
from sanzhi.cases.models import Proceeding
from sanzhi.law.days import chinese_date
from sanzhi.law.derivation import plain
from sanzhi.law.money import yuan
from sanzhi.law.valued import priced
from sanzhi.requisition.models import CompensationAssessment, Requisition, RequisitionedThing
from sanzhi.requisition.queries import (
    COMPENSATION,
    compensation_of,
    left_to_pay,
    objections,
    paid_rows,
    requisition_of,
    things_of,
    unsettled,
    uses_of,
)
from sanzhi.requisition.terms import must_return, pay_by

ACTS = (
    "requisition.decide_requisition",
    "requisition.refuse_requisition",
    "requisition.take_over_things",
    "requisition.extend_requisition",
    "requisition.end_use",
    "requisition.give_thing_back",
    "requisition.log_use",
)
PAYING = ("requisition.decide_compensation", "requisition.pay_compensation")


def matters(proceeding: Proceeding) -> Iterable[Matter]:
    row = requisition_of(proceeding)
    if row is not None and proceeding.procedure_key != COMPENSATION:
        yield _requisition(proceeding, row)
    assessed = compensation_of(proceeding)
    if assessed is not None:
        yield _compensation(proceeding, assessed)
    for one in objections(proceeding):
        yield matter(
            "权利人的异议",
            "已答复" if one.answered_on else "待答复",
            acts=("requisition.answer_objection",),
            rows={"异议": one.text, "提出日": one.made_on, "答复": one.answer, "答复日": one.answered_on},
        )


def _requisition(proceeding: Proceeding, row: Requisition) -> Matter:
    return matter(
        "征用",
        _state(proceeding, row),
        acts=ACTS,
        rows={
            "突发事件": f"{row.emergency}（{row.get_level_display()}）",
            "应急决定": f"{row.declared_by}，{row.declared_number}，{chinese_date(row.declared_on)}",
            "紧急需要": row.reason,
            "先行征用": f"{row.urgency}（{row.approved_by}口头同意）" if row.is_urgent else "",
            "决定的财物": [one.text for one in row.decided],
            "使用": f"{row.place}（{row.user}）",
            "期限至": row.last_on,
            "接收": f"{chinese_date(row.taken_on)}，{row.present_name or row.witness}到场，{row.valued_by}清点估价"
            if row.taken_on
            else "",
            "估价与决定不同": f"{row.revalued_for.rstrip('。')}；权利人的意见：{row.owner_word}"
            if row.revalued_for
            else "",
            "必须返还": must_return(proceeding),
            "清单": [thing_text(one) for one in things_of(proceeding)],
            "使用登记": [line for one in things_of(proceeding) for line in _used(one)],
            "没有征用": row.not_taken_for or row.refused_for,
        },
    )


def _state(proceeding: Proceeding, row: Requisition) -> str:
    if row.not_taken_for:
        return "没有征用"
    if row.taken_at is None:
        return "已提出，待决定、接收"
    if unsettled(proceeding):
        return "待返还" if must_return(proceeding) else "使用中"
    return "已返还、清点"


def thing_text(row: RequisitionedThing) -> str:
    parts = [row.thing.text, row.condition, priced(row.worth, row.daily, count=row.count)]
    if row.settled_on and row.returned is not None:
        parts.append(
            f"{chinese_date(row.settled_on)}返还{plain(row.returned)}{row.unit}给{row.received_by}"
            f"{f'（{row.receiver_proof}）' if row.receiver_proof else ''}（{row.returned_condition}），凭证号{row.voucher}"
        )
        parts += [f"消耗{plain(row.consumed)}{row.unit}"] if row.consumed else []
        parts += [f"灭失{plain(row.lost)}{row.unit}"] if row.lost else []
        parts += [f"经过：{row.damage.rstrip('。')}"] if row.damage else []
    if row.damage_worth is not None:
        parts.append(
            f"毁损、灭失估价{yuan(row.damage_worth)}元，残值{yuan(row.remaining)}元（{row.damage_proof}）"
        )
        parts += (
            [
                f"与清单不同的理由：{row.damage_reason.rstrip('。')}，权利人的意见：{row.owner_word.rstrip('。')}"
            ]
            if row.damage_reason
            else []
        )
    return "；".join(parts)


def _used(row: RequisitionedThing) -> Iterable[str]:
    for one in uses_of(row):
        yield f"{chinese_date(one.used_on)}，{row.name}：{one.place}，{one.user}，{one.purpose}；{one.condition}"


def _compensation(proceeding: Proceeding, row: CompensationAssessment) -> Matter:
    left, last = left_to_pay(proceeding), pay_by(proceeding)
    state = "待决定" if proceeding.decided_on is None else f"尚有{yuan(left)}元未付" if left > 0 else "已付清"
    return matter(
        "补偿核算",
        state,
        acts=PAYING,
        rows={
            "补偿": f"{yuan(row.amount)}元",
            "计算": row.lines,
            "核算": f"{chinese_date(row.assessed_on)}，{row.assessed_by}",
            "支付期限": last.on if last else None,
            "支付": [
                f"{chinese_date(one.paid_on)}{one.get_way_display()}{yuan(one.amount)}元，{one.receiver}{f'（{one.proof}）' if one.proof else ''}，凭证号{one.voucher}"
                for one in paid_rows(proceeding)
            ],
        },
    )
