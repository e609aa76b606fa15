"""Establish an authority: the first act of an installation."""

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Authority
from sanzhi.organisation.policies import keeps_common, may_administer
from sanzhi.organisation.shapes import Account, Address, Body, NumberWord, Phone, Postcode


class EstablishAuthority(Order):
    code: str = Field(max_length=20, pattern=r"^[0-9A-Za-z-]+$")
    name: Body
    region_code: str = Field(pattern=r"^\d{6}$")
    number_prefix: NumberWord
    government: Body
    court: Body
    justice_bureau: Body
    address: Address
    postcode: Postcode = ""
    phone: Phone
    bank_name: Body
    bank_account_name: Body
    bank_account: Account
    bank_address: Address


@command("organisation.establish_authority", title="设立执法主体")
def establish_authority(actor: Actor, order: EstablishAuthority) -> Authority:
    require(may_administer(actor), keeps_common(actor))
    taken = Authority.objects.filter(
        code__iexact=order.code
    ).exists()  # sign-in names end with it in small letters
    require(Verdict.when(not taken, f"机关编码{order.code}已被使用（不分大小写）。"))
    authority = Authority(**order.model_dump())
    authority.save()
    record(events.AUTHORITY_ESTABLISHED, actor=actor, subject=authority, facts={"name": authority.name})
    return authority
