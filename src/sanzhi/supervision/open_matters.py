"""What one person has put before another and is not answered yet: each row with the act for which it waits.

Whose act it is stands on its card; an act without an office belongs to the officers of the case.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from sanzhi.applications.models import Application, Progress, Reply, State
from sanzhi.cases import overturning, waiting
from sanzhi.cases.answering_contests import reply_due, reply_key
from sanzhi.cases.contests import contests
from sanzhi.cases.deadlines import main_terms, time_left, working_calendar
from sanzhi.cases.models import (
    Appraisal,
    Assignment,
    Case,
    Contest,
    Overturn,
    OverturnedBy,
    Proceeding,
    RecordCorrection,
    Recusal,
    Suspension,
)
from sanzhi.cases.reading import WHOLE_AUTHORITY, readable, readable_of_own
from sanzhi.coercion.models import SeizedThing, Seizure
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.law.deadlines import Left, days_until
from sanzhi.levy.models import Lowering, Refund
from sanzhi.levy.owed import waiting_refund
from sanzhi.licensing.models import FollowUp, LicenceApplication
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import Role
from sanzhi.penalty.models import Deferral, Preservation, Referral, Referred
from sanzhi.requisition.models import Objection

MAJOR_OWN = Q(by_whom=OverturnedBy.SELF, decision__is_major=True, is_agreed=None)
STANDS = Q(decided_on=None, dropped_on=None) & ~Q(is_agreed=False)


UNTAKEN = Q(accepted_on=None, turned_away="", proceeding__closed_on=None)


def _numbers(**as_is: Any) -> QuerySet[Application, str]:
    """The numbers of what was filed on the public site and is so far there."""
    return Application.objects.filter(**as_is).values_list("number", flat=True)


@dataclass(frozen=True)
class Wait:
    """Rows of `table` that are `open` wait for `act`; `path` leads from a row to its proceeding, empty where it has none."""

    kind: str
    table: Any
    open: Q
    act: str
    path: str = "proceeding"
    still: Callable[[Any], bool] = field(default=lambda row: True)
    due: Callable[[Any], Left | None] = field(default=lambda row: None)


def _is_newest(row: Overturn) -> bool:
    found = overturning.waiting(row.decision.proceeding)
    return found is not None and found.pk == row.pk


def _is_last() -> Q:
    """An earlier proposal is dropped by a later one."""
    later = Preservation.objects.filter(proceeding=OuterRef("proceeding"), withdrawn_on=None)
    return Q(~Exists(later.filter(pk__gt=OuterRef("pk"))))


def _is_first(*, is_settled: bool) -> Q:
    """Of the things of one seizure that wait for the same, the first stands for all."""
    alike = SeizedThing.objects.filter(seizure=OuterRef("seizure"), settled_at__isnull=not is_settled)
    return Q(~Exists(alike.filter(gone_at=None, pk__lt=OuterRef("pk"))))


def _is_unregistered(row: LicenceApplication) -> bool:
    """What came in on the public site after the notice is not registered as handed in yet."""
    last = Reply.objects.filter(application__number=row.portal_number).latest("replied_at")
    since = timezone.localtime(last.replied_at).date()
    return not row.handed_in.filter(is_correction=True, handed_on__gte=since).exists()


def _reply_left(row: Contest) -> Left | None:
    if row.copy_on is None:
        return None
    days = working_calendar()
    return time_left(reply_due(row, copy_on=row.copy_on, calendar=days).on, reply_key(row), calendar=days)


WAITS = (
    Wait(
        "撤销变更审核",
        Overturn,
        STANDS & MAJOR_OWN,
        act="cases.review_overturn",
        path="decision__proceeding",
        still=_is_newest,
    ),
    Wait(
        "撤销变更决定",
        Overturn,
        STANDS & ~MAJOR_OWN,
        act="cases.overturn_decision",
        path="decision__proceeding",
        still=_is_newest,
    ),
    Wait(
        "复议诉讼待答复",
        Contest,
        Q(replied_on=None, ended_on=None),
        act="cases.answer_contest",
        still=lambda row: row in contests(row.proceeding),
        due=_reply_left,
    ),
    Wait("回避决定", Recusal, Q(is_granted=None), act="cases.decide_recusal", path=""),
    Wait("登记更正审批", RecordCorrection, Q(settled_on=None), act="cases.settle_correction"),
    Wait("中止待恢复", Suspension, Q(until=None), act="cases.resume_case"),
    Wait("鉴定待收到", Appraisal, Q(until=None), act="cases.receive_appraisal"),
    Wait("移送审批", Referral, Q(is_approved=None), act="penalty.answer_referral"),
    Wait("移交", Referral, Q(is_approved=True, handed_at=None), act="penalty.hand_over"),
    Wait(
        "公安机关答复待登记",
        Referral,
        Q(to=Referred.POLICE, handed_at__isnull=False, is_taken_up=None, returned_on=None),
        act="penalty.record_police_answer",
    ),
    Wait("延期缴纳审批", Deferral, Q(decided_on=None), act="penalty.decide_deferral"),
    Wait(
        "证据保存待实施",
        Preservation,
        Q(begun_at=None, withdrawn_on=None) & _is_last(),
        act="penalty.preserve_evidence",
    ),
    Wait(
        "证据保存待处理",
        Preservation,
        Q(begun_at__isnull=False, settled_at=None),
        act="penalty.settle_preservation",
    ),
    Wait(
        "查封扣押补办批准",
        Seizure,
        Q(is_urgent=True, begun_at__isnull=False, is_regularised=None),
        act="coercion.regularise_seizure",
        due=lambda row: next(iter(main_terms(row.proceeding)), None),
    ),
    Wait(
        "查封扣押财物待处理",
        SeizedThing,
        Q(settled_at=None) & _is_first(is_settled=False),
        act="coercion.settle_things",
        path="seizure__proceeding",
    ),
    Wait(
        "查封扣押财物待交接",
        SeizedThing,
        Q(settled_at__isnull=False, gone_at=None) & _is_first(is_settled=True),
        act="coercion.let_things_go",
        path="seizure__proceeding",
    ),
    Wait("征收减免审批", Lowering, Q(is_granted=None), act="levy.decide_lowering"),
    Wait(
        "征收退费待退还",
        Refund,
        Q(paid_on=None),
        act="levy.pay_levy_refund",
        still=lambda row: row == waiting_refund(row.proceeding),
    ),
    Wait(
        "许可后检查",
        FollowUp,
        Q(done_on=None, licence__ended_as=""),
        act="licensing.follow_up",
        path="licence__proceeding",
        due=lambda row: days_until(row.due_on, clock.today()),
    ),
    Wait("征用异议待答复", Objection, Q(answered_on=None), act="requisition.answer_objection"),
    Wait(
        "网上补正待登记",
        LicenceApplication,
        UNTAKEN & Q(portal_number__in=_numbers(state=State.FILED, progress=Progress.CORRECTED)),
        act="licensing.hand_in_materials",
        still=_is_unregistered,
    ),
    Wait(
        "网上撤回待登记",
        LicenceApplication,
        Q(turned_away="", proceeding__decided_on=None, proceeding__closed_on=None)
        & Q(portal_number__in=_numbers(state=State.WITHDRAWN)),
        act="licensing.withdraw_application",
    ),
)


def open_matters(actor: Actor) -> Iterator[tuple[Wait, QuerySet[Any]]]:
    """What may wait for `actor`: the rows of each kind, not read yet."""
    for wait in WAITS:
        offices = waiting.offices_of(wait.act)
        if not offices or actor.has(*offices):
            yield wait, _rows(actor, wait, offices=offices)


def place_of(wait: Wait, row: Any) -> tuple[Case, Proceeding | None]:
    """The case of a row, and its proceeding where it has one."""
    proceeding = _proceeding(row, wait.path)
    return (proceeding.case if proceeding else row.case), proceeding


def _rows(actor: Actor, wait: Wait, *, offices: Collection[Role]) -> QuerySet[Any]:
    case = f"{wait.path}__case" if wait.path else "case"
    joined = [f"{wait.path}__respondent"] if wait.path else []
    rows: QuerySet[Any] = wait.table.objects.filter(wait.open, _of_whom(actor, offices=offices, case=case))
    return rows.select_related(f"{case}__authority", *joined).order_by("id")


def _of_whom(actor: Actor, *, offices: Collection[Role], case: str) -> Q:
    """Which of the cases that he may read are his: all for an office, the squad's for its leader, else those he handles."""
    own, officer = readable_of_own(actor, via=f"{case}__"), actor.officer_id or 0
    if not offices:
        mine = Assignment.objects.filter(case=OuterRef(case), officer_id=officer, ended_on=None)
        return own & Q(Exists(mine))
    if not actor.has(*(set(offices) - {Role.SQUAD_LEADER})):
        return own & Q(Exists(Officer.objects.filter(pk=officer, unit=OuterRef(f"{case}__unit"))))
    return own if actor.has(*WHOLE_AUTHORITY) else readable(actor, via=f"{case}__")


def _proceeding(row: Any, path: str) -> Proceeding | None:
    for name in filter(None, path.split("__")):
        row = getattr(row, name)
    return row if path else None
