"""An application that follows a licence: its change, its renewal. The holder applies; another cannot (行政许可法 §9, §49, §50)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.commands import OpenCase, open_case
from sanzhi.cases.models import CaseSource, PartyRole, Proceeding
from sanzhi.cases.orders import Told
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.licences import LicenceItem
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.licensing import intake
from sanzhi.licensing.models import Asks, Licence, LicenceApplication
from sanzhi.licensing.policies import may_take
from sanzhi.licensing.queries import CHANGE
from sanzhi.licensing.standing import is_valid_on, state_on, term_begins
from sanzhi.licensing.terms import RENEWAL_ASKED, days_of

PARTY = (
    "kind name sex born_on id_type id_number occupation credit_code trade_name representative"
    " representative_title address phone guardian is_incapable namesake_note former_name renamed_by renamed_number"
)


class OnLicence(Order):
    licence: int


class Follows(OnLicence):
    content: Told = Field(min_length=5, max_length=2000)
    ends_on: date
    handed: list[str] = Field(default_factory=list, max_length=60)
    received_on: date
    late_because: Told = Field(default="", max_length=500)


def is_alive(licence: Licence) -> Verdict:
    """What has run out or ended is neither changed nor renewed."""
    today = clock.today()
    return Verdict.when(
        is_valid_on(licence, today),
        f"许可{licence.number}现在的状态是“{state_on(licence, today)}”，不能变更、延续、终止。",
        citation="行政许可法第四十九条、第五十条、第七十条",
        remedy="需要继续从事的，重新申请。",
    )


def nothing_is_open(licence: Licence) -> Verdict:
    rows = licence.applications.filter(
        turned_away="", proceeding__decided_on=None, proceeding__closed_on=None
    )
    ends = licence.endings.filter(proceeding__decided_on=None, proceeding__closed_on=None)
    running = [row.proceeding for row in rows] + [row.proceeding for row in ends]
    number = running[0].case.number if running else ""
    return Verdict.when(
        not running,
        f"该许可的变更、延续、终止正在办理（{number}）。",
        citation="行政许可法第四十九条、第五十条",
        remedy="请在已有的程序中办理。",
    )


def take(actor: Actor, order: Follows, *, licence: Licence, asks: Asks) -> LicenceApplication:
    """The application of the holder, as a case of its own on the licence's item as it is listed today."""
    require(may_take(actor))
    item = intake.item_in_force(actor.authority, licence.item_code)
    starts_on = licence.valid_until if asks == Asks.RENEWAL else term_begins(licence)
    require(
        is_alive(licence),
        nothing_is_open(licence),
        Verdict.when(
            order.received_on >= licence.granted_on,
            f"收到申请的日期早于许可{licence.number}准予的日期（{chinese_date(licence.granted_on)}）。",
            citation="行政许可法第四十九条、第五十条",
            remedy="请填写实际收到的日期。",
        ),
        intake.came_on(order.received_on, late_because=order.late_because),
        intake.days_fit(starts_on=starts_on, ends_on=order.ends_on),
        intake.is_not_too_long(item, starts_on=starts_on, ends_on=order.ends_on),
        intake.is_wanted(item, order.handed),
    )
    proceeding = _opened(actor, order, licence=licence, told=(item.power, asks.label))
    application = LicenceApplication(
        proceeding=proceeding,
        item_edition=item.edition_id,
        item_code=item.code,
        item_title=item.title,
        asks=asks,
        licence=licence,
        received_on=order.received_on,
        place=licence.place,
        content=order.content,
        starts_on=starts_on,
        ends_on=order.ends_on,
    )
    application.save()
    intake.keep(application, order.handed, item=item, by=actor.name)
    intake.record_taken(actor, application, late_because=order.late_because)
    return application


def _opened(actor: Actor, order: Follows, *, licence: Licence, told: tuple[str, str]) -> Proceeding:
    """`told`: the power on which it is decided, and what is asked for."""
    holder, (power, asks) = licence.holder, told
    opened = OpenCase(
        procedure=CHANGE,
        power=power,
        source=CaseSource.APPLICATION,
        place=licence.place,
        summary=f"{holder.name}申请{asks}{licence.number}：{order.content}"[:5000],
        on=order.received_on,
        role=PartyRole.APPLICANT,
        party={name: getattr(holder, name) for name in PARTY.split()},
    )
    return open_case(actor, opened)


def is_listed(licence: Licence) -> Verdict:
    item = _listed(licence)
    return Verdict.when(
        item is not None and item.is_renewable,
        f"“{licence.item_title}”不能延续。",
        citation="行政许可法第五十条第一款",
        remedy="需要继续从事的，重新申请。",
    )


def is_asked_ahead(licence: Licence, received_on: date) -> Verdict:
    """Thirty days before it runs out, or as many as the item's own rule says (行政许可法 §50(1))."""
    item = _listed(licence)
    if item is None or not is_alive(licence):
        return Verdict.yes()  # is_alive says what is wrong
    last = days_of(RENEWAL_ASKED, licence.valid_until, on=licence.proceeding, days=item.renewal_days).on
    return Verdict.when(
        received_on <= last,
        f"延续应当在有效期届满{item.renewal_days}日前申请，最迟{chinese_date(last)}；逾期申请的，不能视为准予延续。",
        citation="行政许可法第五十条第一款",
        remedy="期满以后需要继续从事的，重新申请。",
    )


def _listed(licence: Licence) -> LicenceItem | None:
    """The item as it is in force today."""
    return catalogues.licence_items(licence.authority.code).get(licence.item_code)
