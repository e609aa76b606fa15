"""Joins the storeys when Django has loaded them."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "sanzhi.project"
    label = "project"
    verbose_name = "组合"

    def ready(self) -> None:
        from sanzhi.project import wiring  # noqa: PLC0415 - Django allows models only after loading

        wiring.join()
