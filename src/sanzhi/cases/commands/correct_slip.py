"""Put right a slip of the pen in an issued paper 补正: never what was found, against whom, or what was decided."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.issuing import form_for, issue_paper
from sanzhi.cases.models import ClericalCorrection, Paper, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.reopening import done_before_the_end, go_back_where_undone
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

LAW = "行政处罚法第五十九条、第七十五条第二款"
# the groups of a form that say where the authority is and where to pay; everything else is substance
OF_FORM = frozenset({"contact", "bank"})
# where one finds the authority looks like what it is; where the money goes is never typed
SHAPE = {"authority_phone": "phone", "authority_address": "address", "authority_postcode": "postcode"}


class CorrectSlip(OnProceeding):
    document: int
    field: str = Field(max_length=40)
    right: str = Field(min_length=1, max_length=300)
    reason: Told = Field(min_length=5, max_length=300)


def _decisions(proceeding: Proceeding) -> list[Paper]:
    decision = getattr(proceeding, "decision", None)
    return [row for row in queries.papers(proceeding) if decision and row.document_id == decision.document_id]


def _fields(proceeding: Proceeding) -> list[tuple[str, str]]:
    rows = (field for paper in _decisions(proceeding) for field in documents.form(paper.form).fields)
    return [(field.name, field.label) for field in rows if field.group in OF_FORM]


def _says_only_that(on: Proceeding, order: CorrectSlip, *, label: str) -> Verdict:
    """What the authority has registered; a telephone or an address also by its shape, which holds no sentence."""
    registered = str(getattr(on.case.authority, order.field.removeprefix("authority_"), ""))
    if order.field not in SHAPE:
        return Verdict.when(
            order.right.strip() == registered,
            f"“{label}”只能更正为本机关登记的内容。",
            citation="行政处罚法第六十七条第三款",
            remedy=f"本机关登记的是“{registered}”；账户变更的，请先变更登记。",
        )
    wrong = documents.misshapen(SHAPE[order.field], order.right, label=label)
    return Verdict.when(
        order.right.strip() == registered or not wrong,
        wrong,
        citation="行政处罚法第五十九条",
        remedy="补正只改误写的这一项；其他内容确有错误的，请提出撤销或者变更决定。",
    )


def _says_now(on: Proceeding, paper: Paper, *, field: str, label: str) -> str:
    """What the text says today: what it was corrected to last, or what the paper says."""
    rows = (row for row in rows_of(on.slips) if row.wrong_document_id == paper.document_id)
    corrected = [row.right for row in rows if row.field == label]
    return corrected[-1] if corrected else str(paper.document.values.get(field) or "")


CARD = Card(
    citation=f"{LAW}；河南省行政执法条例第二十九条",
    office=(Role.BUREAU_HEAD,),
    captions={"document": "有误的文书", "field": "栏目", "right": "更正为", "reason": "原因"},
    helps={
        "field": "只能补正机关地址、电话、收款账户等误写；事实、当事人、依据和决定的内容有误的，须撤销或者变更决定。"
    },
    choices={
        "document": lambda proceeding: [(row.document_id, row.label) for row in _decisions(proceeding)],
        "field": _fields,
    },
    objects=lambda proceeding: (
        Verdict.when(
            _decisions(proceeding),
            "本案没有已经制发的决定书。",
            citation=LAW,
            remedy="尚未制发的文书，请直接修改。",
        )
        & Verdict.when(
            not queries.has_fallen(proceeding),
            "决定已经被撤销或者确认无效，没有可以补正的决定。",
            citation=LAW,
            remedy="需要重新作出决定的，请办理“撤销后重新办理”。",
        )
    ),
    at_any_step=True,
    after_closure=True,
)


@act("cases.correct_slip", title="补正决定书", card=CARD)
def correct_slip(actor: Actor, order: CorrectSlip, *, on: Proceeding) -> ClericalCorrection:
    paper = next((row for row in _decisions(on) if row.document_id == order.document), None)
    labels = dict(_fields(on))
    wrong = _says_now(on, paper, field=order.field, label=labels.get(order.field, "")) if paper else ""
    require(
        Verdict.when(paper, "没有这份决定书。", citation=LAW, remedy="请从本案已经制发的决定书中选择。"),
        Verdict.when(
            order.field in labels,
            "补正不能改变事实、当事人、依据和决定的内容。",
            citation=LAW,
            remedy="确有错误的，请提出撤销或者变更决定。",
        ),
        _says_only_that(on, order, label=labels[order.field]) if order.field in labels else Verdict.yes(),
        Verdict.when(
            wrong != order.right.strip(),
            "更正后的内容与原文（已经补正的，与补正后的内容）相同。",
            remedy="请填写更正以后的内容。",
        ),
    )
    assert paper is not None
    last = done_before_the_end(on)
    slip = ClericalCorrection(
        proceeding=on,
        wrong_document_id=paper.document_id,
        wrong_label=paper.label,
        field=labels[order.field],
        wrong=wrong,
        right=order.right.strip(),
        reason=order.reason,
        corrected_on=clock.today(),
        corrected_by=actor.name,
    )
    slip.save()
    slip.document_id = issue_paper(actor, on, form=form_for("slip")).pk
    slip.save()
    facts = {"title": paper.title, "number": paper.number, "field": slip.field, "reason": order.reason}
    record(events.SLIP_CORRECTED, actor=actor, subject=on.case, facts=facts)
    go_back_where_undone(actor, order, step=last)
    return slip
