"""What the last proposal said, with which the next one begins; that a matter is a major one is not forgotten by proposing anew."""

from typing import Any

from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.queries import current_proposal
from sanzhi.kernel.verdict import Verdict

CAPTION = "不再认定为重大公共利益、疑难复杂的理由"
HELP = "上一次意见这样认定、这一次不再认定的填写，写入拟办意见。"


def remembered(proceeding: Proceeding, *names: str) -> dict[str, Any]:
    """Of the standing proposal: its reason, its tick, and what of `names` it weighed."""
    standing = current_proposal(proceeding)
    if standing is None:
        return {}
    said = {name: standing.grounds[name] for name in names if name in standing.grounds}
    return {**said, "reason": standing.reason, "public_interest": standing.public_interest}


def stays_major(proceeding: Proceeding, *, public_interest: bool, because: str) -> Verdict:
    """Else who is sent back by the review would go past it with the next proposal (河南省行政执法条例 §28)."""
    standing: Proposal | None = current_proposal(proceeding)
    was = standing is not None and standing.public_interest
    return Verdict.when(
        not was or public_interest or because.strip(),
        "上一次意见认定涉及重大公共利益、疑难复杂，这一次没有认定，也没有写明理由，不能因此免去法制审核。",
        citation="河南省行政执法条例第二十八条",
        remedy=f"仍然涉及的，请勾选；确实不再涉及的，请填写“{CAPTION}”。",
    ) & Verdict.when(
        not because.strip() or (was and not public_interest),
        f"“{CAPTION}”只在上一次这样认定、这一次不再认定时填写。",
        citation="河南省行政执法条例第二十八条",
        remedy="请清空这一栏。",
    )
