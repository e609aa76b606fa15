"""Addresses of the cases, below /office/cases/."""

from django.urls import path

from sanzhi.cases import paper_views, views

urlpatterns = [
    path("", views.index),
    path("new/", views.new),
    path("<int:pk>/", views.detail),
    path("<int:pk>/evidence/", views.evidence),
    path("<int:pk>/timeline/", views.timeline),
    path("<int:pk>/editions/", views.editions),
    path("<int:pk>/complete/", views.complete),
    path("<int:pk>/act/<slug:key>/", views.act),
    path("<int:pk>/papers/", paper_views.index),
    path("<int:pk>/papers/write/<str:form>/", paper_views.write),
    path("<int:pk>/papers/<int:document>/", paper_views.editor),
    path("<int:pk>/papers/<int:document>/preview.pdf", paper_views.preview),
    path("<int:pk>/papers/<int:document>/paper.pdf", paper_views.pdf),
    path("<int:pk>/papers/<int:document>/paper.docx", paper_views.docx),
    path("<int:pk>/papers/<int:document>/<slug:verb>/", paper_views.do),
]
