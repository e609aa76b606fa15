"""Django's card for the organisation."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "sanzhi.organisation"
    label = "organisation"
    verbose_name = "机构与人员"
