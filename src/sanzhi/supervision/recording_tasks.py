"""What waits of recordings: explanations to be decided, times to be confirmed, files that were not sent to the end."""

from collections.abc import Iterable, Iterator
from functools import partial

from django.urls import reverse

from sanzhi.kernel.actor import Actor
from sanzhi.recordings import queries
from sanzhi.recordings.models import Gap, Recording, Upload
from sanzhi.recordings.policies import may_accept, may_confirm
from sanzhi.supervision.task import Source, Task, task


def recording_tasks(actor: Actor) -> list[Source]:
    return [
        Source(queries.undecided_gaps(actor), partial(_gaps, actor)),
        Source(queries.doubtful_recordings(actor), partial(_doubtful, actor)),
        Source(queries.unfinished_uploads(actor), _unfinished),
    ]


def _gaps(actor: Actor, rows: Iterable[Gap]) -> Iterator[Task]:
    for gap in rows:
        if gap.is_waiting and may_accept(actor, gap.proceeding.case, gap=gap):
            yield _of_gap(gap, "音像缺漏审定")
        elif gap.returned_at is not None and gap.explained_by == actor.key and _is_newest(gap):
            yield _of_gap(gap, "音像缺漏重新说明")


def _doubtful(actor: Actor, rows: Iterable[Recording]) -> Iterator[Task]:
    for recording in rows:
        case = recording.proceeding.case
        if may_confirm(actor, case, recording=recording):
            url = reverse("recordings:detail", kwargs={"pk": recording.pk})
            yield task("音像时间确认", recording.name, detail=case.number, url=url)


def _unfinished(rows: Iterable[Upload]) -> Iterator[Task]:
    for upload in rows:
        case = upload.proceeding.case
        url = reverse("recordings:of_case", kwargs={"pk": case.pk})
        yield task("音像未传完", upload.name, detail=case.number, url=url)


def _of_gap(gap: Gap, kind: str) -> Task:
    case = gap.proceeding.case
    url = reverse("recordings:of_case", kwargs={"pk": case.pk}) + f"?proceeding={gap.proceeding_id}"
    title = f"{queries.caption_of(gap.moment)}：{gap.reason[:40]}"
    return task(kind, title, detail=case.number, url=url)


def _is_newest(gap: Gap) -> bool:
    """What was explained anew, is no longer owed."""
    later = Gap.objects.filter(proceeding=gap.proceeding_id, moment=gap.moment, pk__gt=gap.pk)
    return not later.exists()
