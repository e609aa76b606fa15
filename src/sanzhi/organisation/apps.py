"""Django's card for the organisation."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "sanzhi.organisation"
    label = "organisation"
    verbose_name = "机构与人员"

    def ready(self) -> None:
        from sanzhi.organisation import jobs  # noqa: F401, PLC0415 - registers the jobs once models are loaded
