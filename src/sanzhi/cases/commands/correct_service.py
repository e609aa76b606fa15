"""Ask that a service be recorded anew which was recorded wrongly; another person approves it, both records stay."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands.ask_correction import AskCorrection, ask_correction
from sanzhi.cases.commands.serve_document import (
    CAPTIONS,
    ServeDocument,
    Serving,
    as_recorded,
    films,
    is_lawful,
)
from sanzhi.cases.correcting import may_still_be_corrected
from sanzhi.cases.models import Proceeding, RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.queries import standing_service
from sanzhi.documents.commands import RecordService
from sanzhi.documents.models import Service
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date

LAW = "行政处罚法第六十一条；民事诉讼法第八十七条"


class CorrectService(Serving, OnProceeding):
    reason: str = Field(min_length=5, max_length=1000)


def _served(proceeding: Proceeding) -> list[tuple[int, str]]:
    found = ((row, standing_service(row)) for row in queries.papers(proceeding))
    return [(row.document_id, f"{row.label}：{chinese_date(one.served_on)}") for row, one in found if one]


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(_served(proceeding), "本案没有登记过送达。", citation=LAW, remedy="请先登记送达。")


CARD = Card(
    citation="行政处罚法第四十七条；河南省行政执法条例第三十五条",
    captions={**CAPTIONS, "document": "登记有误的送达", "reason": "更正理由"},
    choices={"document": _served, "recording_sha256": films},
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("cases.correct_service", title="更正送达登记", card=CARD)
def correct_service(actor: Actor, order: CorrectService, *, on: Proceeding) -> RecordCorrection:
    paper = next((row for row in queries.papers(on) if row.document_id == order.document), None)
    wrong = standing_service(paper) if paper else None
    require(Verdict.when(wrong, "这份文书没有登记过送达，无从更正。", citation=LAW, remedy="请先登记送达。"))
    assert paper is not None and wrong is not None
    serve = ServeDocument(case=on.case_id, **order.model_dump(exclude={"case", "proceeding", "reason"}))
    require(
        may_still_be_corrected(on, paper),
        Verdict.when(
            order.served_on is None or order.served_on <= clock.today(),
            "送达日应不早于签发日、不晚于今天。",
            citation=LAW,
            remedy="请填写实际送达的日期。",
        ),
        is_lawful(paper, serve, entered_on=_entered_on(order.served_on, wrong)),
    )
    content: dict[str, Any] = RecordService.model_validate(as_recorded(serve)).model_dump(mode="json")
    asked = AskCorrection(
        case=on.case_id,
        proceeding=on.pk,
        kind=RecordKind.SERVICE,
        wrong=wrong.pk,
        what=f"《{paper.title}》的送达",
        says=f"{paper.label}，{order.method.label}，{order.served_on or order.published_on}",
        content=content,
        reason=order.reason,
    )
    return ask_correction(actor, asked)


def _entered_on(served_on: date | None, wrong: Service) -> date | None:
    """When the true service was first entered: with the wrong one, or now where it came after that (民事诉讼法 §87)."""
    return wrong.recorded_on if served_on is None or served_on <= wrong.recorded_on else None
