"""Django's card for the penalties."""

from django.apps import AppConfig


class PenaltyConfig(AppConfig):
    name = "sanzhi.penalty"
    label = "penalty"
    verbose_name = "行政处罚"
