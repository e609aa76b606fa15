"""What vouches for a decision names what it saw; here it is held against what is to be decided.

Two axes. *Basis*: the respondent, the facts with their evidence, the articles, what the kind has found beside, the grounds. *Weight*: whether a measure,
an amount, a thing or the tier exceeds the old one or has no counterpart in it. A notice, and what the party said to it, stand for a proposal on the same basis that
is not heavier (a lighter one needs no new notice: 记忆); review, discussion and approval only for the very proposal.
"""

from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from sanzhi.cases import board, queries
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import exceeds

LAW = "行政处罚法第四十四条、第六十二条"
CAPTIONS = {"party": "当事人", "facts": "事实", "articles": "案由和条款"}
IDENTITY = ("kind", "name", "id_number", "credit_code", "guardian", "is_incapable")


@dataclass(frozen=True)
class Weighed:
    """What the kind's grounds say to the party, in the kind's own captions (行政处罚法 §44).

    `said` must be told word for word; `kinder` are grounds in the party's favour, which may be added but not lost;
    `gravity` orders the tiers, and a graver one than was told is heavier; so is more of what is `counted`.
    """

    said: dict[str, str] = field(default_factory=dict)
    kinder: tuple[str, ...] = ()
    gravity: int = 0
    counted: dict[str, str] = field(default_factory=dict)

    def as_row(self) -> dict[str, Any]:
        return {**asdict(self), "kinder": list(self.kinder)}


def basis_of(proceeding: Proceeding) -> dict[str, Any]:
    """What a proposal made now rests on, as plain values that can be compared later."""
    party, power = proceeding.respondent, queries.power_of(proceeding)
    identity = {name: getattr(party, name) for name in IDENTITY} if party else {}
    return {
        "party": {**identity, "born_on": str(party.born_on or "") if party else ""},
        "facts": {"finding": proceeding.finding_id, "happened_on": str(proceeding.happened_on)},
        "articles": {
            "cause": proceeding.cause_code,
            "prohibition": power.prohibition,
            "basis": power.penalty_basis,
        },
        "found": board.found(proceeding),
    }


def changed_basis(seen: dict[str, Any], now: dict[str, Any]) -> tuple[str, ...]:
    """In what the two differ: 当事人, 事实, 案由和条款, and what the kind has found."""
    before, since = seen.get("found", {}), now.get("found", {})
    differ = (
        caption for caption in before | since if (before.get(caption) or []) != (since.get(caption) or [])
    )
    return (*(caption for name, caption in CAPTIONS.items() if seen.get(name) != now.get(name)), *differ)


def changed_grounds(seen: dict[str, Any], now: dict[str, Any]) -> tuple[str, ...]:
    """Which grounds differ from those that were seen: 理由, 责令改正 …; one more in the party's favour does not count."""
    old, new = seen.get("grounds", {}), now.get("grounds", {})
    said, told = new.get("said", {}), old.get("said", {})
    differ = [caption for caption in said | told if said.get(caption) != told.get(caption)]
    lost = set(old.get("kinder", ())) - set(new.get("kinder", ()))
    return (*differ, *sorted(lost))


def fits(seen: Proposal, now: Proposal) -> Verdict:
    """Does what was told in `seen` also tell `now`? Every difference is a reason."""
    if seen.pk == now.pk:
        return Verdict.yes()
    other = "、".join((*changed_basis(seen.basis, now.basis), *changed_grounds(seen.basis, now.basis)))
    more = "；".join((*exceeds(now.weight, seen.weight), *_graver(seen.basis, now.basis)))
    return Verdict.when(
        not other, f"现拟处理意见与已告知的{other}不同。", citation=LAW, remedy="请重新告知。"
    ) & Verdict.when(
        not more, f"现拟处理意见重于已告知的：{more}。", citation=LAW, remedy="请重新告知并听取陈述申辩。"
    )


def _graver(seen: dict[str, Any], now: dict[str, Any]) -> tuple[str, ...]:
    old, new = (basis.get("grounds", {}) for basis in (seen, now))
    told, counted = (row.get("counted", {}) for row in (old, new))
    more = any(Decimal(count) > Decimal(told.get(name, 0)) for name, count in counted.items())
    return (
        *(("裁量档次更重",) if new.get("gravity", 0) > old.get("gravity", 0) else ()),
        *(("计罚数量更多",) if more else ()),
    )


def stands(proceeding: Proceeding, proposal: Proposal) -> Verdict:
    """The proposal still rests on what is known of the case today."""
    other = "、".join(changed_basis(proposal.basis, basis_of(proceeding)))
    return Verdict.when(
        not other,
        f"提出处理建议以后，{other}有变化。",
        citation="行政处罚法第五十七条",
        remedy="请重新提出处理建议。",
    )
