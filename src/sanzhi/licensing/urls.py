"""Addresses of the window and of the licences, below /office/licences/. What stands below `do/` acts."""

from django.urls import path

from sanzhi.licensing import filed_views, views

app_name = "licensing"
urlpatterns = [
    path("", views.window, name="window"),
    path("register/", views.register, name="register"),
    path("filed/", filed_views.listed, name="filed"),
    path("filed/<key:pk>/", filed_views.detail, name="filed-one"),
    path("filed/<key:pk>/materials/<key:material>/", filed_views.material, name="filed-material"),
    path("do/take_application/", views.take_application, name="take_application"),
    path("<key:pk>/", views.licence, name="licence"),
    path("<key:pk>/do/<slug:verb>/", views.act, name="act"),
]
