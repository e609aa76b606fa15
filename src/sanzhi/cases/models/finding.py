"""What the investigation established: the lead says what was reported, the finding what is so."""

from django.db import models

from sanzhi.cases.models.case import Case
from sanzhi.kernel.models import Recorded


class Finding(Recorded):
    """A version of the facts; earlier ones stay. `evidence` are the keys of the evidence that proves it.

    `gains`: illegal gains in yuan without what the law gives back to others; None where nobody has asked yet.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="findings", verbose_name="案件")
    version = models.PositiveSmallIntegerField("第几次")
    happened_on = models.DateField("行为发生（终了）日")
    place = models.CharField("地点", max_length=200)
    conduct = models.TextField("查明的事实")
    consequence = models.TextField("危害后果", blank=True)
    endangers_life = models.BooleanField("涉及生命健康安全、金融安全且有危害后果", default=False)
    gains = models.DecimalField("违法所得（元）", max_digits=14, decimal_places=2, null=True)
    gains_note = models.CharField("违法所得的认定", max_length=300, blank=True)
    corrected_on = models.DateField("当事人改正日", null=True)
    evidence = models.JSONField("证据", default=list)
    established_on = models.DateField("查明日")
    established_by = models.CharField("记载人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "查明事实"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="one_finding_a_version")]
