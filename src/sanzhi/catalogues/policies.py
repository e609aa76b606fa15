"""Who may do what with an edition, and when."""

from datetime import date

from sanzhi.catalogues import events
from sanzhi.catalogues.models import Edition, Status
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.ledger.queries import entries_of
from sanzhi.organisation.roles import Role

OPEN = (Status.DRAFT, Status.RETURNED)
# 司法局 sees what was submitted, never what is being written
SHOWN_TO_JUSTICE = (Status.SUBMITTED, Status.APPROVED, Status.IN_FORCE, Status.SUPERSEDED)
# what the reviewer does to an edition
JUDGED = [row.name for row in (events.ROW_REMARKED, events.EDITION_RETURNED, events.EDITION_APPROVED)]


def may_compile(actor: Actor, authority: str) -> Verdict:
    own = actor.authority == authority or actor.has(SYSTEM_ROLE)
    return Verdict.when(
        own and actor.has(Role.LEGAL_REVIEWER, Role.ADMINISTRATOR, SYSTEM_ROLE),
        "清单由本机关政策法规科编制。",
        remedy="请联系法制审核人员或者系统管理员。",
    )


def may_review(actor: Actor, authority: str) -> Verdict:
    own = actor.authority == authority or actor.has(SYSTEM_ROLE)
    return Verdict.when(
        own and actor.has(Role.SUPERVISOR, SYSTEM_ROLE),
        "清单由本机关的司法行政部门审核，本岗位不能审核。",
        citation="国办发〔2018〕118号；实施方案二(一)2",
    )


def is_another(actor: Actor, edition: Edition) -> Verdict:
    """Who began, wrote or sent in an edition does not judge it, whatever offices he holds today."""
    told = entries_of(edition).filter(actor_key=actor.key)
    wrote = not actor.has(SYSTEM_ROLE) and told.exclude(event__in=JUDGED).exists()
    return Verdict.when(
        not wrote,
        f"您编制或者报送过{edition}，不能由您审核。",
        citation="国办发〔2018〕118号；实施方案二(一)2",
        remedy="请由司法行政部门的其他审核人员审核。",
    )


def may_see(actor: Actor, edition: Edition) -> bool:
    """Editions of the own authority; the justice bureau none that is still being written."""
    if actor.has(SYSTEM_ROLE):
        return True
    own = edition.authority.code == actor.authority
    return own and (edition.status in SHOWN_TO_JUSTICE or not only_reviews(actor))


def only_reviews(actor: Actor) -> bool:
    return actor.roles == {Role.SUPERVISOR}


def is_at(edition: Edition, *statuses: Status) -> Verdict:
    wanted = "或者".join(status.label for status in statuses)
    return Verdict.when(
        edition.status in statuses,
        f"{edition}现为“{Status(edition.status).label}”，只有“{wanted}”状态可以这样做。",
        remedy="施行中的版本不能修改，请起草新版。" if edition.status == Status.IN_FORCE else "",
    )


def is_open(edition: Edition) -> Verdict:
    """Whether rows may be written: in a draft, or in what was returned."""
    return is_at(edition, *OPEN)


def is_as_seen(edition: Edition, revision: int | None) -> Verdict:
    """No when the edition has changed since the person looked at revision `revision` (None: not asked)."""
    return Verdict.when(
        revision is None or revision == edition.revision,
        f"{edition}在您打开页面之后又有修改。",
        remedy="请看过修改后的内容再办理。您填写的内容还在页面上，没有保存。",
    )


def has_no_open_remarks(edition: Edition) -> Verdict:
    """What the reviewer has asked to mend stands against approving it unmended."""
    count = edition.row_remarks.filter(answered_on=None).count()
    return Verdict.when(not count, f"您对{count}行提出了意见，尚未修改。", remedy="请退回修改。")


def is_free_day(edition: Edition, day: date, *, today: date) -> Verdict:
    """One edition a day: none may begin on the day on which another of the same list begins, or earlier."""
    others = Edition.objects.filter(authority=edition.authority, kind=edition.kind, key=edition.key).exclude(
        pk=edition.pk
    )
    running = others.filter(status=Status.IN_FORCE).first()
    waiting = others.filter(status=Status.APPROVED, in_force_on__isnull=False).first()
    begun = running is None or (running.in_force_on is not None and running.in_force_on < day)
    return (
        Verdict.when(
            day >= today, f"施行日{chinese_date(day)}已经过去。", remedy="请选择今天或者以后的日期。"
        )
        & Verdict.when(
            begun, f"{running}自{_day(running)}起施行，同一天不能有两个版本。", remedy="请选择其后的日期。"
        )
        & Verdict.when(
            waiting is None,
            f"{waiting}已经定于{_day(waiting)}施行。",
            remedy="请先等该版施行，或者在新版中一并修改。",
        )
    )


def _day(edition: Edition | None) -> str:
    return chinese_date(edition.in_force_on) if edition is not None and edition.in_force_on else ""
