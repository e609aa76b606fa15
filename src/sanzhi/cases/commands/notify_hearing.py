"""Set the hearing: seven working days' notice, in public, a chair who did not investigate the case (行政处罚法 §64)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import events, hearings, queries
from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import earliest_hearing_day
from sanzhi.cases.models import ClosedFor, Hearing, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Officer
from sanzhi.organisation.roles import KEEPERS, Role


class NotifyHearing(OnProceeding):
    """`closed_for` and `closed_reason` belong to a hearing that is not public, `put_off_because` to a day that came."""

    held_on: date
    begins_at: str = Field(default="9:00", pattern=r"^([01]?\d|2[0-3]):[0-5]\d$")
    place: Told = Field(min_length=2, max_length=200)
    chair: int
    recorder: int
    is_public: bool = True
    closed_for: ClosedFor | None = None
    closed_reason: Told = Field(default="", max_length=200)
    put_off_because: Told = Field(default="", max_length=1000)


def _no_investigators(proceeding: Proceeding) -> list[tuple[int, str]]:
    investigators = {row.officer_id for row in queries.assignments(proceeding.case)}
    rows = organisation.who_work_on_cases(proceeding.case.authority.code)
    return [(row.pk, f"{row.name}（{row.unit.name}）") for row in rows if row.pk not in investigators]


def _chairs(proceeding: Proceeding) -> list[tuple[int, str]]:
    rows = organisation.officers_of(proceeding.case.authority.code)
    able = (row for row in rows if hearings.may_preside(proceeding, row))
    return [(row.pk, f"{row.name}（{row.unit.name}）") for row in able]


def _grounds(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(row.value, row.label) for row in ClosedFor]


def _is_wanted(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        not hearings.is_withdrawn(proceeding),
        "当事人已经撤回听证要求。",
        citation="行政处罚法第六十四条",
        remedy="当事人在期限内又要求听证的，请先登记听证申请。",
    )


CARD = Card(
    office=(Role.LEGAL_REVIEWER,),
    captions={
        "held_on": "举行日期",
        "begins_at": "开始时间",
        "place": "地点",
        "chair": "主持人",
        "recorder": "记录员",
        "is_public": "公开举行",
        "closed_for": "不公开的事由",
        "closed_reason": "不公开的理由",
        "put_off_because": "当事人未能出席的正当理由",
    },
    helps={
        "held_on": "听证通知书送达当事人之后，须满七个工作日。",
        "begins_at": "如 9:00、14:30",
        "put_off_because": "举行之日已到、当事人有正当理由未能出席，另定日期的，写明理由和证明。",
        "is_public": "除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证公开举行。",
    },
    choices={"chair": _chairs, "recorder": _no_investigators, "closed_for": _grounds},
    objects=lambda proceeding: hearings.was_asked_for(proceeding) & _is_wanted(proceeding),
)


@act("cases.notify_hearing", title="通知听证", card=CARD)
def notify_hearing(actor: Actor, order: NotifyHearing, *, on: Proceeding) -> Hearing:
    hearing = queries.hearing_of(on)
    assert hearing is not None  # the card asks
    require(
        _was_not_held(on, hearing, reason=order.put_off_because.strip()),
        _is_missed(hearing, order.put_off_because),
        _is_set_in_time(order, on),
        _is_presided(order, on),
        _is_public(order),
    )
    if hearing.concluded_on:  # the one that did not count stays as it was
        hearing = Hearing(proceeding=on, proposal=hearing.proposal, requested_on=hearing.requested_on)
    hearing.notified_on, hearing.held_on = clock.today(), order.held_on
    hearing.begins_at, hearing.place = order.begins_at, order.place
    hearing.chair_id, hearing.recorder_id = order.chair, order.recorder
    hearing.is_public, hearing.closed_for = order.is_public, order.closed_for or ""
    hearing.closed_reason, hearing.put_off_because = order.closed_reason, order.put_off_because
    hearing.save()
    reason = "（当事人有正当理由未能出席，另定日期）" if order.put_off_because else ""
    facts = {"held_on": chinese_date(order.held_on), "reason": reason}
    record(events.HEARING_NOTIFIED, actor=actor, subject=on.case, facts=facts)
    return hearing


def _was_not_held(on: Proceeding, hearing: Hearing, *, reason: str) -> Verdict:
    """A day that has come is set anew where nobody could be heard: not told in time, not announced, no chair.

    So is one that was concluded, where it turned out afterwards that it does not count. And where the party had good
    cause to stay away, also where that is shown later: only without it is the hearing given up (行政处罚法 §64(6)).
    """
    if hearing.held_on is None:
        return Verdict.yes()
    could_be_held = bool(hearings.could_be_held(on)) and hearings.may_preside(on, hearing.chair)
    is_past = hearing.held_on <= clock.today() and could_be_held
    is_excused = len(reason) >= 5
    may = not is_past or is_excused
    if hearing.concluded_on:
        may = not hearings.counts(on) or (hearing.is_unattended and is_excused)
    return Verdict.when(
        may,
        f"听证已于{chinese_date(hearing.held_on)}举行，不能再改定日期。",
        citation="行政处罚法第六十四条、第六十五条",
        remedy="尚未终结的，请由主持人终结听证；当事人有正当理由未能出席的，请写明理由（至少五个字）后另定日期。",
    )


def _is_missed(hearing: Hearing, reason: str) -> Verdict:
    """Nobody has stayed away before the day."""
    has_come = hearing.held_on is not None and hearing.held_on <= clock.today()
    return Verdict.when(
        not reason or has_come,
        "举行之日还没有到，不能登记当事人未能出席。",
        citation="行政处罚法第六十四条第六项",
        remedy="改期不必填写未能出席的理由。",
    )


def _is_set_in_time(order: NotifyHearing, on: Proceeding) -> Verdict:
    earliest = earliest_hearing_day(on, clock.today())
    return hearings.is_counted(on, clock.today()) & Verdict.when(
        order.held_on >= earliest,
        f"应当在举行听证的七个工作日前通知，最早可定于{chinese_date(earliest)}。",
        citation="行政处罚法第六十四条第二项",
    )


def _is_presided(order: NotifyHearing, on: Proceeding) -> Verdict:
    own = Officer.objects.filter(authority=on.case.authority)
    investigators = set(on.case.assignments.values_list("officer_id", flat=True))
    chair = own.filter(pk=order.chair).first()
    apart = any(queries.is_recused(on.case, pk) for pk in (order.chair, order.recorder))
    return (
        Verdict.when(not apart, "已经决定回避的人不能主持听证、担任记录员。", citation="行政处罚法第四十三条")
        & Verdict.when(chair, "听证主持人应为本机关人员。")
        & Verdict.when(
            order.chair not in investigators,
            "听证由非本案调查人员主持，所选主持人是本案调查人员。",
            citation="行政处罚法第六十四条第四项",
        )
        & Verdict.when(
            chair is None or chair.pk in investigators or hearings.may_preside(on, chair),
            "听证由法制审核机构的人员主持，所选主持人没有这一岗位，不能终结听证。",
            citation="行政处罚法第六十四条第四项",
            remedy="请选择没有承办过本案的法制审核人员。",
        )
        & Verdict.when(
            own.filter(pk=order.recorder).exists() and order.recorder not in {order.chair, *investigators},
            "记录员应为本机关人员，不能由主持人或者本案调查人员兼任。",
            citation="行政处罚法第六十四条第四项、第八项",
        )
        & Verdict.when(
            not organisation.holding(on.case.authority.code, tuple(KEEPERS)) & {order.recorder},
            "系统管理员、安全管理员、安全审计员不接触案件，不能担任记录员。",
            citation="行政处罚法第六十四条第八项",
            remedy="请选择其他人员记录。",
        )
    )


def _is_public(order: NotifyHearing) -> Verdict:
    closed = bool(order.closed_for and order.closed_reason)
    return Verdict.when(
        not order.closed_for and not order.closed_reason if order.is_public else closed,
        "听证公开举行；只有涉及国家秘密、商业秘密或者个人隐私依法予以保密的，才可以不公开，并写明事由和理由。",
        citation="行政处罚法第六十四条第三项",
    )
