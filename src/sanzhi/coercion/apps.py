"""Django app for coercion."""

from django.apps import AppConfig


class CoercionConfig(AppConfig):
    name = "sanzhi.coercion"
    label = "coercion"
    verbose_name = "行政强制"
