"""Django's card for the cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "sanzhi.cases"
    label = "cases"
    verbose_name = "案件"
