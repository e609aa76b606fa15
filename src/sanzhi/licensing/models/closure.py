"""How a proceeding on a licence ends."""

from django.db import models


class LicensingClosure(models.TextChoices):
    GRANTED = "granted", "准予，许可证件已经送达"
    REFUSED = "refused", "不予许可，决定已经送达"
    DONE = "done", "许可已经终止，决定已经送达"
    DECLINED = "declined", "不予受理"
    WITHDRAWN = "withdrawn", "申请人撤回申请"
    LAPSED = "lapsed", "逾期不补正，视为撤回"
    FORGONE = "forgone", "不再撤销、撤回、注销"
