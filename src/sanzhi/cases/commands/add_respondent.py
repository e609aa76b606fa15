"""Open a proceeding of its own for another who took part in the same matter: told, heard and decided apart."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.opening import open_proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record

LAW = "行政处罚法第五条、第五十四条"


class AddRespondent(OnProceeding):
    reason: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    rows = rows_of(proceeding.case.proceedings)
    return Verdict.when(
        proceeding.main_id is None,
        "本程序服务于另一程序，不能在这里追加当事人。",
        citation=LAW,
        remedy="请在主程序中追加。",
    ) & Verdict.when(
        all(row.respondent_id or row.closed_on for row in rows),
        "本案有程序尚未登记当事人，不能再追加。",
        citation=LAW,
        remedy="请先登记已有程序的当事人。",
    )


CARD = Card(
    citation=f"{LAW}；河南省行政执法条例第二十五条",
    captions={"reason": "追加的理由（共同违法的事实）"},
    helps={"reason": "追加的当事人另开一个程序，分别立案、告知、听取意见和决定；查明的事实共用。"},
    objects=_objects,
    at_any_step=True,
)


@act("cases.add_respondent", title="追加当事人", card=CARD)
def add_respondent(actor: Actor, order: AddRespondent, *, on: Proceeding) -> Proceeding:
    added = open_proceeding(
        on.case,
        procedure=(on.procedure_edition_id, on.procedure_key),
        power=queries.power_of(on),
        finding=on.finding,
    )
    record(events.RESPONDENT_ADDED, actor=actor, subject=on.case, facts={"reason": order.reason})
    return added
