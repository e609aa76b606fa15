"""Establish an authority: the first act of an installation."""

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Authority
from sanzhi.organisation.policies import keeps_common, may_administer


class EstablishAuthority(Order):
    code: str = Field(max_length=20, pattern=r"^[0-9A-Za-z-]+$")
    name: str = Field(min_length=1, max_length=100)
    region_code: str = Field(pattern=r"^\d{6}$")
    number_prefix: str = Field(min_length=1, max_length=10)
    government: str
    court: str
    justice_bureau: str
    address: str
    postcode: str = ""
    phone: str
    bank_name: str
    bank_account_name: str
    bank_account: str
    bank_address: str


@command("organisation.establish_authority", title="设立执法主体")
def establish_authority(actor: Actor, order: EstablishAuthority) -> Authority:
    require(may_administer(actor), keeps_common(actor))
    taken = Authority.objects.filter(code__iexact=order.code).exists()  # sign-in names end with it in small letters
    require(Verdict.when(not taken, f"机关编码{order.code}已被使用（不分大小写）。"))
    authority = Authority(**order.model_dump())
    authority.save()
    record(events.AUTHORITY_ESTABLISHED, actor=actor, subject=authority, facts={"name": authority.name})
    return authority
