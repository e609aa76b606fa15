"""The recordings of a case as rows for the paper with which they go to the archive (音像资料归档登记表)."""

from django.utils import timezone

from sanzhi.cases import queries as cases
from sanzhi.cases.fact_groups import facts
from sanzhi.cases.models import Proceeding
from sanzhi.law.days import chinese_date
from sanzhi.recordings import queries
from sanzhi.recordings.models import Kind, Recording


@facts("recordings")
def recordings(proceeding: Proceeding) -> list[dict[str, str]]:
    rows = queries.own(proceeding, queries.recordings_of(cases.subject_of(proceeding.case)))
    return [_row(number, row) for number, row in enumerate(rows, start=1) if isinstance(row, Recording)]


def _row(number: int, row: Recording) -> dict[str, str]:
    return {
        "number": str(number),
        "moment": queries.caption_of(row.moment),
        "kind": Kind(row.kind).label,
        "device": row.device,
        "began": chinese_date(timezone.localtime(row.started_at)),
        "ended": chinese_date(timezone.localtime(row.ended_at)),
        "length": _length(row.seconds),
        "taken_by": row.taken_by_name,
        "sha256": row.sha256,
    }


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return (f"{minutes}分" if minutes else "") + f"{rest}秒" if seconds else ""


GROUPS = (recordings,)
