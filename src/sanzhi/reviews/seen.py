"""What a review saw of the case: evidence, records, pleas with their answers, the hearing. What came later it did not see."""

from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.cases.parties import known_to
from sanzhi.kernel.verdict import Verdict
from sanzhi.reviews.models import Review

CAPTIONS = {"evidence": "证据", "inquiries": "检查、询问笔录", "pleas": "陈述申辩及复核", "hearing": "听证"}


def seen_now(proceeding: Proceeding) -> dict[str, Any]:
    """As plain values that can be compared later."""
    hearings = cases.hearings(proceeding)
    return {
        "evidence": [row.pk for row in known_to(proceeding)],
        "inquiries": [row.pk for row in cases.issued_for(proceeding, "inquiry")],
        "pleas": [[row.pk, row.is_accepted, row.answer, row.corrects_id] for row in cases.pleas(proceeding)],
        "hearing": [[str(row.held_on), str(row.concluded_on), row.opinion] for row in hearings],
    }


def has_seen_all(proceeding: Proceeding, review: Review) -> Verdict:
    """Whatever is newer than the submission lapses the review (行政处罚法 §58)."""
    now = seen_now(proceeding)
    newer = [caption for name, caption in CAPTIONS.items() if _is_newer(review.saw, now, name=name)]
    return Verdict.when(
        not newer,
        f"送审以后{'、'.join(newer)}有变化，法制审核没有看到。",
        citation="行政处罚法第五十八条",
        remedy="请重新送审。",
    )


def _is_newer(saw: dict[str, Any], now: dict[str, Any], *, name: str) -> bool:
    """Evidence that came in for another party of the case is none of this one's: what was seen may be more."""
    if name == "evidence":
        return not set(now[name]) <= set(saw.get(name, ()))
    return bool(saw.get(name) != now[name])
