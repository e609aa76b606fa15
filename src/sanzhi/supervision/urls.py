"""The workbench's addresses."""

from django.urls import path

from sanzhi.supervision.views import workbench

urlpatterns = [path("", workbench)]
