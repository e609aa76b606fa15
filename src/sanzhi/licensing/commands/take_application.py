"""Take an application at the window: who applies for what, with which papers; nobody is sent away for what is missing (行政许可法 §32)."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.applications.commands import TakeApplication as TakeFiled
from sanzhi.applications.commands import take_application as take_filed
from sanzhi.applications.models import MessageKind, Progress
from sanzhi.cases.commands import OpenCase, open_case
from sanzhi.cases.identifying import PartyFields, identity_in, is_cared_for, is_sound, read_from
from sanzhi.cases.models import CaseParty, CaseSource, PartyRole, Proceeding
from sanzhi.cases.one_number import is_of_one_name
from sanzhi.cases.orders import Told
from sanzhi.cases.telling import only_tells
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.licences import LicenceItem
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.licensing import answers, as_filed, asked_for, filed, intake
from sanzhi.licensing.captions import CAPTIONS
from sanzhi.licensing.models import Asks, LicenceApplication
from sanzhi.licensing.policies import may_take
from sanzhi.licensing.queries import ORDINARY
from sanzhi.licensing.telling import tell


class TakeApplication(as_filed.Taken):
    item: str = Field(max_length=20)
    answers: str = Field(default="", max_length=4000)
    handed: list[str] = Field(default_factory=list, max_length=60)
    received_on: date
    late_because: Told = Field(default="", max_length=500)
    portal_number: str = Field(default="", max_length=30)
    filled_because: Told = Field(default="", max_length=500)


@command("licensing.take_application", title="收件登记（行政许可）")
def take_application(actor: Actor, order: TakeApplication) -> LicenceApplication:
    require(may_take(actor))
    item = intake.item_in_force(actor.authority, order.item)
    said, identity = answers.kept(item, answers.read(order.answers)), identity_in(order)
    require(
        is_sound(order, identity) & is_cared_for(order),
        is_of_one_name(order, actor=actor),
        intake.may_apply(item, order.kind),
        _came_on(order),
        _days_fit(order, item),
        answers.fit(item, said),
        intake.is_wanted(item, order.handed),
        only_tells(order, CAPTIONS),
    )
    filled_in = _take_filed(actor, order, item=item, said=said)
    fields = {name: getattr(order, name) for name in PartyFields.model_fields} | read_from(order, identity)
    require(intake.is_first(actor.authority, item, party=CaseParty(**fields), place=order.place))
    proceeding = _opened(actor, order, item=item, party=fields)
    require(intake.agent_stands_apart(proceeding, [order.agent, order.representative, order.guardian]))
    application = LicenceApplication(
        proceeding=proceeding,
        item_edition=item.edition_id,
        item_code=item.code,
        item_title=item.title,
        answers=said,
        asks=Asks.NEW,
        **order.model_dump(
            include={"agent", "place", "content", "starts_on", "ends_on", "received_on", "portal_number"}
        ),
    )
    application.save()
    intake.keep(application, order.handed, item=item, by=actor.name)
    intake.record_taken(actor, application, late_because=order.late_because)
    text = f"窗口已经接收，案号{proceeding.case.number}。是否需要补正，五个工作日内告知。"
    text += as_filed.told(filled_in, order.filled_because)
    tell(
        actor, application, progress=Progress.RECEIVED, kind=MessageKind.OTHER, text=text, citation=filed.LAW
    )
    return application


def _days_fit(order: TakeApplication, item: LicenceItem) -> Verdict:
    days = {"starts_on": order.starts_on, "ends_on": order.ends_on}
    return (
        intake.days_fit(**days)
        & asked_for.content_agrees(order.content, **days)
        & intake.is_not_too_long(item, **days)
    )


def _came_on(order: TakeApplication) -> Verdict:
    """What was filed on the public site came on the day of its filing, whenever it is taken."""
    if order.portal_number:
        return Verdict.yes()
    return intake.came_on(order.received_on, late_because=order.late_because)


def _take_filed(
    actor: Actor, order: TakeApplication, *, item: LicenceItem, said: dict[str, str]
) -> list[str]:
    """What the window has filled in beyond what was filed; nothing for who stands at the window."""
    if not order.portal_number:
        require(as_filed.is_explained([], order.filled_because))
        return []
    row = filed.named(actor, order.portal_number)
    titles = {one.title for one in catalogues.licence_items(actor.authority).values()}
    written = as_filed.read(row, item)
    lines = as_filed.filled_in(order, filed=written, said=said)
    require(
        filed.came_on(row, order.received_on),
        as_filed.is_of_item(row, item, titles=titles),
        as_filed.is_same(order, filed=written, said=said, number=row.number),
        as_filed.is_explained(lines, order.filled_because),
    )
    take_filed(actor, TakeFiled(application=row.pk))
    return lines


def _opened(actor: Actor, order: TakeApplication, *, item: LicenceItem, party: dict[str, Any]) -> Proceeding:
    summary = f"{order.name}申请{item.title}：{order.content}"
    opened = OpenCase(
        procedure=ORDINARY,
        power=item.power,
        source=CaseSource.APPLICATION,
        place=order.place,
        summary=summary[:5000],
        on=order.received_on,
        role=PartyRole.APPLICANT,
        party=party,
    )
    return open_case(actor, opened)
