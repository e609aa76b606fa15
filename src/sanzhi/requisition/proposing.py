"""What is proposed to be requisitioned, as the planned one and the one done at once say it (突发事件应对法 §12, §76)."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.answering import leaves_the_conclusion
from sanzhi.cases.commands import EnterPlea, EnterProposal, enter_plea, enter_proposal
from sanzhi.cases.models import PleaManner, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.vouching import Weighed
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.inventory import WrongLine
from sanzhi.law.limits import limit
from sanzhi.law.measures import Disposal, Measure, Term, described
from sanzhi.law.receipts import is_paper_number
from sanzhi.law.valued import LAST, ValuedThing, read_valued
from sanzhi.requisition.models import Requisition, ResponseLevel
from sanzhi.requisition.queries import requisition_of

LAW = "突发事件应对法第十二条"
HUMAN = frozenset("人名位")
TOLD = "河南省行政执法条例第二十六条"
CAPTIONS = {
    "emergency": "突发事件",
    "declared_by": "作出应急决定的机关",
    "declared_number": "应急决定文号",
    "declared_on": "应急决定日",
    "level": "响应级别",
    "reason": "征用的紧急需要",
    "things": "征用的财物",
    "place": "使用地点",
    "user": "使用单位",
    "until_on": "征用期限至",
    "rights_told": "已经告知权利人征用的事实、理由、依据和陈述申辩权、补偿的权利",
    "plea": "权利人的陈述申辩",
    "plea_manner": "陈述申辩的方式",
    "plea_answer": "对陈述申辩的审查",
    "plea_accepted": "采纳权利人的意见",
    "public_interest": "重大公共利益或者疑难复杂",
}
HELPS = {
    "things": f"每行一项：名称；规格型号；数量和单位；{LAST}。例如：挖掘机；20吨；1台；完好，估价450000元，每日1200元。"
    "两台以上的写明是一台的还是合计的：完好，每台估价8000元，每台每日75元。",
    "plea": "权利人没有陈述申辩的不填。",
    "plea_answer": "写核实的情况和理由，不写是否采纳，文书依下面的选择写明。",
    "plea_accepted": "成立的必须采纳，采纳部分意见的也勾选。",
}


def levels(proceeding: Proceeding) -> list[tuple[str, str]]:
    """None is chosen before a person has read it in the decision on the emergency."""
    return [(row.value, row.label) for row in ResponseLevel]


class Proposing(OnProceeding):
    """`things` is a valued inventory as typed, a line for each (law.valued)."""

    emergency: str = Field(min_length=4, max_length=100)
    declared_by: str = Field(min_length=4, max_length=100)
    declared_number: str = Field(min_length=4, max_length=80)
    declared_on: date
    level: ResponseLevel
    reason: str = Field(min_length=10, max_length=1000)
    things: str = Field(min_length=5, max_length=8000)
    place: str = Field(min_length=2, max_length=200)
    user: str = Field(min_length=2, max_length=100)
    until_on: date
    rights_told: bool = False
    plea: str = Field(default="", max_length=2000)
    plea_manner: PleaManner = PleaManner.ORAL
    plea_answer: str = Field(default="", max_length=2000)
    plea_accepted: bool = False
    public_interest: bool = False


SAID = {
    "emergency",
    "declared_by",
    "declared_number",
    "declared_on",
    "level",
    "reason",
    "place",
    "user",
    "until_on",
}


WHOLE = set(Proposing.model_fields) - set(OnProceeding.model_fields)


def begins(proceeding: Proceeding) -> dict[str, Any]:
    """What the case knows before anything was proposed."""
    case = proceeding.case
    return {"reason": case.summary, "place": case.place}


def inventory(text: str) -> tuple[ValuedThing, ...]:
    """Raises Refused, naming the line."""
    try:
        return read_valued(text)
    except WrongLine as wrong:
        raise Refused((Reason(str(wrong), LAW),)) from wrong


def are_things(proceeding: Proceeding, things: tuple[ValuedThing, ...]) -> Verdict:
    """What is requisitioned is property, never a human being (突发事件应对法 §12)."""
    party = proceeding.respondent
    people = {*party.names, party.representative, party.guardian} - {""} if party else set()
    found = [one.thing.name for one in things if one.thing.unit in HUMAN or one.thing.name in people]
    return Verdict.when(
        not found,
        f"“{'、'.join(found)}”是人，不是财物，不能征用。",
        citation=LAW,
        remedy="可以征用的是设备、设施、场地、交通工具和其他财产，请去掉这一项。",
    )


def may_be_proposed(proceeding: Proceeding, order: Proposing) -> Verdict:
    """An emergency that was declared; a term; the owner was told and heard."""
    return (
        Verdict.when(
            proceeding.respondent,
            "尚未登记财物的权利人。",
            citation=LAW,
            remedy="请先登记权利人；一时不能查明的，以占有人登记，查明后更改。",
        )
        & _is_of_this_emergency(order.declared_on)
        & Verdict.when(
            is_paper_number(order.declared_number),
            f"“{order.declared_number}”不像应急决定的文号。",
            citation=LAW,
            remedy="请填写如舞政〔2026〕12号的文号。",
        )
        & _is_a_term(order.until_on)
        & Verdict.when(
            order.rights_told,
            "没有告知权利人征用的事实、理由、依据和权利。",
            citation=TOLD,
            remedy="请当面或者电话告知后勾选。",
        )
        & Verdict.when(
            bool(order.plea.strip()) == bool(order.plea_answer.strip()),
            "权利人的陈述申辩应当听取并审查：两栏都要填写，没有陈述申辩的都不填。",
            citation=TOLD,
        )
        & Verdict.when(
            not order.plea_accepted or order.plea.strip(),
            "没有登记权利人的陈述申辩，没有可以采纳的意见。",
            citation=TOLD,
            remedy="请填写陈述申辩的内容，或者不勾选采纳。",
        )
        & leaves_the_conclusion(order.plea_answer)
    )


def _is_of_this_emergency(declared_on: date) -> Verdict:
    today = clock.today()
    most = limit("requisition_declared_within", today)
    return Verdict.when(
        declared_on <= today,
        "应急决定日不能晚于今天：没有作出应急决定的，不能征用。",
        citation=LAW,
        remedy="请核对应急决定的日期和文号。",
    ) & Verdict.when(
        declared_on > today or most.allows((today - declared_on).days),
        f"应急决定日{chinese_date(declared_on)}距今已经超过{most.value}日（建议值），不是应对这次突发事件的决定。",
        citation=LAW,
        remedy="请核对应急决定的日期；应急响应仍在持续的，填写最近一次启动、调整、延续应急响应的决定。",
    )


def _is_a_term(until_on: date) -> Verdict:
    today = clock.today()
    most = limit("requisition_term", today)
    return Verdict.when(
        until_on >= today and most.allows((until_on - today).days),
        f"征用期限应当在今天以后、不超过{most.value}日（建议值）。",
        citation=LAW,
        remedy="需要继续使用的，届满以前延长。",
    )


def still_holds(proceeding: Proceeding) -> Verdict:
    """On the day of the decision: the emergency is this one, and the term is not over (突发事件应对法 §12)."""
    row = requisition_of(proceeding)
    if row is None:
        return Verdict.yes()
    return _is_of_this_emergency(row.declared_on) & Verdict.when(
        row.until_on >= clock.today(),
        f"提出的征用期限{chinese_date(row.until_on)}已经届满，不能再按这一期限决定。",
        citation=LAW,
        remedy="仍然需要的，请退回，更改提出的征用期限；不再需要的，登记不批准或者不再征用。",
    )


def propose(
    actor: Actor, order: Proposing, *, on: Proceeding, urgency: str = "", approved_by: str = ""
) -> Requisition:
    """The requisition's row as it is proposed now, its proposal, what the owner said to it."""
    things = inventory(order.things)
    require(are_things(on, things))
    row = requisition_of(on) or Requisition(proceeding=on)
    said: dict[str, Any] = order.model_dump(include=SAID)
    for name, value in said.items():
        setattr(row, name, value)
    row.things = [one.thing.as_row() for one in things]
    row.is_urgent, row.urgency, row.approved_by = bool(urgency), urgency, approved_by
    imposed = tuple(Term(Measure.REQUISITION, None, one.thing.text) for one in things)
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    proposal = EnterProposal(
        **place,
        disposal=Disposal.REQUISITION,
        terms=imposed,
        text=described(imposed),
        grounds={"act": "requisition"},
        weighed=Weighed(said={"紧急需要": order.reason, "期限": str(order.until_on)}),
        reason=order.reason,
        public_interest=order.public_interest,
        whole=order.model_dump(include=WHOLE),
    )
    enter_proposal(actor, proposal)
    row.save()
    on.requisition = row
    if order.plea.strip() and not _is_on_record(on, order):
        heard = EnterPlea(
            **place,
            text=order.plea,
            manner=order.plea_manner,
            answer=order.plea_answer,
            is_accepted=order.plea_accepted,
        )
        enter_plea(actor, heard)
    return row


def _is_on_record(proceeding: Proceeding, order: Proposing) -> bool:
    """What is proposed anew names the same plea; it was said once."""
    said = (order.plea, order.plea_manner, order.plea_answer, order.plea_accepted)
    rows = ((row.text, row.manner, row.answer, row.is_accepted) for row in cases.pleas(proceeding))
    return said in rows
