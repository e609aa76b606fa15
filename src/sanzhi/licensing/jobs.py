"""What the worker does for who applied on the public site: tell that the decision and the certificate were delivered."""

from datetime import timedelta

from sanzhi.applications.models import Application, MessageKind, Progress, State
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.kernel.actor import system
from sanzhi.kernel.jobs import periodic
from sanzhi.licensing.guards import delivered
from sanzhi.licensing.models import LicenceApplication
from sanzhi.licensing.telling import tell


@periodic("licensing.tell_delivered", every=timedelta(hours=1))
def tell_delivered() -> None:
    """A service is recorded by the core, which knows no application: what was decided is looked through each hour."""
    decided = Application.objects.filter(state=State.FILED, progress=Progress.DECIDED)
    rows = LicenceApplication.objects.filter(portal_number__in=decided.values("number"))
    for row in rows.select_related("proceeding__case__authority"):
        if decision_served_on(row.proceeding) is not None and delivered(row.proceeding):
            tell(
                system(row.proceeding.case.authority.code),
                row,
                progress=Progress.ENDED,
                kind=MessageKind.CERTIFICATE,
                text="决定书和准予的许可证件已经送达，申请办结。",
                citation="行政许可法第四十四条",
            )
