"""Django's card for the demonstration."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "sanzhi.demo"
    label = "demo"
    verbose_name = "演示"
