"""Django's card for the statutes."""

from django.apps import AppConfig


class StatutesConfig(AppConfig):
    name = "sanzhi.statutes"
    label = "statutes"
    verbose_name = "法律法规"

    def ready(self) -> None:
        from sanzhi.statutes import jobs  # noqa: F401, PLC0415 - registers the jobs once models are loaded
