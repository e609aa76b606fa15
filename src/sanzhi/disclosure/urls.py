"""The disclosure desk's addresses."""

from django.urls import path

from sanzhi.disclosure import views

urlpatterns = [
    path("", views.index),
    path("<int:pk>/", views.release),
    path("<int:pk>/<slug:verb>/", views.do),
]
