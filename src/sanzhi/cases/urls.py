"""Addresses of the cases, below /office/cases/. What stands below `do/` acts."""

from django.urls import path

from sanzhi.cases import paper_views, views

app_name = "cases"
urlpatterns = [
    path("", views.index, name="index"),
    path("do/register_lead/", views.register_lead, name="register_lead"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/evidence/", views.evidence, name="evidence"),
    path("<int:pk>/timeline/", views.timeline, name="timeline"),
    path("<int:pk>/editions/", views.editions, name="editions"),
    path("<int:pk>/do/move_to_edition/", views.move_to_edition, name="move_to_edition"),
    path("<int:pk>/do/complete_step/", views.complete_step, name="complete_step"),
    path("<int:pk>/do/write_document/", paper_views.write, name="write_document"),
    path("<int:pk>/do/<slug:verb>/", views.act, name="act"),
    path("<int:pk>/papers/", paper_views.index, name="papers"),
    path("<int:pk>/papers/<int:document>/", paper_views.editor, name="paper"),
    path("<int:pk>/papers/<int:document>/preview.pdf", paper_views.preview, name="paper-preview"),
    path("<int:pk>/papers/<int:document>/paper.pdf", paper_views.pdf, name="paper-pdf"),
    path("<int:pk>/papers/<int:document>/paper.docx", paper_views.docx, name="paper-docx"),
    path("<int:pk>/papers/<int:document>/do/fill/", paper_views.fill, name="fill_paper"),
    path("<int:pk>/papers/<int:document>/do/serve/", paper_views.serve, name="serve_paper"),
    path("<int:pk>/papers/<int:document>/do/<slug:verb>/", paper_views.act, name="act_on_paper"),
]
