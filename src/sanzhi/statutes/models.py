"""A statute, its versions, their articles, and which article of another statute succeeds an ended one."""

from datetime import date

from django.db import models

from sanzhi.kernel.models import Recorded
from sanzhi.law.chinese_numbers import numeral_of

MERGED = "没有单独成条"  # in the notes that law.national writes
# what `source` says of a text that no bureau brought itself
COLLECTED = "（公开汇编的数据，不是公布机关的文本；与公布的文本不一致的，以公布的为准）"


class Statute(Recorded):
    """`short_title` is the name without 中华人民共和国, as citations use it.

    From `repealed_on` it applies no longer; `repealed_by` says what ended it, in words.
    """

    title = models.CharField("名称", max_length=120, unique=True)
    short_title = models.CharField("简称", max_length=120, db_index=True)
    repealed_on = models.DateField("废止日", null=True, blank=True)
    repealed_by = models.CharField("废止依据", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "法律法规"

    def __str__(self) -> str:
        return self.title


class Version(Recorded):
    """The text as adopted (or last amended) on `adopted_on`, applying from `effective_from`; at most one is current.

    `content_sha256` is of the file imported, `source` says where it came from. Empty `effective_from` (rows of version 0.1.0): from `adopted_on`.
    """

    statute = models.ForeignKey(Statute, models.PROTECT, related_name="versions", verbose_name="法律法规")
    adopted_on = models.DateField("通过或者修正日")
    effective_from = models.DateField("施行日", null=True, blank=True)
    content_sha256 = models.CharField("文本散列", max_length=64)
    notes = models.JSONField("沿革", default=list)
    annex = models.JSONField("附件", default=list)
    source = models.CharField("文本来源", max_length=200, blank=True)
    is_current = models.BooleanField("现行", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "法律法规版本"
        constraints = [
            models.UniqueConstraint(fields=["statute", "adopted_on"], name="one_version_a_day"),
            models.UniqueConstraint(
                fields=["statute"], condition=models.Q(is_current=True), name="one_current_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statute.title}（{self.adopted_on}）"

    @property
    def is_of_collection(self) -> bool:
        """Whether the text is from a collection and not brought by the bureau itself."""
        return COLLECTED in self.source

    @property
    def began_later_on(self) -> date | None:
        """The day from which it applies, where that is not the day of its adoption."""
        return None if self.effective_from == self.adopted_on else self.effective_from


class Article(Recorded):
    """条. `paragraphs` is a list of {text, items: [{number, text, subitems}]}."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="articles", verbose_name="版本")
    number = models.PositiveSmallIntegerField("条")
    suffix = models.PositiveSmallIntegerField("之", default=0)
    chapter = models.CharField("编章节", max_length=200, blank=True)
    paragraphs = models.JSONField("款")

    class Meta:
        verbose_name = verbose_name_plural = "条文"
        ordering = ["number", "suffix"]
        constraints = [models.UniqueConstraint(fields=["version", "number", "suffix"], name="article_once")]

    @property
    def source_note(self) -> str:
        """What the version notes of this article: that it, or the one behind it, does not stand alone in the source."""
        names = {f"第{numeral_of(number)}条" for number in (self.number, self.number + 1)}
        notes = (note for note in self.version.notes if MERGED in note and not self.suffix)
        return next((note for note in notes if any(name in note for name in names)), "")


class Succession(Recorded):
    """From `since` an article (0: the whole statute) goes on in another statute; `article` there as 第十二条, or empty."""

    statute = models.ForeignKey(Statute, models.PROTECT, related_name="successions", verbose_name="法律法规")
    number = models.PositiveSmallIntegerField("条", default=0)
    suffix = models.PositiveSmallIntegerField("之", default=0)
    successor_title = models.CharField("承接的法律法规", max_length=120)
    successor_article = models.CharField("承接的条款", max_length=60, blank=True)
    since = models.DateField("起始日")
    note = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "承接条款"
        ordering = ["number", "suffix", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["statute", "number", "suffix", "successor_title", "successor_article"],
                name="succession_once",
            )
        ]

    def __str__(self) -> str:
        return f"《{self.successor_title}》{self.successor_article}"
