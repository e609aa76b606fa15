"""Addresses of what begins a penalty in the street, below /office/penalties/. What stands below `do/` acts."""

from django.urls import path

from sanzhi.penalty import views

app_name = "penalty"
urlpatterns = [path("do/open_on_the_spot/", views.open_on_the_spot, name="open_on_the_spot")]
