"""Django's card for the gate."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "sanzhi.disclosure"
    label = "disclosure"
    verbose_name = "公示办理"

    def ready(self) -> None:
        from sanzhi.disclosure import jobs  # noqa: F401, PLC0415 - registers the jobs once models are loaded
