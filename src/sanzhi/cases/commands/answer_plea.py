"""Answer the plea point by point; what is well founded must be accepted, and nobody fares worse for pleading."""

from typing import Any

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.answering import corrects_what_was_found, leaves_the_conclusion, outcome
from sanzhi.cases.card import Card
from sanzhi.cases.models import Plea, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.speaking import is_still_heard
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record


def _spoken(proceeding: Proceeding) -> list[Plea]:
    return [row for row in queries.pleas(proceeding) if not row.is_waived]


def _choices(proceeding: Proceeding) -> list[tuple[int, str]]:
    """Those that wait first."""
    rows = sorted(_spoken(proceeding), key=lambda row: row.answered_on is not None)
    return [(row.pk, f"{chinese_date(row.made_on)}：{row.text[:30]}{_result(row)}") for row in rows]


def _result(row: Plea) -> str:
    return f"（已复核：{outcome(row)}）" if row.answered_on else ""


CARD = Card(
    captions={
        "plea": "陈述申辩",
        "is_accepted": "采纳",
        "corrects_facts": "采纳的只是事实的更正，不涉及处理轻重",
        "answer": "核实的情况和理由",
        "changed_because": "重新复核的理由",
    },
    helps={
        "is_accepted": "成立的必须采纳，采纳部分意见的也勾选；采纳、不予采纳由文书依此写明。",
        "answer": "逐点写明核实的情况和理由，不写是否采纳。",
        "corrects_facts": "与采纳一并勾选，然后重新查明事实、重新提出处理建议并告知；同时采纳从轻、减轻意见的，不勾选。",
        "changed_because": "已经复核的陈述申辩重新复核时填写；以前的复核意见保留，文书按这一次制作。",
    },
    choices={"plea": _choices},
    objects=lambda proceeding: is_still_heard(proceeding) & _is_there(_spoken(proceeding), remedy=""),
)


class AnswerPlea(OnProceeding):
    """`plea` may be left out: then it is the oldest that has no answer. `changed_because`: where it has one."""

    plea: int | None = None
    is_accepted: bool
    corrects_facts: bool = False
    answer: Told = Field(min_length=5, max_length=5000)
    changed_because: str = Field(default="", max_length=500)


@act("cases.answer_plea", title="复核陈述申辩", card=CARD)
def answer_plea(actor: Actor, order: AnswerPlea, *, on: Proceeding) -> Plea:
    """Until it is decided an answer may be given again: what was answered before stays beside it."""
    rows = [
        row for row in _spoken(on) if order.plea == row.pk or (order.plea is None and not row.answered_on)
    ]
    plea, reason = next(iter(rows), None), order.changed_because.strip()
    require(
        _is_there(plea),
        Verdict.when(
            plea is None or (len(reason) >= 5 if plea.answered_on else not reason),
            "这份陈述申辩已经复核，重新复核的，请写明理由（至少五个字）；第一次复核的不写。",
            citation="行政处罚法第四十五条、第四十七条",
        ),
        leaves_the_conclusion(order.answer),
        corrects_what_was_found(is_accepted=order.is_accepted, corrects_facts=order.corrects_facts),
        is_news(filter(None, [plea]), _said(order), what="复核意见"),
    )
    assert plea is not None
    if plea.answered_on:
        plea.earlier_answers = [*plea.earlier_answers, _given(plea, until=reason)]
    plea.is_accepted, plea.answer, plea.answered_on = order.is_accepted, order.answer, clock.today()
    plea.corrects = on.finding if order.corrects_facts else None
    plea.save()
    facts = {"outcome": outcome(plea), "reason": f"（重新复核：{reason}）" if reason else ""}
    record(events.PLEA_ANSWERED, actor=actor, subject=on.case, facts=facts)
    return plea


ANSWERED = "已经复核的意见有误的，请选择该份陈述申辩，写明重新复核的理由。"


def _is_there(found: Plea | list[Plea] | None, *, remedy: str = ANSWERED) -> Verdict:
    return Verdict.when(
        found,
        "没有待复核的陈述申辩。",
        citation="行政处罚法第四十五条",
        remedy=remedy,
    )


def _said(order: AnswerPlea) -> dict[str, Any]:
    """What makes an answer another one."""
    said = {"is_accepted": order.is_accepted, "answer": order.answer}
    return {**said, "corrects_facts": order.corrects_facts}


def _given(plea: Plea, *, until: str) -> dict[str, Any]:
    """The answer as it stood, and why it stands no longer."""
    assert plea.answered_on is not None  # its caller asks
    said = {"is_accepted": plea.is_accepted, "answer": plea.answer, "corrects": plea.corrects_id}
    return {**said, "answered_on": plea.answered_on.isoformat(), "changed_because": until}
