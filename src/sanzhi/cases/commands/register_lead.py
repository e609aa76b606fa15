"""Register a lead 线索: the first paper of a case, under the procedure and lists in force today."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from sanzhi.cases import board, events
from sanzhi.cases.commands.open_case import new_case
from sanzhi.cases.commands.register_party import RegisterParty, register_party
from sanzhi.cases.handling import is_of_the_house, may_handle
from sanzhi.cases.identifying import KnownParty, can_be_called
from sanzhi.cases.models import OF_LEADS, Assignment, Case, CaseParty, CaseSource, Tip
from sanzhi.cases.opening import open_proceeding
from sanzhi.cases.orders import Told
from sanzhi.cases.parties import is_same
from sanzhi.cases.partnering import name_partner_of
from sanzhi.cases.policies import basis_applies
from sanzhi.cases.telling import only_tells
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.powers import Power
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.db import row_by
from sanzhi.kernel.text import says_something
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation.models import Authority, Officer
from sanzhi.organisation.queries import certificate_on

MISTYPED = 100  # years: nobody who acted then is proceeded against
CAPTIONS = {
    "procedure": "程序",
    "cause_code": "案由",
    "source": "案件来源",
    "happened_on": "违法行为发生日（持续的为终了日）",
    "found_on": "发现日",
    "place": "地点",
    "summary": "简要案情",
    "reporter": "举报人（保密）",
    "reporter_phone": "举报人电话（保密）",
    "tip_content": "举报内容",
    "partner": "同行执法人员（当场办理的填写，由其本人确认）",
}


def _of_a_lead(source: CaseSource) -> CaseSource:
    """ValueError for what begins with no lead."""
    if source not in OF_LEADS:
        raise ValueError(f"线索的来源不能是“{source.label}”。")
    return source


class RegisterLead(Order):
    """`party`: who did it, where that is known already."""

    procedure: str = Field(max_length=40)
    cause_code: str = Field(max_length=20)
    source: Annotated[CaseSource, AfterValidator(_of_a_lead)]
    happened_on: date
    found_on: date
    place: Told = Field(min_length=2, max_length=200)
    summary: Told = Field(min_length=5, max_length=5000)
    reporter: str = Field(default="", max_length=60)
    reporter_phone: str = Field(default="", max_length=40)
    tip_content: str = Field(default="", max_length=5000)
    partner: int | None = None
    party: KnownParty | None = None


@command("cases.register_lead", title="登记线索")
def register_lead(actor: Actor, order: RegisterLead) -> Case:
    officer = row_by(Officer, actor.officer_id or 0, link="id")
    require(is_of_the_house(officer), _may_be_opened(order))
    assert officer is not None
    authority = Authority.locked(officer.authority_id)  # case numbers of a year are taken one after another
    today = clock.today()
    power = catalogues.power_in_force(authority.code, order.cause_code)
    require(
        may_handle(officer),
        _days_fit(order, today),
        _tells_something(order),
        only_tells(order, CAPTIONS),
        can_be_called(order.reporter_phone, label=CAPTIONS["reporter_phone"]),
        _basis_fits(order, power),
        _is_new(order, officer, today=today),
    )
    said = order.model_dump(include={"source", "happened_on", "found_on", "place", "summary"})
    case = new_case(officer, authority=authority, said=said)
    running = catalogues.procedure_in_force(authority.code, order.procedure)
    open_proceeding(case, procedure=(running.edition_id, order.procedure), power=power)
    certificate = certificate_on(officer, today)
    assert certificate is not None  # may_handle has just said so
    Assignment(case=case, officer=officer, certificate=certificate, assigned_on=today).save()
    if order.partner is not None:
        name_partner_of(actor, case, officer=order.partner)
    if order.reporter or order.reporter_phone or order.tip_content:
        Tip(
            case=case, reporter=order.reporter, reporter_phone=order.reporter_phone, content=order.tip_content
        ).save()
    if order.party is not None:
        register_party(actor, RegisterParty(case=case.pk, **order.party.model_dump()))
    facts = {"source": CaseSource(order.source).label}
    record(events.LEAD_REGISTERED, actor=actor, subject=case, facts=facts)
    return case


def _may_be_opened(order: RegisterLead) -> Verdict:
    offered = board.procedures()
    return Verdict.when(
        order.procedure in offered,
        f"不能按“{order.procedure}”登记线索。",
        remedy=f"可以选用：{'、'.join(offered.values())}。",
    )


def _days_fit(order: RegisterLead, today: date) -> Verdict:
    in_order = order.happened_on <= order.found_on <= today
    return Verdict.when(
        in_order,
        "日期有误：发生日、发现日应依次不晚于今天。",
        remedy="请核对违法行为发生的日期和发现的日期。",
    ) & Verdict.when(
        order.happened_on.year > today.year - MISTYPED,
        f"违法行为发生日{chinese_date(order.happened_on)}在{MISTYPED}年以前，应系误填。",
        remedy="请核对违法行为发生的日期。",
    )


def _tells_something(order: RegisterLead) -> Verdict:
    """What goes into every paper of the case can be read."""
    blank = [CAPTIONS[name] for name in ("place", "summary") if not says_something(getattr(order, name))]
    return Verdict.when(
        not blank,
        f"“{'”、“'.join(blank)}”只有标点符号，没有可以阅读的内容。",
        remedy="请用文字写明地点和反映的情况。",
    )


def _is_new(order: RegisterLead, officer: Officer, *, today: date) -> Verdict:
    """The same lead sent twice is one lead; of two parties at one place it tells two."""
    said = order.model_dump(include={"source", "happened_on", "found_on", "place", "summary"})
    alike = Case.objects.filter(
        unit=officer.unit_id, registered_on=today, proceedings__cause_code=order.cause_code, **said
    )
    same = next((case for case in alike.distinct() if _is_of(order.party, case)), None)
    return Verdict.when(
        same is None,
        f"今天已经登记过内容完全相同的线索（{same.number if same else ''}）。",
        remedy="请打开已登记的案件办理；确系另一行为的，请写明其时间、地点。",
    )


def _is_of(party: KnownParty | None, case: Case) -> bool:
    """Whether the lead says nobody else than the case knows; who names nobody tells no other case."""
    if party is None:
        return True
    named = party.model_dump(
        include={"kind", "name", "representative", "id_type", "id_number", "credit_code"}
    )
    said = CaseParty(**named, born_on=party.born_on)
    return any(is_same(said, row) for row in case.parties.all())


def _basis_fits(order: RegisterLead, power: Power) -> Verdict:
    """The basis must apply to the day of the act, and the power must be ours (行政处罚法 §22, §37)."""
    category = board.category_of(order.procedure)
    verdict = basis_applies(power, order.happened_on) & Verdict.when(
        power.category == category,
        f"“{power.title}”不是{category}职权，不能按{category.removeprefix('行政')}程序立案。",
        remedy=f"请选择权责清单中的{category}职权。",
    )
    verdict &= Verdict.when(
        power.category != category or board.opens(power),
        f"“{power.title}”不是由线索开启的职权，不能据以登记线索。",
        citation=power.penalty_basis,
        remedy="请选择违法行为的职权；查封、扣押和强制执行在相应的案件中提出。",
    )
    return verdict & Verdict.when(
        power.is_ours,
        f"“{power.title}”由{power.executing_department}实施，本机关无权立案。",
        citation="行政处罚法第二十二条",
        remedy="请制作移送函移送有管辖权的机关。",
    )
