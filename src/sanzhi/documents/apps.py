"""Django's card for the documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "sanzhi.documents"
    label = "documents"
    verbose_name = "文书"
