"""A proceeding leaves one step and enters another; both are rows."""

from sanzhi.cases.models import Proceeding, StepVisit
from sanzhi.kernel import clock


def move(proceeding: Proceeding, following: str) -> None:
    today = clock.today()
    visit = StepVisit.objects.filter(proceeding=proceeding, step=proceeding.step, left_on=None).first()
    if visit is not None:
        visit.left_on = today
        visit.save()
    StepVisit(proceeding=proceeding, step=following, entered_on=today).save()
    proceeding.step, proceeding.step_since = following, today
    proceeding.save()
