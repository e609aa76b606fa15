"""Django's card for the amendments."""

from django.apps import AppConfig


class AmendmentsConfig(AppConfig):
    name = "sanzhi.amendments"
    label = "amendments"
    verbose_name = "依据调整"

    def ready(self) -> None:
        from sanzhi.amendments import jobs  # noqa: F401, PLC0415 - registers the jobs once models are loaded
