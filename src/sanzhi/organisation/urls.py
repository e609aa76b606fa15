"""Sign-in addresses."""

from django.urls import path

from sanzhi.organisation.views import SignIn, SignOut, confirm_clock

app_name = "organisation"
urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign-in"),
    path("sign-out/", SignOut.as_view(), name="sign-out"),
    path("clock/do/confirm_clock/", confirm_clock, name="confirm-clock"),
]
