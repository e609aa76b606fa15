"""Who acts and against whom: officers with their qualification, and the party. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Certificate:
    """An enforcement certificate; it counts from `issued_on` to `until` and not from `suspended_on` on."""

    number: str
    issued_on: date
    until: date
    suspended_on: date | None = None

    def is_valid_on(self, day: date) -> bool:
        suspended = self.suspended_on is not None and self.suspended_on <= day
        return self.issued_on <= day <= self.until and not suspended


@dataclass(frozen=True)
class Person:
    """Somebody of the bureau. `roles` are role keys: officer, squad_leader, bureau_head, legal_reviewer …"""

    key: str
    name: str
    roles: frozenset[str] = frozenset()
    unit: str = ""
    is_established: bool = True
    qualified_on: date | None = None
    left_on: date | None = None
    is_lawyer: bool = False
    certificates: tuple[Certificate, ...] = ()

    def has(self, *roles: str) -> bool:
        return bool(self.roles.intersection(roles))

    def may_enforce_on(self, day: date) -> bool:
        """Established, examined, in office, with a certificate valid on the day (河南省行政执法条例 §20)."""
        return (
            self.is_established
            and self.qualified_on is not None
            and self.qualified_on <= day
            and (self.left_on is None or day < self.left_on)
            and any(row.is_valid_on(day) for row in self.certificates)
        )


PERSON, ORGANISATION, BUSINESS = "person", "organisation", "individual_business"


@dataclass(frozen=True)
class Party:
    """The respondent or applicant. `identity` is what makes two parties the same: number or code, else the name."""

    kind: str
    name: str
    identity: str = ""
    born_on: date | None = None
    representative: str = ""
    guardian: str = ""
    address: str = ""
    phone: str = ""
    is_capable: bool = True  # 行政处罚法 §31: can tell and control what he or she does

    @property
    def is_natural(self) -> bool:
        """A citizen, 个体工商户 among them (民法典 §54)."""
        return self.kind in {PERSON, BUSINESS}

    def age_on(self, day: date) -> int | None:
        """Full years on `day`; None while the birth is unknown, or stands after the day."""
        if self.born_on is None or self.born_on > day:
            return None
        had = (day.month, day.day) >= (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - (not had)


@dataclass(frozen=True)
class Roster:
    """The bureau's people by key."""

    people: Mapping[str, Person] = field(default_factory=dict)

    def get(self, key: str) -> Person | None:
        """The person by key, or by name where a paper gives only the name."""
        return self.people.get(key) or next((row for row in self.people.values() if row.name == key), None)

    def heads_on(self, day: date) -> frozenset[str]:
        """The names of the heads in office on the day."""
        rows = self.people.values()
        return frozenset(
            row.name for row in rows if row.has("bureau_head") and (row.left_on is None or day < row.left_on)
        )
