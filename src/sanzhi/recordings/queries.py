"""Reads of recordings: lists, an upload by its token, and the coverage of every must-record moment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Case, Proceeding
from sanzhi.cases.parties import before
from sanzhi.cases.reading import may_read, readable
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.queries import Moment
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import row_by, rows_by, rows_where
from sanzhi.kernel.errors import NotVisible
from sanzhi.law.deadline_rules import rule
from sanzhi.organisation.roles import Role
from sanzhi.recordings.models import Custody, Gap, Kind, Recording, Touch, Upload
from sanzhi.recordings.moments import CAPTIONS

EVER = datetime.min.replace(tzinfo=UTC)
ONE_LOOK = timedelta(minutes=10)  # a player asks many times while one person looks once
CASE = "proceeding__case__"
SERVED = "service"  # by leaving, by publication: each service has a recording of its own
HEARING = "hearing"
OF_THE_PLACE = frozenset({"site_inspection", "evidence_preservation", "correction_review"})
CONTINUOUS = frozenset({Kind.AUDIO.value, Kind.VIDEO.value})

Kept = TypeVar("Kept", Recording, Gap)


class State(StrEnum):
    """How far a must-record moment is recorded; there is no *unknown*."""

    COVERED = "covered"
    LATE = "late"
    UNSURE = "unsure"
    SHORT = "short"
    MISSING = "missing"


STATE_CAPTIONS = {
    State.COVERED: "已记录",
    State.LATE: "逾期上传",
    State.UNSURE: "待确认",
    State.SHORT: "时长不足",
    State.MISSING: "缺失",
}


@dataclass(frozen=True)
class Coverage:
    """One moment of one case. `gap` is why something is missing: the accepted explanation, else the newest."""

    moment: Moment
    state: State
    sentence: str
    recordings: tuple[Recording, ...]
    gap: Gap | None = None

    @property
    def is_explained(self) -> bool:
        """Whether what is missing was explained, and the explanation accepted by somebody else."""
        return self.gap is not None and self.gap.is_accepted

    @property
    def may_be_explained(self) -> bool:
        return self.state in {State.MISSING, State.SHORT, State.UNSURE} and not (
            self.gap and (self.gap.is_accepted or self.gap.is_waiting)
        )

    @property
    def caption(self) -> str:
        return "缺漏已审定" if self.is_explained else STATE_CAPTIONS[self.state]


def subject_case(actor: Actor, subject: str) -> Case:
    """The case behind a subject key, if the actor may see it. Raises NotVisible."""
    found = cases.case_of_subject(subject)
    if not may_read(actor, found):
        raise NotVisible
    return found


def known_upload(actor: Actor, token: str) -> Upload:
    """An upload to a case that the actor may read, also a finished one. Raises NotVisible."""
    found = row_by(Upload, token, link="token")
    if found is None or found.authority != actor.authority or found.cancelled_at is not None:
        raise NotVisible
    subject_case(actor, found.subject)
    return found


def open_upload(actor: Actor, token: str) -> Upload:
    """The upload while it is still on its way. Raises NotVisible."""
    found = known_upload(actor, token)
    if not found.is_open:
        raise NotVisible
    return found


def open_uploads_of(subject: str) -> QuerySet[Upload]:
    return Upload.objects.filter(subject=subject, finished_at=None, cancelled_at=None)


def recordings_of(subject: str) -> tuple[Recording, ...]:
    return rows_by(Recording, subject, link="subject")


def recent_recordings(actor: Actor, count: int = 100) -> QuerySet[Recording]:
    """The newest recordings of the cases that the actor may read."""
    subjects = cases.visible_cases(_who_watches(actor)).values(
        subject=Concat(Value("cases.case:"), Cast("pk", CharField()))
    )
    rows = Recording.objects.filter(authority=actor.authority, subject__in=subjects)
    return rows.order_by("-uploaded_at")[:count]


def visible_recording(actor: Actor, pk: int) -> Recording:
    """A recording of a case that the actor may read. Raises NotVisible."""
    found = Recording.objects.filter(pk=pk, authority=actor.authority).first()
    if found is None:
        raise NotVisible
    subject_case(_who_watches(actor), found.subject)
    return found


def watches(actor: Actor, case: Case) -> bool:
    """Whether the actor opens the films of a case that he may read."""
    return may_read(_who_watches(actor), case)


def _who_watches(actor: Actor) -> Actor:
    """最小必要: who prepares the public copy needs the decision, not the films."""
    return replace(actor, roles=actor.roles - {Role.DISCLOSURE_CLERK})


def same_content(authority: str, digest: str) -> Recording | None:
    """What this authority has kept of exactly these pictures and sounds; another's stays unknown."""
    return next(iter(rows_where(Recording, authority=authority, content_sha256=digest)), None)


def recording_for_update(actor: Actor, pk: int) -> Recording:
    """A recording of a case that the actor may see, locked until the command ends. Raises NotVisible."""
    found = visible_recording(actor, pk)
    subject_case(actor, found.subject)
    return Recording.locked(found.pk)


def gap_for_update(actor: Actor, pk: int) -> Gap:
    """An explanation on a case that the actor may see, locked until the command ends. Raises NotVisible."""
    found = Gap.objects.filter(pk=pk, authority=actor.authority).first()
    if found is None:
        raise NotVisible
    subject_case(actor, found.subject)
    return Gap.locked(found.pk)


def is_touched_by(recording: Recording, actor: Actor, *, touch: Touch) -> bool:
    """Whether this person's look at the recording, or copy of it, is in the custody list already."""
    since = clock.now() - ONE_LOOK
    looks = Custody.objects.filter(recording=recording, touched_by=actor.key, touch=touch)
    return looks.filter(touched_at__gte=since).exists()


def undecided_gaps(actor: Actor) -> QuerySet[Gap]:
    """Explanations that nobody has accepted yet, of open cases that the actor may read; the oldest first."""
    open_ones = Gap.objects.filter(
        readable(actor, via=CASE), accepted_at=None, proceeding__case__closed_on=None
    )
    return open_ones.select_related("proceeding__case").order_by("id")


def doubtful_recordings(actor: Actor) -> QuerySet[Recording]:
    """What tells no time by itself and nobody has confirmed yet, of open cases whose films the actor opens; the oldest first."""
    watched = readable(_who_watches(actor), via=CASE)
    rows = Recording.objects.filter(watched, confirmed_at=None, proceeding__case__closed_on=None)
    return rows.exclude(doubt="").select_related("proceeding__case").order_by("id")


def unfinished_uploads(actor: Actor) -> QuerySet[Upload]:
    """What the actor has begun to send and not finished, of cases that he may read still."""
    rows = Upload.objects.filter(readable(actor, via=CASE), begun_by=actor.key, finished_at=None)
    rows = rows.filter(cancelled_at=None)
    return rows.select_related("proceeding__case").order_by("id")


def stale_uploads(*, older_than: timedelta) -> QuerySet[Upload]:
    return Upload.objects.filter(finished_at=None, cancelled_at=None, begun_at__lt=clock.now() - older_than)


def moments_of(case: Case) -> dict[str, Moment]:
    """The recording list that the case was opened under, by moment; of two rows of a moment the longer counts."""
    found: dict[str, Moment] = {}
    listed = catalogues.recording_moments_of(case.editions.get("recording"))
    for moment in sorted(listed, key=lambda row: row.shortest_seconds):
        found[moment.key] = moment
    return found


def bare_moment(key: str) -> Moment:
    """A moment that the procedure demands and the list does not name."""
    return Moment(key, CAPTIONS.get(key, key), "音像", "", "", "", whole_process=False, shortest_seconds=0)


def caption_of(key: str) -> str:
    return CAPTIONS.get(key, key)


def required_moments(proceeding: Proceeding) -> tuple[str, ...]:
    """The moments demanded by every step that the proceeding has entered, in the procedure's order."""
    entered = {visit.step for visit in cases.visits(proceeding)}
    steps = [step for step in cases.procedure_of(proceeding).steps if step.key in entered]
    return tuple(dict.fromkeys(moment for step in steps for moment in cases.moments_of(proceeding, step)))


def coverage(
    proceeding: Proceeding,
    moments: Iterable[str],
    *,
    on: date | None = None,
    since: datetime | None = None,
    among: Iterable[Recording] | None = None,
) -> tuple[Coverage, ...]:
    """Each of `moments`: covered, short, missing or late, with the recordings that say so (1 or 2 queries).

    `on`: only what was recorded on that day or later counts. `since`: nor does a film that began before that moment.
    `among`: those of the case, where they are read already.
    """
    subject = cases.subject_of(proceeding.case)
    rows = own(proceeding, recordings_of(subject) if among is None else among)
    listed = moments_of(proceeding.case)
    found = []
    for key in moments:
        moment = listed.get(key) or bare_moment(key)
        begun = max(_dawn(on) if on else _counts_since(proceeding, key), clock.minute_of(since or EVER))
        taken = tuple(row for row in rows if row.moment == key and row.started_at >= begun)
        found.append(Coverage(moment, *_judged(moment, taken), taken))
    if all(row.state in {State.COVERED, State.LATE} for row in found):
        return tuple(found)  # nothing is missing, so there is no gap to explain
    known = own(proceeding, Gap.objects.filter(subject=subject).order_by("id"))
    gaps = sorted(
        (gap for gap in known if not since or gap.explained_at >= since), key=lambda gap: gap.is_accepted
    )
    newest = {gap.moment: gap for gap in gaps if gap.explained_at >= _counts_since(proceeding, gap.moment)}
    return tuple(replace(row, gap=newest.get(row.moment.key)) for row in found)


def own(proceeding: Proceeding, rows: Iterable[Kept]) -> list[Kept]:
    """What is filmed of the place is everybody's; of persons, each has his own, also from before it is decided anew."""
    found = list(rows)
    if all(row.proceeding_id == proceeding.pk for row in found):
        return found
    his = {proceeding.pk, *(row.pk for row in before(proceeding))}
    return [row for row in found if row.moment in OF_THE_PLACE or row.proceeding_id in his]


def _counts_since(proceeding: Proceeding, moment: str) -> datetime:
    """What was filmed before the case is none of it. Each paper is filmed when it is served, so after it was issued.

    The notice's recording says nothing of the decision's service, also on the same day; of papers handed over in one
    visit, all were issued before the film began. What was served before the step was entered anew, and need not be
    served again, has its recording from then.
    """
    first = _dawn(proceeding.case.registered_on)
    if moment == HEARING:  # each hearing has a recording of its own
        hearing = cases.hearing_of(proceeding)
        return _dawn(hearing.notified_on or hearing.requested_on) if hearing else first
    step = cases.current_step(proceeding)
    if step is None or moment not in step.recording or not moment.startswith(SERVED):
        return first
    decision = getattr(proceeding, "decision", None)
    made = decision.document_id if decision else None  # issued by the step before
    papers = [
        row.document for row in cases.papers(proceeding) if row.form in step.forms or row.document_id == made
    ]
    services = [(paper, documents.service_of(paper)) for paper in papers]
    done = [(paper, row) for paper, row in services if row is not None and not row.published_on]
    if not done:
        return _dawn(proceeding.step_since)
    paper, service = done[-1]
    return max(_dawn(service.served_on), clock.minute_of(paper.issued_at or EVER))


def _dawn(day: date) -> datetime:
    return datetime.combine(day, time(), clock.CHINA)


def whole_coverage(
    proceeding: Proceeding, *, among: Iterable[Recording] | None = None
) -> tuple[Coverage, ...]:
    return coverage(proceeding, required_moments(proceeding), among=among)


def _judged(moment: Moment, taken: tuple[Recording, ...]) -> tuple[State, str]:
    title = caption_of(moment.key)
    if not taken:
        return State.MISSING, f"“{title}”没有音像记录。"
    sure = [row for row in taken if row.counts]
    if not sure:
        return State.UNSURE, f"“{title}”的音像还不能算数：{taken[-1].doubt}，待他人看过确认。"
    running = [row for row in sure if row.kind in CONTINUOUS]
    seconds = seconds_of(running)
    if not running and (moment.whole_process or moment.shortest_seconds):
        how = "全程录音录像" if moment.whole_process else f"录音录像不少于{moment.shortest_seconds}秒"
        return State.SHORT, f"“{title}”须{how}，只有照片或者扫描件。"
    if running and seconds < moment.shortest_seconds:
        return State.SHORT, f"“{title}”录音录像共{seconds:.0f}秒，不足{moment.shortest_seconds}秒。"
    if all(is_late(row) for row in sure):
        return State.LATE, f"“{title}”在记录结束24小时以后上传。"
    return State.COVERED, f"“{title}”已记录{len(sure)}件。"


def seconds_of(rows: Iterable[Recording]) -> float:
    """Recorded time; what two devices saw at once was seen once."""
    total, until = 0.0, 0.0
    for began, length in sorted((row.started_at.timestamp(), row.seconds) for row in rows):
        total += max(0.0, began + length - max(began, until))
        until = max(until, began + length)
    return total


def is_late(recording: Recording) -> bool:
    """Uploaded later than 24 hours after the recording ended (F6-11, 记忆; the figure is the rule's)."""
    allowed = rule("recording_upload", recording.ended_at.date()).days
    return recording.uploaded_at > recording.ended_at + timedelta(days=allowed)
