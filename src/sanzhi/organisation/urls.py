"""Addresses of signing in, of one's own account, and of the keepers' pages."""

from django.urls import path

from sanzhi.organisation.views import calendar, keeping, signing

app_name = "organisation"
urlpatterns = [
    path("sign-in/", signing.SignIn.as_view(), name="sign-in"),
    path("sign-out/", signing.sign_out, name="sign-out"),
    path("reset/", signing.reset, name="reset"),
    path("account/", signing.account, name="account"),
    path("people/", keeping.people, name="people"),
    path("people/do/appoint/", keeping.appoint, name="appoint"),
    path("people/<key:pk>/do/change/", keeping.change, name="change"),
    path("people/<key:pk>/do/reset_password/", keeping.reset_password, name="reset_password"),
    path("matters/", keeping.joint_acts, name="joint_acts"),
    path("matters/<key:pk>/do/<slug:verb>/", keeping.settle, name="settle"),
    path("calendar/", calendar.years, name="calendar"),
    path("calendar/do/enter_notice/", calendar.enter_notice, name="enter-notice"),
    path("clock/do/confirm_clock/", keeping.confirm_clock, name="confirm-clock"),
    path("watch/", keeping.watch, name="watch"),
]
