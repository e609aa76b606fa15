"""Django app for requisitions."""

from django.apps import AppConfig


class RequisitionConfig(AppConfig):
    name = "sanzhi.requisition"
    label = "requisition"
    verbose_name = "行政征用"
