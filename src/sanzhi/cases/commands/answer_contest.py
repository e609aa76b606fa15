"""Reply to a reconsideration or a suit in its time, with everything on which the decision rests (行政复议法 §48; 行政诉讼法 §67).

What is not handed in then counts as not there (行政复议法 §70; 行政诉讼法 §34).
"""

from datetime import date

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases import queries as cases
from sanzhi.cases.answering_contests import reply_due
from sanzhi.cases.card import Card
from sanzhi.cases.contests import pending_contest
from sanzhi.cases.joinders import named_in, usable_evidence
from sanzhi.cases.models import Contest, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.text import says_something
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record

LAW = "行政复议法第四十八条、第五十四条第一款；行政诉讼法第六十七条第一款"


class AnswerContest(OnProceeding):
    copy_on: date
    reply: str = Field(min_length=10, max_length=10000)
    evidence: list[int] = Field(min_length=1, max_length=200)
    bases: str = Field(min_length=4, max_length=1000)
    replied_on: date
    late_because: str = Field(default="", max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    row = pending_contest(proceeding)
    return Verdict.when(
        row is not None and row.replied_on is None,
        "没有等待答复的复议、诉讼。",
        citation=LAW,
        remedy="请先登记复议、诉讼的受理；已经答复的不再登记。",
    )


def _proofs(proceeding: Proceeding) -> dict[int, str]:
    """Every piece of evidence by its key, as the list of what is handed in names it."""
    case = proceeding.case
    return {
        row.pk: f"{row.get_kind_display()}：{named_in(case, row)}（{row.proves}）"
        for row in usable_evidence(case)
    }


CARD = Card(
    citation=LAW,
    captions={
        "copy_on": "收到申请书、起诉状副本之日",
        "reply": "答复、答辩意见",
        "evidence": "提交的证据",
        "bases": "提交的依据",
        "replied_on": "提出答复之日",
        "late_because": "逾期的原因",
    },
    helps={
        "evidence": "作出决定时据以认定事实的全部证据；不提交的视为没有。",
        "bases": "作出决定所依据的法律、法规、规章和规范性文件。",
        "late_because": "在期限内答复的不填。",
    },
    choices={"evidence": lambda on: list(_proofs(on).items())},
    initial=lambda on: {
        "copy_on": row.copy_on if (row := pending_contest(on)) else None,
        "evidence": [one.pk for one in dict.fromkeys((*cases.evidence(on.case), *cases.proofs(on)))],
        "replied_on": clock.today(),
    },
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("cases.answer_contest", title="登记答复、举证", card=CARD)
def answer_contest(actor: Actor, order: AnswerContest, *, on: Proceeding) -> Contest:
    row = pending_contest(on)
    assert row is not None  # the card has asked for it
    known = _proofs(on)
    due = reply_due(row, copy_on=order.copy_on, calendar=on.calendar)
    require(
        Verdict.when(
            row.accepted_on <= order.copy_on <= order.replied_on <= clock.today(),
            "收到副本之日应不早于受理日，答复之日应不早于收到副本、不晚于今天。",
            citation=LAW,
            remedy="请按送达回证和提交的日期填写。",
        ),
        Verdict.when(
            set(order.evidence) <= known.keys(),
            "所选的证据不是本案登记的证据。",
            citation=LAW,
            remedy="请从本案证据中选择；作出决定以后不得自行补充收集证据。",
        ),
        Verdict.when(
            says_something(order.late_because)
            if order.replied_on > due.on
            else not order.late_because.strip(),
            f"答复期限至{chinese_date(due.on)}：逾期的写明原因，没有逾期的不填。",
            citation=LAW,
            remedy="请核对收到副本之日和答复之日。",
        ),
    )
    row.copy_on, row.reply, row.replied_on = order.copy_on, order.reply, order.replied_on
    row.proofs = [*(known[key] for key in order.evidence), f"依据：{order.bases}"]
    row.late_because, row.replied_by = order.late_because, actor.name
    row.save()
    facts = {"way": row.get_way_display(), "number": row.number, "count": len(row.proofs)}
    record(events.CONTEST_ANSWERED, actor=actor, subject=on.case, facts=facts)
    return row
