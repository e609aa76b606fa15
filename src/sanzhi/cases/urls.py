"""Addresses of the cases, below /office/cases/. What stands below `do/` acts."""

from django.urls import path

from sanzhi.cases import own_motion_views, paper_scans, paper_views, views

app_name = "cases"
urlpatterns = [
    path("", views.index, name="index"),
    path("do/register_lead/", views.register_lead, name="register_lead"),
    path("do/begin_own_motion/", own_motion_views.begin, name="begin_own_motion"),
    path("<key:pk>/", views.detail, name="detail"),
    path("<key:pk>/next.json", views.next_steps, name="next-steps"),
    path("<key:pk>/evidence/", views.evidence, name="evidence"),
    path("<key:pk>/evidence/<key:row>/file", views.evidence_file, name="evidence_file"),
    path("<key:pk>/timeline/", views.timeline, name="timeline"),
    path("<key:pk>/timeline/<key:entry>/proof.json", views.entry_proof, name="entry-proof"),
    path("<key:pk>/editions/", views.editions, name="editions"),
    path("<key:pk>/looks/", views.looks, name="looks"),
    path("<key:pk>/do/reveal_party/", views.reveal_party, name="reveal_party"),
    path("<key:pk>/do/reveal_tip/", views.reveal_tip, name="reveal_tip"),
    path("<key:pk>/do/move_to_edition/", views.move_to_edition, name="move_to_edition"),
    path("<key:pk>/do/complete_step/", views.complete_step, name="complete_step"),
    path("<key:pk>/do/answer_partner/", views.answer_partner, name="answer_partner"),
    path("<key:pk>/do/write_document/", paper_views.write, name="write_document"),
    path("<key:pk>/do/<slug:verb>/", views.act, name="act"),
    path("<key:pk>/papers/", paper_views.index, name="papers"),
    path("<key:pk>/papers/together.pdf", paper_views.together, name="papers-together"),
    path("<key:pk>/papers/<key:document>/scans/<key:row>/file", paper_scans.file, name="paper-scan"),
    path("<key:pk>/papers/<key:document>/do/attach_scan/", paper_scans.attach, name="attach_scan"),
    path("<key:pk>/papers/<key:document>/", paper_views.editor, name="paper"),
    path("<key:pk>/papers/<key:document>/preview.pdf", paper_views.preview, name="paper-preview"),
    path("<key:pk>/papers/<key:document>/paper.pdf", paper_views.pdf, name="paper-pdf"),
    path("<key:pk>/papers/<key:document>/paper.docx", paper_views.docx, name="paper-docx"),
    path("<key:pk>/papers/<key:document>/do/fill/", paper_views.fill, name="fill_paper"),
    path("<key:pk>/papers/<key:document>/do/serve/", paper_views.serve, name="serve_paper"),
    path("<key:pk>/papers/<key:document>/do/<slug:verb>/", paper_views.act, name="act_on_paper"),
]
