"""What the decision still demands of the party, in the words of the demand and of the application to the court."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.contests import is_outcome_entered, pending_contest
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.kernel import clock
from sanzhi.law.measures import Term
from sanzhi.law.money import money_text, yuan
from sanzhi.penalty.confiscating import gains_taken, is_money, left_to_take
from sanzhi.penalty.owed import NOTHING, falls_due_on, fine_owed, outstanding, overdue_now, owed_in_all
from sanzhi.penalty.queries import kept, late_penalty_of


@dataclass(frozen=True)
class Duty:
    """缴纳800元（人民币捌佰元整）· 交付没收的烧烤炉一台; in yuan `owed` of fine and late penalty, `gains` of those."""

    says: str
    due_on: date | None
    owed: Decimal = NOTHING
    gains: Decimal = NOTHING


def duties(proceeding: Proceeding) -> tuple[Duty, ...]:
    """All that is still to be done: what was put off has its later day, what is confiscated has not."""
    owed, first = outstanding(proceeding), deadline(proceeding, "payment")
    due_on = first.on if first else None
    money = [_money(proceeding, owed)] if owed > 0 else []
    return (*money, *(_handed_over(term, due_on) for term in left_to_take(proceeding)))


def _money(proceeding: Proceeding, owed: Decimal) -> Duty:
    return Duty(f"缴纳{money_text(owed)}", falls_due_on(proceeding), owed)


def _handed_over(term: Term, due_on: date | None) -> Duty:
    if is_money(term) and term.amount:
        return Duty(f"缴纳没收的违法所得{money_text(term.amount)}", due_on, gains=term.amount)
    return Duty(f"交付没收的{term.thing}" if term.thing else f"履行{term.text}", due_on)


def overdue(proceeding: Proceeding) -> tuple[Duty, ...]:
    """Those whose day has passed, of what was put off the instalments that have fallen due.

    Nothing while a remedy is pending, or its outcome is still to be entered.
    """
    if pending_contest(proceeding) is not None or not is_outcome_entered(proceeding):
        return ()
    owed = overdue_now(proceeding)
    money = [_money(proceeding, owed)] if owed else []
    things = (row for row in duties(proceeding) if not row.owed and row.due_on and row.due_on < clock.today())
    return (*money, *things)


def listed(rows: Iterable[Duty]) -> str:
    return "；".join(row.says for row in rows)


def demands_all(paper: Paper, proceeding: Proceeding) -> bool:
    """Whether this demand names all that is still to be done, and no more than stands (行政强制法 §35, §54).

    What was added since was not demanded; a demand of what was changed since is none of what stands now.
    """
    values = paper.document.values
    said = str(values.get("duties") or "").split("；")
    owed, gains = (Decimal(str(values.get(name) or 0)) for name in ("owed", "gains_owed"))
    if owed > owed_in_all(proceeding) or _was_changed_since(paper, proceeding):
        return False
    return all(
        row.owed <= owed and row.gains <= gains if row.owed or row.gains else row.says in said
        for row in duties(proceeding)
    )


def _was_changed_since(paper: Paper, proceeding: Proceeding) -> bool:
    """What we have changed has a paper, made before or after this one; what others have changed has its day."""
    changes = [row for row in queries.overturns(proceeding) if row.decided_on and row.fine is not None]
    made = {row.document_id: row.pk for row in queries.papers(proceeding)}
    return any(
        made.get(row.document_id or 0, 0) > paper.pk
        or (paper.issued_on is not None and row.decided_on is not None and paper.issued_on < row.decided_on)
        for row in changes
    )


def standing(proceeding: Proceeding) -> str:
    """What was paid of the money, and what was not handed over."""
    late, owed = late_penalty_of(proceeding), outstanding(proceeding)
    charged = f"，加处罚款{yuan(late.amount)}元" if late and late.amount else ""
    paid = f"，已缴{yuan(kept(proceeding))}元，尚应缴纳{yuan(owed)}元"
    due = overdue_now(proceeding)
    paid += f"，其中{yuan(due)}元的缴款期限已经届满" if NOTHING < due < owed else ""
    money = [f"罚款{yuan(fine_owed(proceeding))}元{charged}{paid}"] if fine_owed(proceeding) else []
    return "；".join([*money, *(_untaken(proceeding, term) for term in left_to_take(proceeding))])


def _untaken(proceeding: Proceeding, term: Term) -> str:
    paid = gains_taken(proceeding) if is_money(term) else NOTHING
    if not paid or term.amount is None:
        return f"{term.text}，尚未执行"
    return (
        f"{replace(term, amount=term.amount + paid).text}，已缴{yuan(paid)}元，尚应缴纳{yuan(term.amount)}元"
    )
