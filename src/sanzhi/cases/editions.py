"""Which edition of each list a case keeps, and which is in force now."""

from dataclasses import dataclass

from sanzhi.cases.models import Proceeding
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.models import Edition, Kind


@dataclass(frozen=True)
class KeptEdition:
    """`newer` is the edition in force where it is another one than the case keeps."""

    kind: str
    kept: Edition
    newer: Edition | None


def kept_editions(proceeding: Proceeding) -> list[KeptEdition]:
    """Every list that the case keeps an edition of (2 queries)."""
    case = proceeding.case
    running = {(row.kind, row.key): row for row in catalogues.editions_in_force(case.authority.code)}
    ids = {proceeding.procedure_edition_id, proceeding.power_edition_id, *case.editions.values()}
    rows = Edition.objects.filter(pk__in=ids).order_by("kind")
    found = []
    for row in rows:
        if row.kind == Kind.POWERS and row.pk != proceeding.power_edition_id:
            continue
        now = running.get((row.kind, row.key))
        found.append(KeptEdition(row.kind, row, now if now is not None and now.pk != row.pk else None))
    return found


def newer_edition(proceeding: Proceeding, kind: str) -> Edition | None:
    """The edition in force, where the case keeps an earlier one."""
    return next((row.newer for row in kept_editions(proceeding) if row.kind == kind), None)
