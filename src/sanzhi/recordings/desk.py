"""What the recordings tab of a case shows: coverage, files, uploads on their way, and what may be done about them."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.cases.card import films_at
from sanzhi.cases.deadlines import last_issued_at
from sanzhi.cases.models import Case, Proceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.recordings import moments, queries
from sanzhi.recordings.media import INLINE
from sanzhi.recordings.models import Recording
from sanzhi.recordings.policies import ACCEPT, may_accept, may_record, records
from sanzhi.recordings.queries import Coverage

SMALL = 2 << 20  # bytes up to which a photo is shown in the list
CAPTIONS = {
    "moment": "记录环节",
    "name": "原始文件的名称",
    "size": "原始文件",
    "started_at": "记录开始",
    "ended_at": "记录结束",
    "device": "设备",
    "interruption": "中断说明",
}
REASON = {"moment": "记录环节", "reason": "理由", "gap": "缺漏说明"}


def tab(actor: Actor, proceeding: Proceeding) -> dict[str, Any]:
    subject = cases.subject_of(proceeding.case)
    taken = queries.recordings_of(subject)
    covered = queries.whole_coverage(proceeding, among=taken)
    named = {row.moment.key for row in covered}
    return {
        "may": may_record(actor, proceeding.case),
        "watches": queries.watches(actor, proceeding.case),
        "records": records(actor, proceeding),
        "coverage": [(row, _may_accept(actor, proceeding.case, row=row)) for row in covered],
        "others": [row for row in taken if row.moment not in named],
        "waiting": queries.open_uploads_of(subject),
        "moments": [(row.moment.key, queries.caption_of(row.moment.key)) for row in covered]
        + [(key, caption) for key, caption in moments.CAPTIONS.items() if key not in named],
        "awaited": _awaited(proceeding, covered, taken=taken),
        "small": SMALL,
        "inline": INLINE,
    }


def _awaited(proceeding: Proceeding, covered: Iterable[Coverage], *, taken: Iterable[Recording]) -> str:
    """The first moment that is demanded and missing, else the first of the present step not filmed since the party's last paper."""
    missing = (row.moment.key for row in covered if row.may_be_explained)
    step, since = cases.current_step(proceeding), last_issued_at(proceeding, nature="external")
    have = {row.moment for row in taken if since is None or row.started_at >= since}
    of_step = (*cases.moments_of(proceeding, step), *films_at(proceeding)) if step else ()
    return next(chain(missing, (moment for moment in of_step if moment not in have)), "")


def _may_accept(actor: Actor, case: Case, *, row: Coverage) -> Verdict | None:
    """Whether the actor may decide on the explanation that waits here; None where none waits, and for who accepts none."""
    if row.gap is None or not row.gap.is_waiting or not actor.has(*ACCEPT):
        return None
    return may_accept(actor, case, gap=row.gap)
