"""A proceeding leaves one step and enters another; both are rows."""

from sanzhi.cases.models import Proceeding, StepVisit
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_by


def move(proceeding: Proceeding, following: str) -> None:
    today = clock.today()
    visits = rows_by(StepVisit, proceeding.pk, link="proceeding")
    for visit in (row for row in visits if row.step == proceeding.step and row.left_on is None):
        visit.left_on = today
        visit.save()
    StepVisit(proceeding=proceeding, step=following, entered_on=today).save()
    proceeding.step, proceeding.step_since = following, today
    proceeding.save()
