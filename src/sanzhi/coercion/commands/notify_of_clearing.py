"""Tell the party, who became known only afterwards, of what was cleared at once and at whose cost (行政强制法 §52)."""

from sanzhi.cases.card import Card
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import has_two_qualified_officers, is_not_decided, recusals_settled
from sanzhi.coercion.clearing import LAW, issue_notice, party_known
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict


class NotifyOfClearing(OnProceeding):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(
            party_known(proceeding),
            "当事人尚未查明，没有人可以通知。",
            citation=LAW,
            remedy="查明以后请登记当事人；无法查明的，结算费用以后以“当事人无法查明，费用由本机关承担”结束。",
        )
        & is_not_decided(proceeding)
        & has_two_qualified_officers(proceeding.case)
        & recusals_settled(proceeding.case)
    )


CARD = Card(citation=LAW, objects=_objects, is_main=True, is_done=lambda on: hasattr(on, "decision"))


@act("coercion.notify_of_clearing", title="制发立即代履行告知书", card=CARD)
def notify_of_clearing(actor: Actor, order: NotifyOfClearing, *, on: Proceeding) -> Decision:
    return issue_notice(actor, on)
