"""Django's card for the design system."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "sanzhi.ui"
    label = "ui"
    verbose_name = "界面"
