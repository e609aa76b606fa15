"""That somebody whose office does not reach a case may read it until a day, and why: to stand in, to be heard, to check."""

from django.db import models

from sanzhi.cases.models.case import Case
from sanzhi.kernel.models import Recorded
from sanzhi.organisation.models import Officer


class Admission(Recorded):
    case = models.ForeignKey(Case, models.PROTECT, related_name="admissions", verbose_name="案件")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="查阅人")
    reason = models.TextField("用途")
    admitted_on = models.DateField("准予日")
    until = models.DateField("至")

    class Meta:
        verbose_name = verbose_name_plural = "准予查阅"
        ordering = ["id"]
