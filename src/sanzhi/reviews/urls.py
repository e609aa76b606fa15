"""The review desk's addresses below /office/, and the submission of a case."""

from django.urls import path

from sanzhi.reviews import views

app_name = "reviews"
urlpatterns = [
    path("reviews/", views.index, name="index"),
    path("reviews/<key:pk>/", views.review, name="review"),
    path("reviews/<key:pk>/do/give_opinion/", views.give_opinion, name="give_opinion"),
    path("cases/<key:pk>/opinion/", views.of_case, name="of_case"),
    path("cases/<key:pk>/do/submit_for_review/", views.submit, name="submit"),
]
