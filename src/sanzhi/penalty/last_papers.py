"""What papers on the performance say beside: the late penalty, things that were confiscated, enforcement that ended, lists of things."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Proceeding
from sanzhi.law import penalties
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Measure
from sanzhi.law.money import capital_amount, grouped, yuan
from sanzhi.penalty.models import UnenforcedFor
from sanzhi.penalty.owed import fine_owed, payment_due_on
from sanzhi.penalty.preservations import preservations_of
from sanzhi.penalty.queries import NOBODY_LEFT, confiscations, enforcement_end, late_penalty_of


@facts(
    "late",
    "fine amount amount_capital charged_on text remedy",
    by={"": "penalty.charge_late_penalty"},
)
def charged(proceeding: Proceeding) -> dict[str, Any]:
    """The late penalty as it stands (行政处罚法 §72(1)(一)); nothing once the decision has fallen or nothing is left of it."""
    row, fine, due_on = late_penalty_of(proceeding), fine_owed(proceeding), payment_due_on(proceeding)
    if row is None or not row.amount or not fine or due_on is None:
        return {}
    authority = proceeding.case.authority
    full = "，已达罚款数额" if row.amount >= fine else ""
    return {
        "fine": fine,
        "amount": row.amount,
        "amount_capital": capital_amount(row.amount),
        "charged_on": row.charged_on,
        "text": f"缴款期限于{chinese_date(due_on)}届满，计至{chinese_date(row.charged_on)}，计收{row.days}日，"
        f"加处罚款{yuan(row.amount)}元{full}。",
        # 行政复议法 §23 speaks of what is decided on the spot; a late penalty never is
        "remedy": penalties.ordinary_remedy(authority.government, authority.court),
    }


@facts("case", "confiscated_things", by={"": "penalty.take_confiscated"})
def taken(proceeding: Proceeding) -> dict[str, Any]:
    """The goods that lie with the authority: neither gains nor what was given back (行政处罚法 §74)."""
    rows = [row for row in confiscations(proceeding) if row.returned_on is None]
    goods = [row for row in rows if row.measure == Measure.CONFISCATION_OF_GOODS]
    return {
        "confiscated_things": [
            {
                "name": row.what,
                "value": grouped(row.amount) if row.amount else "",
                "taken_on": chinese_date(row.taken_on),
                "kept_at": row.kept_at,
                "voucher": row.voucher,
            }
            for row in goods
        ]
    }


@facts("halt", "kind since ground law proof", by={"": "penalty.end_enforcement"})
def halted(proceeding: Proceeding) -> dict[str, Any]:
    """Of a penalty the enforcement only ends; where nobody is left, nobody is told (行政强制法 §40)."""
    row = enforcement_end(proceeding)
    if row is None or row.ground in NOBODY_LEFT:
        return {}
    return {
        "kind": "ended",
        "since": row.ended_on,
        "ground": UnenforcedFor(row.ground).label,
        "law": "《中华人民共和国行政强制法》第四十条",
        "proof": row.proof,
    }


@facts("annex", "title number things", by={"": "penalty.preserve_evidence"})
def annexed(proceeding: Proceeding) -> dict[str, Any]:
    """The things that were kept last, and the notice to which a list of them belongs (行政处罚法 §56)."""
    rows = [row for row in preservations_of(proceeding) if row.begun_on]
    papers = queries.issued_for(proceeding, f"{rows[-1].kept_as}_notice") if rows else ()
    if not papers:
        return {}
    return {
        "title": papers[-1].title,
        "number": papers[-1].number,
        "things": [{"name": thing} for thing in rows[-1].things],
    }


GROUPS = (charged, taken, halted, annexed)
