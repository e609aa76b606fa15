"""The disclosure desk's addresses."""

from django.urls import path

from sanzhi.disclosure import views

app_name = "disclosure"
urlpatterns = [
    path("", views.index, name="index"),
    path("<key:pk>/", views.release, name="release"),
    path("<key:pk>/do/<slug:verb>/", views.act, name="act"),
]
