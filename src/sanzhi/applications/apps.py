"""Django's card for the applications."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "sanzhi.applications"
    label = "applications"
    verbose_name = "许可申请"

    def ready(self) -> None:
        from sanzhi.applications import jobs  # noqa: F401, PLC0415 - registers the jobs once models are loaded
