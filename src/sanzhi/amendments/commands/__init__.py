"""The amendments' verbs."""

from sanzhi.amendments.commands.open_adjustments import OpenAdjustments, open_adjustments
from sanzhi.amendments.commands.overtake_adjustments import OvertakeAdjustments, overtake_adjustments
from sanzhi.amendments.commands.settle_adjustment import SettleAdjustment, settle_adjustment
from sanzhi.amendments.commands.take_text import TakeText, take_text

__all__ = [
    "OpenAdjustments",
    "OvertakeAdjustments",
    "SettleAdjustment",
    "TakeText",
    "open_adjustments",
    "overtake_adjustments",
    "settle_adjustment",
    "take_text",
]
