"""What can happen when a law changes."""

from sanzhi.kernel.events import Event

ADJUSTMENTS_OPENED = Event("amendments.adjustments_opened", "{title}{change}：提出依据调整{count}项")
ADJUSTMENT_SETTLED = Event("amendments.adjustment_settled", "{target}的依据调整办结：{outcome}")
ADJUSTMENTS_OVERTAKEN = Event(
    "amendments.adjustments_overtaken", "{title}第{ordinal}版施行：依据调整办结{settled}项，转入新版{moved}项"
)
