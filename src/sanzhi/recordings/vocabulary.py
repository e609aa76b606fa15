"""What the recordings offer to the core: the films that evidence may name."""

from collections.abc import Iterable

from django.utils import timezone

from sanzhi.cases import queries as cases
from sanzhi.cases.board import Vocabulary
from sanzhi.cases.models import Proceeding
from sanzhi.recordings import queries


def films(proceeding: Proceeding) -> Iterable[tuple[str, str]]:
    for row in queries.recordings_of(cases.subject_of(proceeding.case)):
        at = timezone.localtime(row.started_at)
        yield row.sha256, f"{queries.caption_of(row.moment)} {at:%Y-%m-%d %H:%M} {row}"


VOCABULARY = Vocabulary(films=films)
