"""The review desk's addresses."""

from django.urls import path

from sanzhi.reviews import views

urlpatterns = [
    path("", views.index),
    path("submit/<int:case>/", views.submit),
    path("<int:pk>/", views.review),
]
