"""What was confiscated and must be taken, and given back once the decision has fallen: each has a record that says so."""

from dataclasses import replace
from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import CONFISCATIONS, Measure, Term
from sanzhi.penalty.queries import confiscations, left_to_return, nobody_is_left, paid_gains

LAW = "行政处罚法第七十四条"
BACK = "行政处罚法第七十五条第二款；国家赔偿法第三十六条"


def left_to_take(proceeding: Proceeding) -> tuple[Term, ...]:
    """The confiscations of the decision that stands of which nothing says that they were carried out; of gains the rest."""
    if queries.has_fallen(proceeding):
        return ()
    return tuple(row for row in takeable(proceeding) if row.amount or not is_money(row))


def takeable(proceeding: Proceeding) -> tuple[Term, ...]:
    """What may have been taken and is not entered, also of a decision that has fallen since; gains may come twice."""
    decision = getattr(proceeding, "decision", None)
    terms = [row for row in decision.measures if row.measure in CONFISCATIONS] if decision else []
    done = {row.measure for row in confiscations(proceeding)}
    rows = (_rest(proceeding, row) if is_money(row) else row for row in terms)
    return tuple(row for row in rows if is_money(row) or row.measure not in done)


def _rest(proceeding: Proceeding, term: Term) -> Term:
    return replace(term, amount=max((term.amount or Decimal(0)) - gains_taken(proceeding), Decimal(0)))


def is_money(term: Term) -> bool:
    """Gains are paid, also in parts; a thing is handed over."""
    return term.measure == Measure.CONFISCATION_OF_GAINS and term.amount is not None


def gains_taken(proceeding: Proceeding) -> Decimal:
    """What of the gains was paid and not given back, also what was too much."""
    return sum((row.amount or Decimal(0) for row in paid_gains(proceeding)), Decimal(0))


def confiscation_is_done(proceeding: Proceeding) -> Verdict:
    verdict = Verdict.yes()
    for term in left_to_take(proceeding):
        verdict &= Verdict.no(
            f"没有“{term.text}”已经执行的记录。",
            LAW,
            remedy="请登记没收的财物、款项的收取和专用票据；拒不交出的，催告后申请人民法院强制执行。",
        )
    return verdict


def confiscated_is_back(proceeding: Proceeding) -> Verdict:
    verdict = Verdict.yes()
    why = "处罚决定已被撤销，已经执行的" if queries.has_fallen(proceeding) else "没收的款项超过决定的数额，"
    for row in left_to_return(proceeding):
        verdict &= Verdict.no(
            f"{why}“{row.what}”尚未返还当事人。",
            BACK,
            remedy="请办理返还没收的财物、款项。",
        )
    return verdict


def goes_to_the_party(proceeding: Proceeding, receiver: str, *, citation: str) -> Verdict:
    """What is given back is the party's own; what was a dead party's goes to whoever succeeds."""
    party = proceeding.respondent
    names = tuple(party.names | {party.representative, party.guardian} - {""}) if party else ()
    return Verdict.when(
        receiver in names
        or receiver.startswith(tuple(f"{name}{sign}" for name in names for sign in "（("))
        or nobody_is_left(proceeding),
        f"领取人“{receiver}”不是当事人。",
        citation=citation,
        remedy="请返还当事人；由他人代领的，写“当事人姓名（代领人姓名）”。",
    )
