"""All reads of the catalogues. What an edition in force says never changes, so it is read once a process."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import Q, QuerySet

from sanzhi.catalogues.charges import Charge, charge_of, items
from sanzhi.catalogues.licences import LicenceItem, read_item
from sanzhi.catalogues.models import Edition, Kind, Status
from sanzhi.catalogues.powers import Power, read_powers
from sanzhi.catalogues.schemas import procedure_of_head
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.unchanged import while_unchanged
from sanzhi.law.deadlines import add_months
from sanzhi.law.measures import Weight
from sanzhi.law.penalties import hearing_line_reached
from sanzhi.law.procedures import Procedure


@dataclass(frozen=True)
class Running:
    edition_id: int
    procedure: Procedure


@dataclass(frozen=True)
class Tier:
    """A tier of discretion; amounts in yuan, None where the tier has no figure."""

    name: str
    when: str
    minimum: Decimal | None
    maximum: Decimal | None
    text: str


@dataclass(frozen=True)
class Moment:
    """A moment that must be recorded; `shortest_seconds` below which a recording counts as short."""

    key: str
    matter: str
    method: str
    begins: str
    ends: str
    retention: str
    whole_process: bool
    shortest_seconds: int


@dataclass(frozen=True)
class Circumstances:
    """What the major-decision list looks at; `fine` and `confiscated` in yuan; `act` as schemas.enforcement.Act.

    `is_beyond_standard`: the tier of discretion is left; `is_remade`: in place of a decision that was annulled.
    """

    party_kind: str
    fine: Decimal
    other_measures: str
    had_hearing: bool
    is_mitigated: bool
    confiscated: Decimal = Decimal(0)
    public_interest: bool = False
    act: str = ""
    is_beyond_standard: bool = False
    is_remade: bool = False


def edition(pk: int) -> Edition:
    found = Edition.objects.select_related("authority").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def editions_in_force(authority: str) -> list[Edition]:
    return list(
        Edition.objects.filter(authority__code=authority, status=Status.IN_FORCE).order_by("kind", "key")
    )


def submitted(authority: str) -> QuerySet[Edition]:
    """Editions that wait for an opinion, the oldest first."""
    rows = Edition.objects.filter(authority__code=authority, status=Status.SUBMITTED)
    return rows.select_related("authority").order_by("id")


def to_be_mended(authority: str) -> QuerySet[Edition]:
    """Editions that wait for who compiles them: drafts, what was returned, what was approved and has no day yet."""
    waiting = Q(status__in=[Status.DRAFT, Status.RETURNED]) | Q(status=Status.APPROVED, in_force_on=None)
    return (
        Edition.objects.filter(waiting, authority__code=authority).select_related("authority").order_by("id")
    )


def edition_id_in_force(authority: str, kind: str, *, key: str = "") -> int | None:
    """Asked again only when something changed."""
    return while_unchanged(
        ("edition in force", authority, kind, key), ask=lambda: _id_in_force(authority, kind, key=key)
    )


def _id_in_force(authority: str, kind: str, *, key: str) -> int | None:
    rows = Edition.objects.filter(authority__code=authority, kind=kind, key=key, status=Status.IN_FORCE)
    return rows.values_list("pk", flat=True).first()


def edition_ids_in_force(authority: str) -> dict[str, int]:
    """The edition of every catalogue in force now, by kind: what a case keeps from its first day (1 query)."""
    rows = Edition.objects.filter(authority__code=authority, status=Status.IN_FORCE).exclude(
        kind=Kind.PROCEDURE
    )
    return dict(rows.values_list("kind", "pk"))


def procedure_in_force(authority: str, key: str) -> Running:
    """The procedure `key` in force now. Raises NotVisible when there is none."""
    pk = edition_id_in_force(authority, Kind.PROCEDURE, key=key)
    if pk is None:
        raise NotVisible
    return Running(pk, procedure_of_edition(pk))


@lru_cache(maxsize=256)
def procedure_of_edition(edition_id: int) -> Procedure:
    return procedure_of_head(edition(edition_id).head)


@lru_cache(maxsize=64)
def powers_of_edition(edition_id: int) -> dict[str, Power]:
    found = edition(edition_id)
    rows = list(found.rows.values_list("content", flat=True))
    return read_powers(rows, edition_id=edition_id, authority_name=found.authority.name)


def power_of_edition(edition_id: int, code: str) -> Power:
    found = powers_of_edition(edition_id).get(code)
    if found is None:
        raise NotVisible
    return found


def powers(authority: str) -> tuple[Power, ...]:
    pk = edition_id_in_force(authority, Kind.POWERS)
    return tuple(powers_of_edition(pk).values()) if pk else ()


def power_in_force(authority: str, code: str) -> Power:
    pk = edition_id_in_force(authority, Kind.POWERS)
    if pk is None:
        raise NotVisible
    return power_of_edition(pk, code)


def licence_items(authority: str) -> dict[str, LicenceItem]:
    """The items in force by code; none where the bureau has no list."""
    pk = edition_id_in_force(authority, Kind.LICENCE_ITEMS)
    return licence_items_of(pk) if pk else {}


def licence_items_of(edition_id: int) -> dict[str, LicenceItem]:
    return {code: read_item(content, edition_id=edition_id) for code, content in _contents(edition_id)}


def licence_item_of(edition_id: int, code: str) -> LicenceItem | None:
    """The one item of an edition, without reading the others; None where the edition has none of this code."""
    content = dict(_contents(edition_id)).get(code)
    return read_item(content, edition_id=edition_id) if content is not None else None


@lru_cache(maxsize=64)
def _contents(edition_id: int) -> tuple[tuple[str, dict[str, object]], ...]:
    return tuple(edition(edition_id).rows.values_list("code", "content"))


def charged_items(pk: int | None, power: str) -> tuple[str, ...]:
    """The items of the tariffs of this edition that are charged on this power."""
    return items(_tariffs(pk), power=power)


def charge_of_edition(pk: int | None, item: str) -> Charge:
    """Raises law.tariffs.TariffError, which names what is missing."""
    return charge_of(item, _tariffs(pk))


def _tariffs(pk: int | None) -> tuple[dict[str, object], ...]:
    return tuple(content for _, content in _contents(pk)) if pk is not None else ()


def tiers(authority: str, code: str) -> tuple[Tier, ...]:
    return tiers_of(edition_id_in_force(authority, Kind.DISCRETION), code)


def tiers_of(pk: int | None, code: str) -> tuple[Tier, ...]:
    """The tiers of one edition for a power; none where the bureau has no list or the list has no row."""
    rows = dict(_contents(pk)) if pk else {}
    content = rows.get(code)
    return tuple(_tier(row) for row in content["tiers"]) if content else ()  # type: ignore[attr-defined]


def _tier(row: dict[str, str | None]) -> Tier:
    low, high = row.get("minimum"), row.get("maximum")
    return Tier(
        str(row["name"]),
        str(row["when"]),
        Decimal(low) if low is not None else None,
        Decimal(high) if high is not None else None,
        str(row["text"]),
    )


def recording_moments_of(pk: int | None) -> tuple[Moment, ...]:
    """The moments of one edition of the recording list; none where the bureau has no list."""
    return tuple(
        Moment(
            key=str(row["moment"]),
            whole_process=bool(row["whole_process"]),
            shortest_seconds=int(str(row["shortest_seconds"])),
            **{name: str(row[name]) for name in ("matter", "method", "begins", "ends", "retention")},
        )
        for _, row in (_contents(pk) if pk else ())
    )


def major_decision_rows(pk: int | None, circumstances: Circumstances) -> tuple[str, ...]:
    """The titles of the rows of this edition of the major-decision list that the circumstances hit."""
    rows = _contents(pk) if pk else ()
    return tuple(str(row["title"]) for _, row in rows if _is_hit(row.get("condition") or {}, circumstances))


def _is_hit(condition: object, seen: Circumstances) -> bool:
    if not isinstance(condition, dict):
        return False
    amounts = {"fine_at_least": seen.fine, "confiscated_at_least": seen.confiscated}
    flags = {
        "hearing_held": seen.had_hearing,
        "below_range": seen.is_mitigated,
        "beyond_standard": seen.is_beyond_standard,
        "remade": seen.is_remade,
        "public_interest": seen.public_interest,
    }
    return (
        any(
            _is_reached(condition.get(key), seen.party_kind, amount=amount) for key, amount in amounts.items()
        )
        or any(condition.get(key) and flag for key, flag in flags.items())
        or any(word in seen.other_measures for word in condition.get("measure_contains", ()))
        or seen.act in condition.get("acts", ())
    )


def _is_reached(least: Mapping[str, Any] | None, party_kind: str, *, amount: Decimal) -> bool:
    """Kinds that the row does not name are held to the person's line."""
    if not least or not amount:
        return False
    return amount >= Decimal(str(least[party_kind if party_kind in least else "person"]))


def publication_months(authority: str, level: str) -> int:
    """For how many months a penalty of this level stays public: the longest term (F8-23 to F8-32, 建议)."""
    pk = edition_id_in_force(authority, Kind.DISCLOSURE)
    for _, row in _contents(pk) if pk else ():
        if row.get("level") == level and row.get("months"):
            return int(str(row["months"]))
    return {"minor": 3, "ordinary": 12, "serious": 36}[level]


def publication_level(weight: Weight, *, kind: str, simplified: bool) -> str:
    """minor, ordinary or serious (F8-32): the hearing line parts the last two, and 吊销, 停业 are serious whatever the fine."""
    if simplified:
        return "minor"
    if hearing_line_reached(kind, weight):
        return "serious"
    return "ordinary" if weight.fine or weight.confiscated else "minor"


def months_later(day: date, months: int) -> date:
    return add_months(day, months)
