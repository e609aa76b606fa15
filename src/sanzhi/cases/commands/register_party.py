"""Register or mend the respondent. A wrong identity number is refused; a wrong credit code only warned (F10-07)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Party, PartyKind
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.identity import IdentityNumber, check_identity_number
from sanzhi.ledger.commands import record


class RegisterParty(Order):
    case: int
    kind: PartyKind
    name: str = Field(min_length=1, max_length=200)
    id_number: str = Field(default="", max_length=30)
    id_type: str = Field(default="居民身份证", max_length=20)
    sex: str = Field(default="", max_length=4)
    born_on: date | None = None
    occupation: str = Field(default="", max_length=100)
    credit_code: str = Field(default="", max_length=18)
    trade_name: str = Field(default="", max_length=100)
    representative: str = Field(default="", max_length=60)
    representative_title: str = Field(default="", max_length=40)
    address: str = Field(min_length=2, max_length=200)
    phone: str = Field(default="", max_length=40)
    guardian: str = Field(default="", max_length=60)


@command("cases.register_party", title="登记当事人")
def register_party(actor: Actor, order: RegisterParty) -> Party:
    case = queries.case_for_update(actor, order.case)
    identity = _identity(order)
    require(
        may_act(actor, case, act="register_party"),
        Verdict.no(identity) if isinstance(identity, str) else Verdict.yes(),
        Verdict.when(
            order.kind != PartyKind.ORGANISATION or order.representative,
            "单位应当填写法定代表人或者负责人。",
            citation="行政处罚法第五十九条",
        ),
        Verdict.when(
            order.kind != PartyKind.PERSON or order.id_number or order.born_on,
            "自然人应当填写证件号码或者出生日期，以判断责任年龄。",
            citation="行政处罚法第三十条",
        ),
    )
    party = Party.objects.filter(case=case).first() or Party(case=case)
    for name, value in order.model_dump(exclude={"case"}).items():
        setattr(party, name, value)
    if isinstance(identity, IdentityNumber):
        party.id_number, party.born_on, party.sex = identity.value, identity.born_on, identity.sex
    party.credit_code = order.credit_code.upper()
    party.save()
    record(events.PARTY_REGISTERED, actor=actor, subject=case, facts={"kind": PartyKind(order.kind).label})
    return party


def _identity(order: RegisterParty) -> IdentityNumber | str | None:
    """The number read, the sentence that refuses it, or None where there is nothing to check."""
    if not order.id_number or order.id_type != "居民身份证":
        return None
    return check_identity_number(order.id_number, on=clock.today())
