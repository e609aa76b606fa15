"""Who came when something was carried out on the spot, and on which day."""

from datetime import date, datetime

from django.db import models

from sanzhi.kernel import clock


class Present(models.TextChoices):
    """Who came when it was carried out (行政强制法 §18(4), §18(9), §51(4))."""

    PARTY = "party", "当事人到场"
    REPRESENTATIVE = "representative", "当事人的代理人、负责人到场"
    NOBODY = "nobody", "当事人不到场，由见证人见证"


def day_of(moment: datetime | None) -> date | None:
    return moment.astimezone(clock.CHINA).date() if moment else None
