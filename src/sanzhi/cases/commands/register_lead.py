"""Register a lead 线索: the first paper of a case (D02), under the procedure and lists in force today."""

from datetime import date
from typing import Literal

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.models import Assignment, Case, CaseSource, StepVisit, Tip
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.models import Authority, Officer
from sanzhi.organisation.policies import may_enforce
from sanzhi.organisation.queries import certificate_on


class RegisterLead(Order):
    procedure: Literal["penalty/ordinary", "penalty/simplified"] = "penalty/ordinary"
    cause_code: str = Field(max_length=20)
    source: CaseSource
    happened_on: date
    found_on: date
    place: str = Field(min_length=2, max_length=200)
    summary: str = Field(min_length=5, max_length=5000)
    endangers_life: bool = False
    reporter: str = Field(default="", max_length=60)
    reporter_phone: str = Field(default="", max_length=40)
    tip_content: str = Field(default="", max_length=5000)


@command("cases.register_lead", title="登记线索")
def register_lead(actor: Actor, order: RegisterLead) -> Case:
    officer = Officer.objects.select_related("unit", "authority").get(pk=actor.officer_id or 0)
    authority = Authority.locked(officer.authority_id)  # case numbers of a year are taken one after another
    today = clock.today()
    procedure = catalogues.procedure_in_force(authority.code, order.procedure)
    power = catalogues.power_in_force(authority.code, order.cause_code)
    require(may_enforce(officer, today), _days_fit(order, today), _basis_fits(order, power))
    count = Case.objects.filter(authority=authority, registered_on__year=today.year).count()
    case = Case(
        authority=authority,
        unit=officer.unit,
        number=f"{authority.number_prefix}案{today.year}-{count + 1:04d}",
        procedure_edition_id=procedure.edition_id,
        procedure_key=order.procedure,
        step=procedure.procedure.steps[0].key,
        step_since=today,
        power_edition_id=power.edition_id,
        editions=catalogues.edition_ids_in_force(authority.code),
        cause_code=order.cause_code,
        cause=power.title,
        registered_on=today,
        **order.model_dump(
            include={"source", "happened_on", "found_on", "endangers_life", "place", "summary"},
        ),
    )
    case.save()
    StepVisit(case=case, step=case.step, entered_on=today).save()
    _assign_registrar(case, officer, today=today)
    if order.reporter or order.tip_content:
        Tip(
            case=case, reporter=order.reporter, reporter_phone=order.reporter_phone, content=order.tip_content
        ).save()
    record(
        events.LEAD_REGISTERED, actor=actor, subject=case, facts={"source": CaseSource(order.source).label}
    )
    return case


def _assign_registrar(case: Case, officer: Officer, *, today: date) -> None:
    certificate = certificate_on(officer, today)
    assert certificate is not None  # may_enforce has just said so
    Assignment(case=case, officer=officer, certificate_number=certificate.number, assigned_on=today).save()


def _days_fit(order: RegisterLead, today: date) -> Verdict:
    in_order = order.happened_on <= order.found_on <= today
    return Verdict.when(in_order, "日期有误：发生日、发现日应依次不晚于今天。")


def _basis_fits(order: RegisterLead, power: Power) -> Verdict:
    """The basis must apply to the day of the act, and the power must be ours (行政处罚法 §22, §37)."""
    ended = f"“{power.title}”的依据自{power.valid_to}后不再适用于新发生的行为（{power.mark}）。"
    verdict = Verdict.when(
        power.is_valid_on(order.happened_on),
        ended,
        citation=power.penalty_basis,
        remedy="请选用现行依据的案由；依据调整中的，请先由政策法规科更新权责清单。",
    )
    verdict = verdict & Verdict.when(
        power.is_penalty, f"“{power.title}”不是行政处罚职权，不能按处罚程序立案。"
    )
    return verdict & Verdict.when(
        power.is_ours,
        f"“{power.title}”由{power.executing_department}处罚，本机关无权立案。",
        citation="行政处罚法第二十二条",
        remedy="请制作移送函移送有管辖权的机关。",
    )
