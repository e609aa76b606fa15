"""The rows of a compensation, made from the inventory, the return and the valuations; counted in law/compensation."""

from decimal import Decimal

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason
from sanzhi.law.compensation import (
    REQUISITION,
    Claim,
    by_day,
    compensation,
    consumed,
    damaged,
    lost,
)
from sanzhi.law.derivation import CannotCount, Derivation, to_fen
from sanzhi.requisition.models import Requisition, RequisitionedThing
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import requisition_of, things_of, uses_of

INVENTORY = "征用财物清单和收据"


def counted(proceeding: Proceeding) -> Derivation:
    """Raises Refused where a row cannot be counted."""
    row = requisition_of(proceeding)
    rows = [claim for one in things_of(proceeding) if row for claim in _claims(one, row)]
    try:
        return compensation(REQUISITION, tuple(rows))
    except CannotCount as wrong:
        raise Refused((Reason(str(wrong), LAW, "请核对清单、返还登记和估价。"),)) from wrong


def used_days(one: RequisitionedThing, row: Requisition) -> int:
    """From the day on which it was taken to that of its return, both counted."""
    if row.taken_on is None or one.settled_on is None:
        return 0
    return (one.settled_on - row.taken_on).days + 1


def _claims(one: RequisitionedThing, row: Requisition) -> list[Claim]:
    what, seen = one.thing.text, (INVENTORY,)
    found = []
    if one.daily is not None:
        found.append(by_day(what, days=used_days(one, row), price=one.daily, evidence=(*seen, "返还登记")))
    if one.consumed:
        price = to_fen(one.worth / one.count)
        told = "使用登记" if uses_of(one) else "返还登记"
        found.append(consumed(what, quantity=one.consumed, price=price, evidence=(*seen, told)))
    if one.is_hurt and one.damage_worth is not None:
        proof = (one.damage_proof,)
        count = lost if one.lost else damaged
        found.append(
            count(what, valuation=Decimal(one.damage_worth), remaining=one.remaining, evidence=proof)
        )
    return found
