"""Django's card for the recordings."""

from django.apps import AppConfig


class RecordingsConfig(AppConfig):
    name = "sanzhi.recordings"
    label = "recordings"
    verbose_name = "音像记录"

    def ready(self) -> None:
        from sanzhi.recordings import jobs  # noqa: F401, PLC0415 - registers the jobs once models are loaded
