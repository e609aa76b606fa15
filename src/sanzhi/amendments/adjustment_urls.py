"""The office's addresses of the adjustments."""

from django.urls import path

from sanzhi.amendments import adjustment_pages

urlpatterns = [
    path("", adjustment_pages.index),
    path("<int:pk>/", adjustment_pages.adjustment),
]
