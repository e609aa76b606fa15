"""All reads of applications: for whoever holds one, and for the kind that decides."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from sanzhi.applications.models import Application, Attempt, Material, Message, Progress, State
from sanzhi.applications.policies import OTHER
from sanzhi.kernel import clock
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor, applicant
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.questions import objection
from sanzhi.law import deadline_rules
from sanzhi.law.days import DayUnit
from sanzhi.law.deadlines import Deadline, Left, due, left_until, remaining
from sanzhi.law.identity import check_credit_code
from sanzhi.organisation.queries import calendar

ATTEMPTS_KEPT = timedelta(days=30)


def actor_of(row: Application) -> Actor:
    """Who holds this application's number and code."""
    return applicant(row.authority.code, application=row.pk)


def by_key(pk: int) -> Application:
    """Raises NotVisible; what was dropped is not there any more."""
    found = Application.objects.select_related("authority").filter(pk=pk).exclude(state=State.DROPPED).first()
    if found is None:
        raise NotVisible
    return found


def own_for_update(actor: Actor, pk: int) -> Application:
    """The application, locked, for the one who holds it and nobody else. Raises NotVisible."""
    if actor.key != f"applicant:{pk}":
        raise NotVisible
    return _still_there(pk)


def draft_for_update(actor: Actor, pk: int) -> Application:
    """The same for the machine too, which drops what nobody has filed."""
    return _still_there(pk) if actor.has(SYSTEM_ROLE) else own_for_update(actor, pk)


def _still_there(pk: int) -> Application:
    row = Application.locked(pk)
    if row.state == State.DROPPED:
        raise NotVisible
    return row


def taken_for_update(actor: Actor, pk: int) -> Application:
    """The application, locked, for the authority to which it was made."""
    row = Application.locked(pk)
    if row.authority.code != actor.authority or row.state in {State.DRAFT, State.DROPPED}:
        raise NotVisible
    return row


def waiting(authority: str) -> QuerySet[Application]:
    """What was filed and nobody has taken yet, the oldest first."""
    return Application.objects.filter(authority__code=authority, state=State.FILED, taken_at=None).order_by(
        "filed_at", "pk"
    )


def stale_drafts(*, older_than: timedelta) -> QuerySet[Application]:
    return Application.objects.select_related("authority").filter(
        state=State.DRAFT, changed_at__lt=clock.now() - older_than
    )


def old_attempts() -> QuerySet[Attempt]:
    return Attempt.objects.filter(tried_at__lt=clock.now() - ATTEMPTS_KEPT).order_by("pk")


@dataclass(frozen=True)
class Wanted:
    """One material of the item with what was uploaded for it; `number` stands in forms, where names are long."""

    number: int
    name: str
    files: tuple[Material, ...]
    is_asked: bool = True

    @property
    def fresh(self) -> tuple[Material, ...]:
        """What came in since the application was filed and belongs to no reply yet."""
        return tuple(file for file in self.files if _is_fresh(file))


def _is_fresh(file: Material) -> bool:
    filed_at = file.application.filed_at
    return filed_at is not None and file.reply_id is None and file.added_at > filed_at


def materials_of(row: Application) -> tuple[Wanted, ...]:
    """Every material that the item asks for, then what else was uploaded."""
    files = list(row.materials.select_related("application"))
    asked = [
        Wanted(number, name, tuple(file for file in files if file.wanted == name))
        for number, name in enumerate(row.wanted)
    ]
    rest = tuple(file for file in files if file.wanted not in row.wanted)
    return (*asked, Wanted(len(asked), OTHER, rest, is_asked=False))


def gaps(row: Application) -> tuple[str, ...]:
    """What the item asks for and is not there yet: told, never a reason not to take the application (行政许可法 §32)."""
    written = dict(answered(row))
    blank = [question for question in row.questions if not written.get(question)]
    lost = [wanted.name for wanted in materials_of(row) if wanted.is_asked and not wanted.files]
    is_lonely = bool(row.agent) and not any(
        wanted.files for wanted in materials_of(row) if not wanted.is_asked
    )
    return (
        *(f"没有填写“{question}”" for question in blank),
        *(f"没有上传“{name}”" for name in lost),
        *(["有代理人，没有上传授权委托书（放在“其他材料”）"] if is_lonely else []),
    )


def answered(row: Application) -> tuple[tuple[str, str], ...]:
    """Each question with what was written."""
    answers = [*row.answers, *([""] * len(row.questions))]
    return tuple(zip(row.questions, answers, strict=False))


def hints(row: Application) -> tuple[str, ...]:
    """What may be wrong and hinders nothing (F10-07); answers too that were saved before they had a range."""
    warning = check_credit_code(row.credit_code) if row.credit_code else ""
    answers = (answer for _, answer in answered(row))
    doubts = (objection(one, text, on=clock.today()) for one, text in zip(row.ranges, answers, strict=False))
    return tuple(filter(None, [warning, *doubts]))


def correction_due(row: Application) -> Deadline | None:
    """Until when the authority tells what must be corrected: five working days from the receipt (行政许可法 §32)."""
    if row.filed_at is None:
        return None
    start = timezone.localtime(row.filed_at).date()
    return due(deadline_rules.rule("license_correction", start), start, calendar=calendar())


@dataclass(frozen=True)
class Clock:
    """A period with its last day, in words for the applicant; `left` counts in working days."""

    title: str
    left: Left
    citation: str
    estimated: bool = False


def clocks(row: Application) -> tuple[Clock, ...]:
    """What runs for this application: until it is taken the telling of corrections, then what was written by who took it."""
    today = clock.today()
    if row.state != State.FILED or row.progress in {Progress.DECIDED, Progress.ENDED, Progress.NOT_ACCEPTED}:
        return ()
    found = []
    deadline = correction_due(row)
    if deadline is not None and row.progress == Progress.RECEIVED:
        left = remaining(deadline, today, calendar=calendar())
        found.append(Clock("告知是否需要补正", left, deadline.rule.citation, deadline.estimated))
    for title, day, citation in (
        ("法定期限", row.statutory_on, "行政许可法第四十二条"),
        ("承诺期限", row.promised_on, ""),
    ):
        if day is not None:
            left = left_until(day, today, unit=DayUnit.WORKING, calendar=calendar())
            found.append(Clock(title, left, citation))
    return tuple(found)


def unread(row: Application) -> QuerySet[Message]:
    return row.messages.filter(read_at=None)


@dataclass(frozen=True)
class Happened:
    """One line of what happened, for the applicant."""

    at: datetime
    what: str
    text: str = ""
    message: Message | None = None
    files: tuple[Material, ...] = ()


def story(row: Application) -> list[Happened]:
    """What happened, newest first."""
    told = [Happened(m.told_at, m.get_kind_display(), m.text, message=m) for m in row.messages.all()]
    replies = row.replies.prefetch_related("materials")
    said = [
        Happened(reply.replied_at, "您提交了补正", reply.words, files=tuple(reply.materials.all()))
        for reply in replies
    ]
    own = [
        (row.withdrawn_at, "您撤回了申请"),
        (row.taken_at, "审批人员接收申请"),
        (row.filed_at, "您提交了申请"),
    ]
    marks = [Happened(at, what) for at, what in own if at is not None]
    return sorted([*told, *said, *marks], key=lambda line: line.at, reverse=True)
