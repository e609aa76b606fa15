"""Record that what the decision confiscates was taken: goods into keeping, gains into the treasury (行政处罚法 §74).

What was taken by a decision that has fallen since is entered too, and gains that a bank took too much: to be given back.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import ReopenClosed, reopen_closed
from sanzhi.cases.contests import outcome_entered
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.models import Proceeding, RecordKind
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Measure, Term
from sanzhi.law.money import money_text, yuan
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.confiscating import LAW, gains_taken, is_money, left_to_take, takeable
from sanzhi.penalty.models import Confiscation
from sanzhi.penalty.paying import entered_since, is_receipt
from sanzhi.penalty.things_back import are_here


class TakeConfiscated(OnProceeding):
    """`amount`: what of the gains was paid; left out, it is all that is left. `is_overpaid`: more than that."""

    measure: Measure
    amount: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    taken_on: date
    kept_at: Told = Field(min_length=2, max_length=200)
    voucher: str = Field(min_length=3, max_length=40)
    is_overpaid: bool = False


def _left(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(row.measure.value, row.text) for row in takeable(proceeding)]


def _begun(proceeding: Proceeding) -> dict[str, Any]:
    first = next(iter((*left_to_take(proceeding), *takeable(proceeding))), None)
    return {"measure": first.measure if first else None, "taken_on": clock.today()}


CARD = Card(
    citation=LAW,
    captions={
        "measure": "没收的财物、款项",
        "amount": "收取的违法所得（元）",
        "taken_on": "收取日",
        "kept_at": "保管或者缴库处所",
        "voucher": "专用票据号",
        "is_overpaid": "多收（银行实收的违法所得超过尚未收取的，超过部分返还）",
    },
    helps={"amount": "可以分次收取，每次凭一张专用票据登记；不填写的，是尚未收取的全部。没收物品的不填写。"},
    choices={"measure": _left},
    initial=_begun,
    objects=lambda proceeding: (
        Verdict.when(
            _left(proceeding), "没有尚未执行的没收。", citation=LAW, remedy="请查看已经登记的没收记录。"
        )
        & outcome_entered(proceeding)
        & no_correction_waits(proceeding)
    ),
    after_closure=True,
)


@act("penalty.take_confiscated", title="登记没收的执行", card=CARD)
def take_confiscated(actor: Actor, order: TakeConfiscated, *, on: Proceeding) -> Confiscation:
    """After the closure too: what was given up may turn up with the heirs or with a third person."""
    term = next((row for row in takeable(on) if row.measure == order.measure), None)
    number = plain_number(order.voucher)
    require(
        Verdict.when(
            term, "决定没有这一项没收，或者已经登记过。", citation=LAW, remedy="请从尚未执行的没收中选择。"
        ),
        _is_in_time(on, order),
        *([_is_left(on, term, order=order)] if term else []),
        is_receipt(number, of=order.measure, on=on, day=order.taken_on),
        are_here(on, [term] if term else []),
    )
    assert term is not None
    left = _left_on(on, term, day=order.taken_on)
    said = {"taken_on": order.taken_on, "kept_at": order.kept_at, "voucher": number}
    taken = [
        Confiscation(proceeding=on, measure=term.measure.value, what=what[:300], amount=amount, **said)
        for what, amount in _parts(term, order.amount, left=left)
    ]
    for row in taken:
        row.save()
        facts = {"what": row.what, "voucher": number}
        record(events.CONFISCATION_CARRIED_OUT, actor=actor, subject=on.case, facts=facts)
    is_due_back = queries.has_fallen(on) or (order.amount or left) > left
    if on.closed_on is not None and is_due_back:
        reopen_closed(actor, ReopenClosed(case=on.case_id, proceeding=on.pk))
    return taken[0]


def _parts(term: Term, amount: Decimal | None, *, left: Decimal) -> list[tuple[str, Decimal | None]]:
    """What the decision takes, and apart from it what was too much."""
    if not is_money(term):
        return [(term.text, term.amount)]
    due = min(amount or left, left)
    over = (amount or left) - due
    owed: list[tuple[str, Decimal | None]] = [(replace(term, amount=due).text, due)] if due else []
    return [*owed, *([(f"多收的违法所得{money_text(over)}", over)] if over else [])]


def _fell_on(on: Proceeding) -> date | None:
    gone = queries.overturn_of(on)
    return gone.decided_on if gone and queries.has_fallen(on) else None


def _left_on(on: Proceeding, term: Term, *, day: date) -> Decimal:
    """What of the gains was to be taken on `day`: nothing after the decision fell."""
    fell_on = _fell_on(on)
    return (term.amount or Decimal(0)) if fell_on is None or day <= fell_on else Decimal(0)


def _is_in_time(on: Proceeding, order: TakeConfiscated) -> Verdict:
    """After the service, entered soon; what must be given back is never too early or too late.

    A bank may take what no officer may any more.
    """
    fell_on = _fell_on(on)
    since = decision_served_on(on) if fell_on is None else on.decision.decided_on
    soon = entered_since(on, RecordKind.TAKING) if fell_on is None else date.min
    first = max(soon, since or date.min)
    return Verdict.when(
        since is not None and first <= order.taken_on <= clock.today(),
        f"收取日应在{chinese_date(first)}以后、不晚于今天：决定送达以后才能执行，收取应当及时登记。",
        citation=LAW,
        remedy="请按专用票据填写。",
    ) & Verdict.when(
        fell_on is None or order.taken_on <= fell_on or order.measure == Measure.CONFISCATION_OF_GAINS,
        "处罚决定已被撤销，不能再收取没收的财物。",
        citation="行政处罚法第七十五条第二款",
        remedy="请将撤销以后收取的财物当即退还当事人；撤销以前收取的，按实际收取日登记后返还。",
    )


def _is_left(on: Proceeding, term: Term, *, order: TakeConfiscated) -> Verdict:
    """Gains may be paid in parts, and no more than is left, but by mistake; a thing is taken as it is."""
    if not is_money(term):
        return Verdict.when(
            order.amount is None,
            f"“{term.text}”不是按数额收取的。",
            citation=LAW,
            remedy="请不填写收取的数额；没收的物品整件收取。",
        )
    left, most = _left_on(on, term, day=order.taken_on), 2 * on.decision.weight.gains
    return (
        Verdict.when(
            order.amount or left,
            "违法所得已经没有应当收取的，没有填写又收取的数额。",
            citation=LAW,
            remedy="请按专用票据填写实收数额；没有收取的，不登记。",
        )
        & Verdict.when(
            (order.amount or left) <= left or order.is_overpaid,
            f"违法所得尚有{yuan(left)}元未收取，收取的数额不能超过。",
            citation=LAW,
            remedy="请按专用票据填写；属于罚款的，登记缴款；银行确已多收的，请勾选“多收”，登记后返还。",
        )
        & Verdict.when(
            gains_taken(on) + (order.amount or left) <= most,
            f"收取的违法所得合计超过了决定数额的一倍（{yuan(most)}元）。",
            citation=LAW,
            remedy="重复收取的最多登记一倍；请核对票据，不是本案的款项登记在该案。",
        )
    )
