"""What several acts of an application ask before they are offered."""

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.licensing.models import LicenceApplication
from sanzhi.licensing.queries import application_of

LAW = "行政许可法第三十二条"


def the_application(proceeding: Proceeding) -> LicenceApplication:
    row = application_of(proceeding)
    assert row is not None  # the card has asked for it
    return row


def is_waiting(proceeding: Proceeding) -> Verdict:
    """The application is neither accepted nor turned away."""
    row = application_of(proceeding)
    return Verdict.when(
        row is not None and not row.accepted_on and not row.turned_away,
        "没有等待受理的申请。",
        citation=LAW,
        remedy="已经受理的按审查环节办理；已经终止的只能结案。",
    )


def is_alive(proceeding: Proceeding) -> Verdict:
    """The application is not turned away, and not decided."""
    row = application_of(proceeding)
    return Verdict.when(
        row is not None and not row.turned_away and proceeding.decided_on is None,
        "没有正在办理的申请。",
        citation=LAW,
        remedy="已经作出决定的，申请变更；已经终止的，重新申请。",
    )


def is_accepted(proceeding: Proceeding) -> Verdict:
    row = application_of(proceeding)
    return is_alive(proceeding) & Verdict.when(
        row is not None and row.accepted_on,
        "申请尚未受理。",
        citation=LAW,
        remedy="请先受理。",
    )


def is_undecided(proceeding: Proceeding) -> Verdict:
    """Of a licence that is to end as well: nothing has been decided."""
    return Verdict.when(
        proceeding.decided_on is None,
        "已经作出决定，不能再这样办理。",
        citation="行政许可法第三十八条",
        remedy="决定确有错误的，依法撤销或者变更。",
    )
