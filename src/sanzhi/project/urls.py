"""All addresses: the portal at the root, the office under /office/, the API under /api/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
