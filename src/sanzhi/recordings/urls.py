"""Addresses of the recordings below /office/, and what is done about them on a case."""

from django.urls import path

from sanzhi.recordings import tus, views

app_name = "recordings"
urlpatterns = [
    path("recordings/", views.index, name="index"),
    path("recordings/uploads/", tus.uploads, name="uploads"),
    path("recordings/uploads/<slug:token>/", tus.upload, name="upload"),
    path("recordings/case/<int:pk>/", views.of_case, name="of_case"),
    path("recordings/<int:pk>/", views.detail, name="detail"),
    path("recordings/<int:pk>/content", views.content, name="content"),
    path("recordings/<int:pk>/do/verify/", views.verify, name="verify"),
    path("cases/<int:pk>/do/take_in/", views.take_in, name="take_in"),
    path("cases/<int:pk>/do/explain_gap/", views.explain_gap, name="explain_gap"),
    path("cases/<int:pk>/do/accept_gap/", views.accept_gap, name="accept_gap"),
]
