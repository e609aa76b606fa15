"""Register an issued document for checking by its code; its entry in the ledger is what the proof proves."""

from datetime import date

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record
from sanzhi.publications import events
from sanzhi.publications.models import Paper


class RegisterPaper(Order):
    token: str = Field(pattern=r"^[0-9a-z]{12,32}$")
    authority_name: str
    title: str
    number: str = ""
    issued_on: date
    tells: list[tuple[str, str]] = Field(default_factory=list)
    valid_from: date | None = None
    valid_until: date | None = None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


@command("publications.register_paper", title="登记可查验文书", internal=True)
def register_paper(actor: Actor, order: RegisterPaper) -> Paper:
    paper = Paper(**order.model_dump())
    paper.save()
    facts = order.model_dump(mode="json")
    record(events.PAPER_REGISTERED, actor=actor, subject=paper, facts=facts)
    return paper
