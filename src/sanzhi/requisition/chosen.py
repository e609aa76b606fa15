"""The things of the inventory that an order names."""

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.requisition.models import RequisitionedThing
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import unsettled


def in_use(proceeding: Proceeding) -> Choices:
    return [(row.pk, row.thing.text) for row in unsettled(proceeding)]


def thing_in_use(proceeding: Proceeding, pk: int) -> RequisitionedThing:
    """Raises Refused where it is none of ours, or is settled."""
    found = next((row for row in unsettled(proceeding) if row.pk == pk), None)
    require(
        Verdict.when(
            found,
            "所选的财物不在清单中，或者已经返还、清点。",
            citation=LAW,
            remedy="请刷新页面后重新选择。",
        )
    )
    assert found is not None
    return found


def any_in_use(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        unsettled(proceeding), "没有在征用中的财物。", citation=LAW, remedy="已经返还的，请办理补偿。"
    )
