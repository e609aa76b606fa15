"""The stable public addresses."""

from django.urls import path

from sanzhi.portal.views import decisions, home, laws, lists, verification

urlpatterns = [
    path("", home.home),
    path("large/", home.large),
    path("search/", decisions.search),
    path("decisions/", decisions.index),
    path("decisions/<slug:slug>/", decisions.detail),
    path("decisions/<slug:slug>/copy.pdf", decisions.copy),
    path("powers/", lists.powers),
    path("powers/<str:code>/", lists.power),
    path("officers/", lists.officers),
    path("procedures/", lists.procedures),
    path("procedures/<path:key>/", lists.procedure),
    path("laws/", laws.index),
    path("laws/cite/", laws.cite),
    path("laws/<int:pk>/", laws.statute),
    path("verify/", verification.index),
    path("verify/<slug:token>/", verification.paper),
    path("verify/<slug:token>/proof.json", verification.proof),
    path("v/<slug:token>", verification.short),
    path("ledger/", verification.log),
]
