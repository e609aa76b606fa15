"""Addresses of the window and of the licences, below /office/licences/. What stands below `do/` acts."""

from django.urls import path

from sanzhi.licensing import views

app_name = "licensing"
urlpatterns = [
    path("", views.window, name="window"),
    path("register/", views.register, name="register"),
    path("do/take_application/", views.take_application, name="take_application"),
    path("<key:pk>/", views.licence, name="licence"),
    path("<key:pk>/do/<slug:verb>/", views.act, name="act"),
]
