"""Record a statement or defence, or its express waiver (行政处罚法 §44, §45, §62)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import board, events
from sanzhi.cases.addressed import told_by
from sanzhi.cases.card import Card
from sanzhi.cases.models import Paper, Plea, PleaManner, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.queries import pleas, told
from sanzhi.cases.speaking import is_still_heard
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RecordPlea(OnProceeding):
    """`made_on`: today when left out; a letter counts from its postmark, and answers what was told by then."""

    is_waived: bool = False
    manner: PleaManner = PleaManner.ORAL
    made_on: date | None = None
    text: str = Field(default="", max_length=5000)


WAIVED = "statement_defence"  # the recording, or the scan of what the party signed
CARD = Card(
    films=WAIVED,
    citation="行政处罚法第四十五条；河南省行政执法条例第二十六条",
    captions={
        "is_waived": "当事人明确放弃陈述申辩",
        "manner": "方式",
        "made_on": "提出日（书面的，按邮戳、收到日）",
        "text": "陈述申辩内容",
    },
    objects=lambda proceeding: (
        is_still_heard(proceeding)
        & Verdict.when(
            told(proceeding),
            "告知书尚未送达当事人，不能登记陈述申辩或者放弃。",
            citation="行政处罚法第四十四条",
        )
    ),
)


@act("cases.record_plea", title="记录陈述申辩", card=CARD)
def record_plea(actor: Actor, order: RecordPlea, *, on: Proceeding) -> Plea:
    """Every plea is a row of its own and names the proposal that was told; none is written over another."""
    made_on = order.made_on or clock.today()
    notice = told_by(on, made_on)
    require(
        Verdict.when(
            order.is_waived != bool(order.text),
            "请填写陈述申辩的内容，或者注明当事人明确放弃（二者择一）。",
            citation="行政处罚法第六十二条",
        ),
        _may_waive(on, notice=notice) if order.is_waived and notice else Verdict.yes(),
        Verdict.when(
            made_on <= clock.today() and notice,
            "提出日应在告知书送达以后、不晚于今天。",
            citation="行政处罚法第四十四条、第四十五条",
            remedy="请按陈述申辩书、邮戳或者笔录的日期填写。",
        ),
    )
    assert notice is not None
    said = {**order.said(), "proposal_id": notice.proposal_id, "made_on": made_on}
    require(is_news(pleas(on), {**said, "answered_on": None}, what="陈述申辩"))
    plea = Plea(proceeding=on, **said)
    plea.save()
    outcome = "明确放弃" if order.is_waived else "提出意见"
    record(events.PLEA_RECORDED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return plea


def _may_waive(proceeding: Proceeding, *, notice: Paper) -> Verdict:
    """A waiver is the party's own word on record since the notice, and undoes nothing said before (行政处罚法 §62)."""
    waiting = [row for row in pleas(proceeding) if not row.is_waived and not row.answered_on]
    verdict = Verdict.when(
        not waiting,
        "当事人已经提出的陈述申辩尚未复核，不能再登记为放弃。",
        citation="行政处罚法第四十五条、第六十二条",
        remedy="请先复核。",
    )
    issued_at = notice.document.issued_at
    return verdict & board.moments_covered(proceeding, [WAIVED], on=notice.counts_from, since=issued_at)
