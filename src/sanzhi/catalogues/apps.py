"""Django's card for the catalogues."""

from django.apps import AppConfig


class CataloguesConfig(AppConfig):
    name = "sanzhi.catalogues"
    label = "catalogues"
    verbose_name = "清单"

    def ready(self) -> None:
        from sanzhi.catalogues import jobs  # noqa: F401, PLC0415 - registers the jobs once models are loaded
