"""Whether what was decided of a recusal stands in a paper of its own (行政处罚法 §43)."""

from collections.abc import Mapping
from typing import Any

from sanzhi.cases.models import AskedBy, Case, Recusal
from sanzhi.cases.queries import recusals, subject_of
from sanzhi.documents import queries as documents
from sanzhi.kernel.text import one_line
from sanzhi.law.days import chinese_date
from sanzhi.law.wording import sentence

PURPOSE = "recusal_decision"


def is_written(case: Case, row: Recusal) -> bool:
    """Whether an issued paper tells this decision: what was asked, on which day, and what was answered."""
    told = documents.issued_values(subject_of(case), purpose=PURPOSE)
    return any(_is_of(row, values) for values in told)


def _is_of(row: Recusal, values: Mapping[str, Any]) -> bool:
    """Asked again on the same day, the same person may be answered otherwise."""
    return all(one_line(str(values.get(name))) == one_line(str(said)) for name, said in told(row).items())


def told_in(case: Case, values: Mapping[str, Any]) -> dict[str, Any]:
    """What the paper with these values should say: of the decision that it names; nothing where there is none."""
    row = next((row for row in reversed(recusals(case)) if row.decided_on and _is_of(row, values)), None)
    return told(row) if row else {}


def told(row: Recusal) -> dict[str, Any]:
    """A decided recusal in the words of its paper."""
    name = row.of.name
    asked = f"{name}本人申请回避" if row.asked_by == AskedBy.SELF else f"当事人申请{name}回避"
    return {
        "told": f"{chinese_date(row.asked_on)}，{asked}，理由是：{sentence(row.reason)}",
        "recused": name,
        "outcome": f"决定{name}回避" if row.is_granted else f"决定驳回对{name}的回避申请",
        "answer": row.answer,
        "decided_by": f"{row.decided_by}{row.decision_number and '（' + row.decision_number + '）'}",
        "decided_on": row.decided_on,
    }
