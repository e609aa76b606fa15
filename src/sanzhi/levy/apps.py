"""Django app for levies."""

from django.apps import AppConfig


class LevyConfig(AppConfig):
    name = "sanzhi.levy"
    label = "levy"
    verbose_name = "行政征收"
