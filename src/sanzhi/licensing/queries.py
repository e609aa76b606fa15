"""All reads of licensing."""

from django.db.models import Q, QuerySet

from sanzhi.cases import queries as cases
from sanzhi.cases.handling import HANDLES
from sanzhi.cases.models import CaseParty, Proceeding
from sanzhi.cases.parties import is_same
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.licences import LicenceItem
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.errors import NotVisible
from sanzhi.law.receipts import plain_number
from sanzhi.licensing.models import (
    Ban,
    Ending,
    Examination,
    FollowUp,
    HandedIn,
    InterestedView,
    Licence,
    LicenceApplication,
    LicenceEvent,
    LicenceHearing,
    TimeGranted,
    TimeLeftOut,
)
from sanzhi.organisation.roles import KEEPERS

ORDINARY, CHANGE, END = "license/ordinary", "license/change", "license/end"
CATEGORY = "行政许可"


def application_of(proceeding: Proceeding) -> LicenceApplication | None:
    return getattr(proceeding, "application", None)


def ending_of(proceeding: Proceeding) -> Ending | None:
    return getattr(proceeding, "ending", None)


def hearing_of(proceeding: Proceeding) -> LicenceHearing | None:
    return getattr(proceeding, "licence_hearing", None)


def granted_in(proceeding: Proceeding) -> Licence | None:
    return getattr(proceeding, "licence", None)


def licence_of(proceeding: Proceeding) -> Licence | None:
    """The licence that was granted in the proceeding, or that it changes, renews or ends."""
    application, ending = application_of(proceeding), ending_of(proceeding)
    earlier = (application.licence if application else None) or (ending.licence if ending else None)
    return earlier or granted_in(proceeding)


def item_of(proceeding: Proceeding) -> LicenceItem | None:
    """The item as its list stood when the application came in."""
    row = application_of(proceeding) or licence_of(proceeding)
    return catalogues.licence_item_of(row.item_edition, row.item_code) if row else None


def handed_in(application: LicenceApplication) -> tuple[HandedIn, ...]:
    return rows_of(application.handed_in)


def examinations(proceeding: Proceeding) -> tuple[Examination, ...]:
    return rows_of(proceeding.examinations)


def examined(proceeding: Proceeding) -> Examination | None:
    """The newest examination counts."""
    return next(reversed(examinations(proceeding)), None)


def interested_views(proceeding: Proceeding) -> tuple[InterestedView, ...]:
    return rows_of(proceeding.interested_views)


def times_left_out(proceeding: Proceeding) -> tuple[TimeLeftOut, ...]:
    return rows_of(proceeding.times_left_out)


def times_granted(proceeding: Proceeding) -> tuple[TimeGranted, ...]:
    return rows_of(proceeding.times_granted)


def follow_ups(proceeding: Proceeding) -> tuple[FollowUp, ...]:
    """What is looked at after the licence that was granted in the proceeding; nothing any more where it has ended."""
    row = granted_in(proceeding)
    return rows_of(row.follow_ups) if row else ()


def waiting_follow_up(proceeding: Proceeding) -> FollowUp | None:
    rows = (row for row in follow_ups(proceeding) if row.done_on is None and not row.licence.ended_as)
    return next(rows, None)


def story_of(licence: Licence) -> tuple[LicenceEvent, ...]:
    return rows_of(licence.story)


def licences(authority: str) -> QuerySet[Licence]:
    rows = Licence.objects.filter(authority__code=authority)
    return rows.select_related("holder", "authority", "proceeding__case__authority")


def narrowed(rows: QuerySet[Licence], text: str) -> QuerySet[Licence]:
    """By number, holder, item or place."""
    asked = Q()
    for field in ("number", "holder__name", "item_title", "place"):
        asked |= Q(**{f"{field}__icontains": text})
    return rows.filter(asked) if text else rows


def visible_licences(actor: Actor) -> QuerySet[Licence]:
    """The whole register for who serves at the window; else those of the cases that the actor may read."""
    rows = licences(actor.authority)
    if actor.has(*HANDLES) and not actor.has(*KEEPERS):
        return rows
    return rows.filter(proceeding__case__in=cases.visible_cases(actor))


def licence(actor: Actor, pk: int) -> Licence:
    """Raises NotVisible."""
    found = visible_licences(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def applications(actor: Actor) -> QuerySet[LicenceApplication]:
    """Those of the cases that the actor may read, the newest first."""
    rows = LicenceApplication.objects.filter(proceeding__case__in=cases.visible_cases(actor))
    return rows.select_related("proceeding__case__authority", "proceeding__respondent", "licence").order_by(
        "-id"
    )


def same_place(one: str, other: str) -> bool:
    """The same address, however it is written; no map is asked."""
    return plain_number(one) == plain_number(other)


def licences_at(authority: str, *, item: str, place: str) -> tuple[Licence, ...]:
    """Every licence of the item that was ever granted for the place, the oldest first."""
    rows = licences(authority).filter(item_code=item).order_by("id")
    return tuple(row for row in rows if same_place(row.place, place))


def open_applications(authority: str, *, item: str) -> tuple[LicenceApplication, ...]:
    rows = LicenceApplication.objects.filter(
        proceeding__case__authority__code=authority,
        item_code=item,
        turned_away="",
        proceeding__closed_on=None,
        proceeding__decided_on=None,
    )
    return tuple(rows.select_related("proceeding__case", "proceeding__respondent").order_by("id"))


def ban_of(authority: str, party: CaseParty, *, item: str) -> Ban | None:
    """What keeps the party from applying today; by number or name, as parties are told apart."""
    rows = Ban.objects.filter(authority__code=authority, item_code=item, until__gte=clock.today())
    return next((row for row in rows.select_related("party") if is_same(row.party, party)), None)
