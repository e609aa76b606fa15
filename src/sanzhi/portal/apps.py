"""Django's card for the portal."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "sanzhi.portal"
    label = "portal"
    verbose_name = "公示网"
