"""Uploads on their way, recordings that are kept, every touch of them, and reasons for what is missing."""

from django.db import models

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.models import Recorded
from sanzhi.kernel.stamps import Stamped


class Kind(models.TextChoices):
    PHOTO = "photo", "照片"
    AUDIO = "audio", "录音"
    VIDEO = "video", "录像"
    DOCUMENT = "document", "扫描件"


class Upload(Recorded):
    """A file on its way. How far it is, is told by the file that arrives, not by this row (see arriving.py)."""

    token = models.CharField("凭证", max_length=32, unique=True)
    authority = models.CharField("机关编码", max_length=20)
    subject = models.CharField("对象", max_length=120)
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="+", verbose_name="程序")
    moment = models.CharField("记录环节", max_length=40)
    name = models.CharField("原文件名", max_length=200)
    size = models.BigIntegerField("字节数")
    sha256 = models.CharField("声明的散列", max_length=64, blank=True)
    device = models.CharField("设备", max_length=60, blank=True)
    started_at = models.DateTimeField("记录开始")
    ended_at = models.DateTimeField("记录结束", null=True)
    interruption = models.CharField("中断说明", max_length=300, blank=True)
    begun_by = models.CharField("上传人键", max_length=60)
    begun_by_name = models.CharField("上传人", max_length=60)
    begun_at = models.DateTimeField("开始上传")
    finished_at = models.DateTimeField("完成", null=True)
    cancelled_at = models.DateTimeField("放弃", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "音像上传"
        indexes = [models.Index(fields=["subject"], name="uploads_of_subject")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.finished_at is None and self.cancelled_at is None


class Recording(Recorded):
    """An original. `subject` is a key such as `cases.case:12`; the bytes lie in the store under `sha256`.
    `content_sha256` is of its pictures and sound alone: words written beside them make no other recording.

    `proceeding` is whose it is: what is filmed of one party says nothing of another in the same case. Its length is
    measured from the file; where that cannot be, or the file tells another time, `doubt` says so, and it counts only
    after another person has confirmed it.
    """

    authority = models.CharField("机关编码", max_length=20)
    subject = models.CharField("对象", max_length=120)
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="+", verbose_name="程序")
    moment = models.CharField("记录环节", max_length=40)
    kind = models.CharField("种类", max_length=10, choices=Kind)
    sha256 = models.CharField("散列", max_length=64)
    content_sha256 = models.CharField("内容散列", max_length=64)
    size = models.BigIntegerField("字节数")
    mime = models.CharField("格式", max_length=60)
    name = models.CharField("原文件名", max_length=200)
    device = models.CharField("设备", max_length=60, blank=True)
    started_at = models.DateTimeField("记录开始")
    ended_at = models.DateTimeField("记录结束")
    interruption = models.CharField("中断说明", max_length=300, blank=True)
    taken_by = models.CharField("采集人键", max_length=60)
    taken_by_name = models.CharField("采集人", max_length=60)
    uploaded_at = models.DateTimeField("上传时间")
    length_ms = models.BigIntegerField("实测时长（毫秒）", null=True)
    made_at = models.DateTimeField("文件内的时间", null=True)
    doubt = models.CharField("待确认的事由", max_length=200, blank=True)
    confirmed_by = models.CharField("确认人键", max_length=60, blank=True)
    confirmed_by_name = models.CharField("确认人", max_length=60, blank=True)
    confirmed_at = models.DateTimeField("确认时间", null=True)

    kept_files = ("sha256",)

    class Meta:
        verbose_name = verbose_name_plural = "音像记录"
        ordering = ["started_at", "id"]
        indexes = [models.Index(fields=["subject"], name="recordings_of_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "content_sha256"], name="same_content_proves_one_moment"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"

    @property
    def counts(self) -> bool:
        return not self.doubt or self.confirmed_at is not None

    @property
    def seconds(self) -> float:
        """Measured time; what could not be measured has the time that another person confirmed, a photo none."""
        if self.length_ms is not None:
            return self.length_ms / 1000
        runs = self.kind in {Kind.AUDIO, Kind.VIDEO} and self.confirmed_at is not None
        return (self.ended_at - self.started_at).total_seconds() if runs else 0


class Touch(models.TextChoices):
    UPLOADED = "uploaded", "上传"
    PLAYED = "played", "调阅"
    DOWNLOADED = "downloaded", "复制"
    VERIFIED = "verified", "核验"


class Custody(Recorded):
    """One touch of an original: who, when, why."""

    recording = models.ForeignKey(Recording, models.PROTECT, related_name="custody", verbose_name="音像记录")
    touch = models.CharField("事项", max_length=12, choices=Touch)
    touched_by = models.CharField("行为人键", max_length=60)
    touched_by_name = models.CharField("行为人", max_length=60)
    touched_at = models.DateTimeField("时间")
    reason = models.CharField("事由", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "音像流转"
        ordering = ["id"]


class Sent(Stamped):
    """How many bytes of an original one person was sent in pieces, since the last time that they made up the whole."""

    recording = models.ForeignKey(Recording, models.PROTECT, related_name="+", verbose_name="音像记录")
    sent_to = models.CharField("行为人键", max_length=60)
    size = models.BigIntegerField("累计字节数", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "音像分段传出"
        constraints = [models.UniqueConstraint(fields=["recording", "sent_to"], name="sent_once_counted")]


class Gap(Recorded):
    """Why a moment was not, or not fully, recorded: broken device, weather, danger (F6-10).

    It counts once somebody who has no part in the case has accepted it.
    """

    authority = models.CharField("机关编码", max_length=20)
    subject = models.CharField("对象", max_length=120)
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="+", verbose_name="程序")
    moment = models.CharField("记录环节", max_length=40)
    reason = models.CharField("原因", max_length=300)
    explained_by = models.CharField("说明人键", max_length=60)
    explained_by_name = models.CharField("说明人", max_length=60)
    explained_at = models.DateTimeField("时间")
    accepted_by = models.CharField("审定人键", max_length=60, blank=True)
    accepted_by_name = models.CharField("审定人", max_length=60, blank=True)
    accepted_at = models.DateTimeField("审定时间", null=True)
    returned_by_name = models.CharField("退回人", max_length=60, blank=True)
    returned_for = models.CharField("退回理由", max_length=300, blank=True)
    returned_at = models.DateTimeField("退回时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "音像缺漏说明"
        indexes = [models.Index(fields=["subject"], name="gaps_of_subject")]

    def __str__(self) -> str:
        return self.reason

    @property
    def is_accepted(self) -> bool:
        return self.accepted_at is not None

    @property
    def is_waiting(self) -> bool:
        return self.accepted_at is None and self.returned_at is None
