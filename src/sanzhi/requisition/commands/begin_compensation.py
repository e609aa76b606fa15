"""Begin the compensation beside the requisition, once everything is back, used up or lost (突发事件应对法 §12)."""

from sanzhi.cases.card import Card
from sanzhi.cases.commands import OpenBeside, open_beside
from sanzhi.cases.models import ClosureKind, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.requisition.guards import all_back
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import COMPENSATION, beside, things_of


class BeginCompensation(OnProceeding):
    pass


def _standing(proceeding: Proceeding) -> list[Proceeding]:
    return [row for row in beside(proceeding) if row.closure_kind != ClosureKind.OVERTURNED]


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(
            things_of(proceeding), "没有征用过财物，没有可以补偿的。", citation=LAW, remedy="请办理结案。"
        )
        & all_back(proceeding)
        & Verdict.when(
            not _standing(proceeding), "本案已有补偿程序。", citation=LAW, remedy="请在已有的程序中办理。"
        )
    )


CARD = Card(objects=_objects, is_main=True, is_done=lambda on: bool(_standing(on)))


@act("requisition.begin_compensation", title="开始核算补偿", card=CARD)
def begin_compensation(actor: Actor, order: BeginCompensation, *, on: Proceeding) -> Proceeding:
    place = OpenBeside(case=on.case_id, proceeding=on.pk, procedure=COMPENSATION, power=on.cause_code)
    return open_beside(actor, place)
