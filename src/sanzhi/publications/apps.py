"""Django's card for the publications."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "sanzhi.publications"
    label = "publications"
    verbose_name = "公示件"
