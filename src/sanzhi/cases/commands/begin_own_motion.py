"""Begin a case by the authority's own motion: no lead, no application, a power whose procedure begins so."""

from datetime import date

from pydantic import Field

from sanzhi.cases import board
from sanzhi.cases.commands.open_case import OpenCase, open_case
from sanzhi.cases.models import Case, CaseSource, Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.text import says_something
from sanzhi.kernel.verdict import Verdict, require

CAPTIONS = {
    "procedure": "程序",
    "power": "职权",
    "on": "事项发生日",
    "place": "地点",
    "summary": "事由",
}


class BeginOwnMotion(Order):
    """`on`: the day from which the matter is: of the use that is charged, of the emergency."""

    procedure: str = Field(max_length=40)
    power: str = Field(max_length=20)
    on: date
    place: str = Field(min_length=2, max_length=200)
    summary: str = Field(min_length=5, max_length=5000)


@command("cases.begin_own_motion", title="依职权开案")
def begin_own_motion(actor: Actor, order: BeginOwnMotion) -> Proceeding:
    offered = board.begun_by_motion()
    require(
        Verdict.when(
            order.procedure in offered,
            f"“{order.procedure}”不能依职权开案。",
            remedy=f"可以选用：{'、'.join(offered.values())}；违法行为请登记线索。",
        ),
        Verdict.when(order.on <= clock.today(), "事项发生日不能晚于今天。", remedy="请核对日期。"),
        Verdict.when(
            says_something(order.place) and says_something(order.summary),
            "地点、事由只有标点符号，没有可以阅读的内容。",
            remedy="请用文字写明。",
        ),
        _is_new(order, actor),
    )
    return open_case(actor, OpenCase(source=CaseSource.OWN_MOTION, **order.model_dump()))


def _is_new(order: BeginOwnMotion, actor: Actor) -> Verdict:
    """The same sent twice is one case."""
    same = Case.objects.filter(
        authority__code=actor.authority,
        registered_on=clock.today(),
        place=order.place,
        summary=order.summary,
        happened_on=order.on,
        proceedings__cause_code=order.power,
    ).first()
    return Verdict.when(
        same is None,
        f"今天已经开过内容完全相同的案件（{same.number if same else ''}）。",
        remedy="请打开已开的案件办理。",
    )
