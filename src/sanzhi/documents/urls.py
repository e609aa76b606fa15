"""The specimens' addresses below /office/."""

from django.urls import path

from sanzhi.documents import views

app_name = "documents"
urlpatterns = [
    path("forms/", views.index, name="forms"),
    path("forms/contact-sheet.pdf", views.contact_sheet, name="contact-sheet"),
    path("forms/<slug:code>/specimen.pdf", views.specimen, name="specimen"),
]
