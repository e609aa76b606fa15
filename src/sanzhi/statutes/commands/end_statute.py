"""On the day of its repeal a statute's version is current no longer and leaves the search; its text stays to be read."""

from sanzhi.kernel import clock, search
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.statutes import events
from sanzhi.statutes.board import announce
from sanzhi.statutes.models import Statute
from sanzhi.statutes.policies import is_ended


class EndStatute(Order):
    statute: int


@command("statutes.end_statute", title="法律法规到期废止", internal=True)
def end_statute(actor: Actor, order: EndStatute) -> Statute:
    statute = Statute.locked(order.statute)
    require(is_ended(statute, clock.today()))
    current = statute.versions.filter(is_current=True).first()
    if current is not None:
        current.is_current = False
        current.save()
        search.remove("article", *(str(row.pk) for row in current.articles.all()))
    facts = {"title": statute.title, "on": f"{statute.repealed_on}", "by": statute.repealed_by}
    record(events.STATUTE_ENDED, actor=actor, subject=statute, facts=facts)
    announce(f"repeal:{statute.pk}")
    return statute
