"""Addresses below /office/recordings/."""

from django.urls import path

from sanzhi.recordings import tus, views

urlpatterns = [
    path("", views.index),
    path("uploads/", tus.uploads),
    path("uploads/<slug:token>/", tus.upload),
    path("case/<int:case>/", views.of_case),
    path("case/<int:case>/gap/", views.gap),
    path("<int:pk>/", views.detail),
    path("<int:pk>/content", views.content),
    path("<int:pk>/verify/", views.verify),
]
