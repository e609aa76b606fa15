"""The office's addresses of the laws."""

from django.urls import path

from sanzhi.amendments import law_pages

urlpatterns = [
    path("", law_pages.index),
    path("import/<str:digest>/", law_pages.preview),
    path("<int:pk>/", law_pages.statute),
]
