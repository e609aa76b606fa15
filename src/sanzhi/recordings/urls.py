"""Addresses of the recordings below /office/, and what is done about them on a case."""

from django.urls import path

from sanzhi.recordings import tus, views

app_name = "recordings"
urlpatterns = [
    path("recordings/", views.index, name="index"),
    path("recordings/uploads/", tus.uploads, name="uploads"),
    path("recordings/uploads/<slug:token>/", tus.upload, name="upload"),
    path("recordings/case/<key:pk>/", views.of_case, name="of_case"),
    path("recordings/<key:pk>/", views.detail, name="detail"),
    path("recordings/<key:pk>/content", views.content, name="content"),
    path("recordings/<key:pk>/do/verify/", views.verify, name="verify"),
    path("recordings/<key:pk>/do/confirm/", views.confirm, name="confirm"),
    path("cases/<key:pk>/do/take_in/", views.take_in, name="take_in"),
    path("cases/<key:pk>/do/explain_gap/", views.explain_gap, name="explain_gap"),
    path("cases/<key:pk>/do/accept_gap/", views.accept_gap, name="accept_gap"),
    path("cases/<key:pk>/do/return_gap/", views.return_gap, name="return_gap"),
]
