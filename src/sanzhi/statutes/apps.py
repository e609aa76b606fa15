"""Django's card for the statutes."""

from django.apps import AppConfig


class StatutesConfig(AppConfig):
    name = "sanzhi.statutes"
    label = "statutes"
    verbose_name = "法律法规"
