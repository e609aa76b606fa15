"""Things that went with a referral which was given back: where each of them is, and what may be done with it.

What came back waits for the decision: it is confiscated by it, given to the party, or goes on with another referral.
"""

import re
from collections.abc import Iterable, Iterator

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.parties import beside
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Measure, Term
from sanzhi.penalty import referrals
from sanzhi.penalty.models import Preservation, Referral, Settled
from sanzhi.penalty.preservations import preservations_of
from sanzhi.penalty.queries import confiscations
from sanzhi.penalty.referral_models import ThingsBack

LAW = "行政处罚法第二十七条、第五十七条；行政执法机关移送涉嫌犯罪案件的规定第八条、第十条"
GOODS = Measure.CONFISCATION_OF_GOODS


def things_sent(row: Referral) -> list[str]:
    """What its list names, and what was kept as evidence and went with it."""
    kept = [thing for one in preservations_of(row.proceeding) if _went_with(one, row) for thing in one.things]
    return list(dict.fromkeys([*row.things, *kept]))


def _went_with(kept: Preservation, row: Referral) -> bool:
    if kept.way != Settled.HANDED_OVER or kept.settled_on is None or row.handed_at is None:
        return False
    until = row.returned_on or row.outcome_on
    since = row.handed_at.astimezone(clock.CHINA).date()
    return since <= kept.settled_on and (until is None or kept.settled_on <= until)


def _course(proceeding: Proceeding) -> tuple[Proceeding, ...]:
    """What is decided anew goes on with the things of the proceeding whose decision fell."""
    return (proceeding, *beside(proceeding))


def last_sent(proceeding: Proceeding) -> dict[str, Referral]:
    """Each thing with the referral that it went with last."""
    rows = (row for one in _course(proceeding) for row in rows_of(one.referrals) if row.handed_at)
    return {thing: row for row in sorted(rows, key=lambda row: row.pk) for thing in things_sent(row)}


def _back(thing: str, row: Referral) -> ThingsBack | None:
    return next((back for back in rows_of(row.things_back) if thing in back.things), None)


def _is_returned(thing: str, back: ThingsBack) -> bool:
    return any(thing in row.things for row in rows_of(back.returns))


def awaited(proceeding: Proceeding) -> dict[Referral, list[str]]:
    """What has not come back of the referrals that were given back; first those of which nothing is registered."""
    found: dict[Referral, list[str]] = {}
    for thing, row in last_sent(proceeding).items():
        if row.is_settled and _back(thing, row) is None:
            found.setdefault(row, []).append(thing)
    return dict(sorted(found.items(), key=lambda one: bool(rows_of(one[0].things_back))))


def still_out(proceeding: Proceeding) -> Referral | None:
    """The first referral that was given back and nothing says where its things are."""
    return next((row for row in awaited(proceeding) if not rows_of(row.things_back)), None)


def here(proceeding: Proceeding) -> dict[str, ThingsBack]:
    """What came back and is neither given to the party, nor handed on, nor taken by a decision."""
    if not (sent := last_sent(proceeding)):
        return {}
    done = _taken(proceeding)
    found = ((thing, _back(thing, row)) for thing, row in sent.items() if not names(done, thing))
    return {thing: back for thing, back in found if back is not None and not _is_returned(thing, back)}


def _gone(proceeding: Proceeding) -> Iterator[tuple[str, str]]:
    """What went with a referral and is not here, each with where it is."""
    returned = _taken(proceeding, but_back=True)
    for thing, row in last_sent(proceeding).items():
        back = _back(thing, row)
        if not row.is_settled:
            yield thing, f"已经移送{row.receiver}"
        elif back is None:
            yield thing, "没有退回"
        elif _is_returned(thing, back) or names(returned, thing):
            yield thing, "已经退还当事人"


def _taken(proceeding: Proceeding, *, but_back: bool = False) -> list[Term]:
    """What decisions confiscated and was taken; `but_back`: only what was given back when the decision had fallen."""
    found: list[Term] = []
    for one in _course(proceeding):
        goods = [row for row in confiscations(one) if row.measure == GOODS]
        if any(row.returned_on or not but_back for row in goods):
            found += one.decision.measures
    return found


def confiscated(proceeding: Proceeding) -> list[Term]:
    """What the decisions that stand confiscate."""
    rows = (one for one in _course(proceeding) if hasattr(one, "decision") and not queries.has_fallen(one))
    return [term for one in rows for term in one.decision.measures]


def names(terms: Iterable[Term], thing: str) -> bool:
    """Whether the goods confiscated are this thing, by its whole name."""
    return any(_parts(thing) <= _parts(term.thing) for term in terms if term.measure == GOODS)


def _is_like(terms: Iterable[Term], thing: str) -> bool:
    """Whether they name a thing of this sort: what is written otherwise or counted otherwise may be the very thing."""
    named = {_sort(part) for term in terms if term.measure == GOODS for part in _parts(term.thing)}
    return bool(named & {_sort(part) for part in _parts(thing)})


def _sort(thing: str) -> str:
    """烧烤炉（不锈钢）1台 → 烧烤炉."""
    bare = re.sub(r"[（(【\[].*?[）)】\]]", "", thing)
    return re.sub(r"(?:\d+|[一二两三四五六七八九十百]+).{0,2}$", "", bare).strip()


def _parts(text: str) -> frozenset[str]:
    """烧烤炉一台、烤架两副和桌子一张: the names that a text puts side by side."""
    return frozenset(part.strip() for part in re.split("[、，,；;和]", text) if part.strip())


def is_all_here(proceeding: Proceeding) -> Verdict:
    """The matter is ours, we know where its things are, and what is proposed to be confiscated is here."""
    now = queries.current_proposal(proceeding)
    settled = referrals.referral_settled(proceeding) & things_are_known(proceeding)
    return settled & are_here(proceeding, now.measures if now else ())


def things_are_known(proceeding: Proceeding) -> Verdict:
    """Nothing is decided or closed while nobody knows where the things are."""
    row = still_out(proceeding)
    things = "、".join(things_sent(row)) if row else ""
    return Verdict.when(
        row is None,
        f"随案移交{row.receiver if row else ''}的物品（{things}）没有退回的登记。",
        citation=LAW,
        remedy="请按退还清单登记退回的物品；没有退回的，写明原因。",
    )


def things_back_settled(proceeding: Proceeding) -> Verdict:
    """Nothing is closed while something that came back is neither confiscated nor given to the party."""
    things = "、".join(here(proceeding))
    return things_are_known(proceeding) & Verdict.when(
        not things,
        f"退回的物品（{things}）既没有依决定没收，也没有退还当事人。",
        citation="行政处罚法第五十七条、第七十四条",
        remedy="决定没收的，请登记没收的执行；其他的，由机关负责人退还当事人，或者再次移送有权机关。",
    )


def may_go(proceeding: Proceeding, things: Iterable[str]) -> Verdict:
    """Only what is here goes elsewhere; what is with others or with the party again does not."""
    away = "、".join(f"{thing}（{where}）" for thing, where in _gone(proceeding) if thing in things)
    return Verdict.when(
        not away,
        f"{away}不在本机关，不能随案移交。",
        citation=LAW,
        remedy="其后退回的，请先登记；不再移交的，请从涉案物品中删去。",
    )


def is_here(proceeding: Proceeding, what: str) -> Verdict:
    """Nobody gives back what is with others."""
    term = Term(GOODS, None, what.removeprefix("没收"))
    away = "、".join(f"{thing}（{where}）" for thing, where in _gone(proceeding) if _is_like([term], thing))
    return Verdict.when(
        not away,
        f"{away}不在本机关，不能返还原物。",
        citation="行政处罚法第七十五条第二款",
        remedy="请先从接收机关取回并登记退回；已经灭失的，返还其价款。",
    )


def are_here(proceeding: Proceeding, terms: Iterable[Term]) -> Verdict:
    """Nothing is confiscated that nobody can take: what is with others, or with the party again."""
    goods = [term for term in terms if term.measure == GOODS]
    if not goods:
        return Verdict.yes()
    gone = (one for one in _gone(proceeding) if names(goods, one[0]) or _is_like(goods, one[0]))
    away = "、".join(f"{thing}（{where}）" for thing, where in gone)
    return Verdict.when(
        not away,
        f"{away}不在本机关，不能没收。",
        citation="行政处罚法第五十七条、第七十四条",
        remedy="其后退回的，请先登记；作出决定以前，请重新提出处理建议；已经决定的，依法变更或者撤销。",
    )
