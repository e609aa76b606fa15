"""The stable public addresses."""

from django.urls import path, re_path

from sanzhi.portal.views import decisions, home, laws, lists, people, powers, procedures, verification

urlpatterns = [
    path("", home.home),
    path("large/", home.large),
    path("search/", decisions.search),
    path("decisions/", decisions.index),
    path("decisions/<slug:slug>/", decisions.detail),
    path("decisions/<slug:slug>/copy.pdf", decisions.copy),
    path("lists/", lists.index),
    path("lists/posts/screen/", people.screen),
    re_path(r"^lists/(?P<kind>[a-z_]+)\.(?P<form>csv|json)$", lists.as_table),
    path("lists/<slug:kind>/", lists.one),
    path("lists/<slug:kind>/changes/", lists.changes),
    path("lists/<slug:kind>/editions/<int:ordinal>/", lists.earlier),
    path("lists/form_samples/<str:code>/specimen.pdf", lists.form_specimen),
    path("lists/<slug:kind>/<str:code>/", lists.row),
    path("powers/", powers.index),
    path("powers/<str:code>/", powers.one),
    path("officers/", people.officers),
    re_path(r"^officers\.(?P<form>csv|json)$", people.officers_as_table),
    path("procedures/", procedures.index),
    path("procedures/<path:key>/", procedures.one),
    path("laws/", laws.index),
    path("laws/cite/", laws.cite),
    path("laws/<int:pk>/", laws.statute),
    path("laws/<int:pk>/changes/", laws.changes),
    re_path(r"^laws/(?P<pk>\d{1,9})/(?P<label>\d{1,4}(?:-\d{1,2})?)/$", laws.article),
    path("verify/", verification.index),
    path("verify/<slug:token>/", verification.paper),
    path("verify/<slug:token>/proof.json", verification.proof),
    path("v/<slug:token>", verification.short),
    path("ledger/", verification.log),
]
