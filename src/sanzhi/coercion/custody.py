"""Things in custody: what is owed to the party in writing, when what was taken must go back at once."""

from sanzhi.cases.fixed import is_true_today
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.queries import issued_for
from sanzhi.coercion.models import Way
from sanzhi.coercion.queries import seizure_of, settled_as, taken, unsettled
from sanzhi.coercion.terms import has_expired, is_reported_in_time
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal

EXTENDED = ("seizure_extension", "查封（扣押）延期决定书")
RELEASED = ("seizure_release", "解除查封（扣押）决定书")
HANDED = ("seizure_handover", "查封（扣押）财物移送书")
DISPOSED = ("seizure_disposal", "查封（扣押）财物处理决定书")


def owed(proceeding: Proceeding) -> dict[str, str]:
    """Which papers the party must have got: purpose → title."""
    seizure, found = seizure_of(proceeding), []
    if seizure is not None and seizure.extended_at is not None:
        found.append(EXTENDED)
    if settled_as(proceeding, Way.RETURNED):
        found.append(RELEASED)
    if settled_as(proceeding, Way.HANDED_OVER):
        found.append(HANDED)
    if settled_as(proceeding, Way.SOLD, Way.DESTROYED):
        found.append(DISPOSED)
    return dict(found)


def tells_now(paper: Paper) -> bool:
    return bool(is_true_today(paper))


def is_told(proceeding: Proceeding, purpose: str) -> bool:
    """A paper of the purpose was served and says what is so now."""
    return any(paper.served_on and tells_now(paper) for paper in issued_for(proceeding, purpose))


ON_THE_SPOT = {"seizure_decision": "查封（扣押）决定书", "inventory": "查封（扣押）财物清单"}


def not_handed_over(proceeding: Proceeding) -> tuple[str, ...]:
    """Of decision and inventory, what was not handed over on the day of the seizure (行政强制法 §24)."""
    seizure = seizure_of(proceeding)
    if seizure is None or seizure.begun_on is None:
        return ()
    return tuple(
        title
        for purpose, title in ON_THE_SPOT.items()
        if all(paper.served_on != seizure.begun_on for paper in issued_for(proceeding, purpose))
    )


def all_went_back(proceeding: Proceeding) -> bool:
    """Everything that was taken is with the party again."""
    rows = taken(proceeding)
    return bool(rows) and all(row.way == Way.RETURNED and row.gone_at for row in rows)


def must_go_back(proceeding: Proceeding) -> str:
    """Why everything that is not settled goes back at once; empty as long as it may be kept (行政强制法 §19, §24, §28(1))."""
    seizure = seizure_of(proceeding)
    if seizure is None or not unsettled(proceeding):
        return ""
    if seizure.is_refused:
        return "机关负责人没有批准当场实施的查封、扣押"
    if seizure.is_regularised is None and not is_reported_in_time(seizure):
        return "当场实施以后二十四小时内没有补办批准"
    if seizure.begun_on is not None and seizure.begun_on < clock.today() and not_handed_over(proceeding):
        return "没有当场交付决定书和清单的登记"
    if has_expired(proceeding):
        return "查封、扣押期限已经届满"
    return _main_is_over(proceeding)


def _main_is_over(proceeding: Proceeding) -> str:
    """The matter that it serves has ended without anything for which the things are needed."""
    main = proceeding.main
    if main is None:
        return ""
    decision = getattr(main, "decision", None)
    if decision is not None and decision.disposal == Disposal.SPARE:
        return "本案已经决定不予行政处罚"
    return "本案已经结案" if main.closed_on is not None else ""


def all_is_gone(proceeding: Proceeding) -> Verdict:
    """Nothing ends while somebody's things are kept (行政强制法 §27, §28)."""
    kept = [row for row in taken(proceeding) if row.gone_at is None]
    return Verdict.when(
        not kept,
        f"还有{len(kept)}项财物在保管中，不能结束。",
        citation="行政强制法第二十七条、第二十八条",
        remedy="请先作出处理决定，办理退还或者交接。",
    )
