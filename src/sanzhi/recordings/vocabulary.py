"""What the recordings offer to the core: the films that evidence and services may name, and the rows of their register."""

from collections.abc import Iterable

from django.utils import timezone

from sanzhi.cases import queries as cases
from sanzhi.cases.board import Film, Vocabulary
from sanzhi.cases.models import Proceeding
from sanzhi.recordings import queries, register
from sanzhi.recordings.models import Kind


def films(proceeding: Proceeding) -> Iterable[Film]:
    rows = queries.recordings_of(cases.subject_of(proceeding.case))
    own = {row.pk for row in queries.own(proceeding, rows)}
    for row in rows:
        at = timezone.localtime(row.started_at)
        words = f"{queries.caption_of(row.moment)} {at:%Y-%m-%d %H:%M} {row}"
        yield Film(
            sha256=row.sha256,
            words=words,
            moment=row.moment,
            began_at=at,
            is_own=row.pk in own,
            is_seen=row.kind in {Kind.PHOTO, Kind.VIDEO},
        )


VOCABULARY = Vocabulary(films=films, facts=register.GROUPS)
