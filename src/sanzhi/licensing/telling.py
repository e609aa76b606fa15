"""What the applicant of the public site is told of each step at the office, in the transaction of the step.

Who took the application back, or came to the window, is told nothing here: the papers and their service are the law's way.
"""

from datetime import date

from sanzhi.applications.commands import SetProgress, TellApplicant, set_progress, tell_applicant
from sanzhi.applications.models import MessageKind, Progress, State
from sanzhi.kernel.actor import Actor
from sanzhi.licensing import filed
from sanzhi.licensing.models import LicenceApplication
from sanzhi.licensing.terms import decide_by, promised_by


def tell(
    actor: Actor,
    row: LicenceApplication | None,
    *,
    progress: Progress,
    kind: MessageKind,
    text: str,
    citation: str,
    due_on: date | None = None,
) -> None:
    """`row` None: a proceeding that nobody applied for."""
    portal = filed.behind(row) if row is not None else None
    if row is None or portal is None or portal.state != State.FILED:
        return
    clocks = {"statutory_on": decide_by(row.proceeding), "promised_on": promised_by(row.proceeding)}
    days = {name: found.on if found is not None else None for name, found in clocks.items()}
    set_progress(actor, SetProgress(application=portal.pk, progress=progress, **days))
    told = TellApplicant(application=portal.pk, kind=kind, text=text, citation=citation, due_on=due_on)
    tell_applicant(actor, told)
