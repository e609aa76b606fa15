"""Django app for licensing."""

from django.apps import AppConfig


class LicensingConfig(AppConfig):
    name = "sanzhi.licensing"
    label = "licensing"
    verbose_name = "行政许可"

    def ready(self) -> None:
        from sanzhi.licensing import jobs  # noqa: F401, PLC0415 - registers the jobs once models are loaded
