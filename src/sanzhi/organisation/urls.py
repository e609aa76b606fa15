"""Sign-in addresses."""

from django.urls import path

from sanzhi.organisation.views import SignIn, SignOut

urlpatterns = [
    path("sign-in/", SignIn.as_view()),
    path("sign-out/", SignOut.as_view()),
]
