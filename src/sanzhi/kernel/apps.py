"""Django's card for the kernel."""

from django.apps import AppConfig

from sanzhi.kernel import addresses


class KernelConfig(AppConfig):
    name = "sanzhi.kernel"
    label = "kernel"
    verbose_name = "内核"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        addresses.register()
