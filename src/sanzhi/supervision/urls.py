"""The workbench's address."""

from django.urls import path

from sanzhi.supervision.views import workbench

app_name = "supervision"
urlpatterns = [path("", workbench, name="workbench")]
