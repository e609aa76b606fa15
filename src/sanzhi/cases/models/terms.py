"""What is proposed and what is decided, in the same words: a disposal, and measures as coded terms."""

from django.db import models

from sanzhi.kernel.models import Recorded
from sanzhi.law.measures import Term, Weight, terms_of


class Disposing(Recorded):
    """`disposal` and the codes of `terms` are words of law.measures; `text` is how a paper says them."""

    disposal = models.CharField("处理", max_length=20)
    terms = models.JSONField("各项措施", default=list)
    text = models.TextField("处理内容")

    class Meta:
        abstract = True

    @property
    def measures(self) -> tuple[Term, ...]:
        return terms_of(self.terms)

    @property
    def weight(self) -> Weight:
        return Weight.of(self.measures)
