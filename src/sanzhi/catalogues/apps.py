"""Django's card for the catalogues."""

from django.apps import AppConfig


class CataloguesConfig(AppConfig):
    name = "sanzhi.catalogues"
    label = "catalogues"
    verbose_name = "清单"
