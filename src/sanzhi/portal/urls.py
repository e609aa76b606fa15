"""The stable public addresses."""

from django.urls import path, re_path

from sanzhi.portal.views import (
    decisions,
    home,
    laws,
    licences,
    lists,
    people,
    powers,
    procedures,
    verification,
)

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("large/", home.large, name="large"),
    path("search/", decisions.search, name="search"),
    path("decisions/", decisions.index, name="decisions"),
    path("decisions/<slug:slug>/", decisions.detail, name="decision"),
    path("licences/", licences.index, name="licences"),
    path("lists/", lists.index, name="lists"),
    path("lists/posts/screen/", people.screen, name="screen"),
    path("lists/<slug:kind>.csv", lists.as_table, {"form": "csv"}, name="list-csv"),
    path("lists/<slug:kind>.json", lists.as_table, {"form": "json"}, name="list-json"),
    path("lists/<slug:kind>/", lists.one, name="list"),
    path("lists/<slug:kind>/changes/", lists.changes, name="list-changes"),
    path("lists/<slug:kind>/editions/<key:ordinal>/", lists.earlier, name="list-earlier"),
    path("lists/form_samples/<str:code>/specimen.pdf", lists.form_specimen, name="form-specimen"),
    path("lists/<slug:kind>/<str:code>/", lists.row, name="row"),
    path("powers/", powers.index, name="powers"),
    path("powers/<str:code>/", powers.one, name="power"),
    path("officers/", people.officers, name="officers"),
    path("officers.csv", people.officers_as_table, {"form": "csv"}, name="officers-csv"),
    path("officers.json", people.officers_as_table, {"form": "json"}, name="officers-json"),
    path("procedures/", procedures.index, name="procedures"),
    path("procedures/<path:key>/", procedures.one, name="procedure"),
    path("laws/", laws.index, name="laws"),
    path("laws/cite/", laws.cite, name="cite"),
    path("laws/<key:pk>/", laws.statute, name="law"),
    path("laws/<key:pk>/changes/", laws.changes, name="law-changes"),
    re_path(r"^laws/(?P<pk>\d{1,9})/(?P<label>\d{1,4}(?:-\d{1,2})?)/$", laws.article, name="article"),
    path("verify/", verification.index, name="verify"),
    path("verify/<str:token>/", verification.paper, name="paper"),
    path("verify/<slug:token>/proof.json", verification.proof, name="proof"),
    path("v/<str:token>", verification.short, name="short"),
    path("ledger/", verification.log, name="ledger"),
]
