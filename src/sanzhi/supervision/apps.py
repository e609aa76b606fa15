"""Django's card for supervision."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "sanzhi.supervision"
    label = "supervision"
    verbose_name = "督导"
