"""Django app for licensing."""

from django.apps import AppConfig


class LicensingConfig(AppConfig):
    name = "sanzhi.licensing"
    label = "licensing"
    verbose_name = "行政许可"
