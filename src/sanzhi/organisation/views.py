"""Sign in and out; five wrong passwords lock the name for a quarter of an hour."""

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest

from sanzhi.kernel.actor import Actor
from sanzhi.organisation.queries import actor_of_user


class SignIn(LoginView):
    template_name = "organisation/sign_in.html"
    redirect_authenticated_user = True


class SignOut(LogoutView):
    pass


def actor_of(request: HttpRequest) -> Actor:
    """Who acts in this request. Raises NotVisible for anyone who is not a serving officer."""
    return actor_of_user(request.user)
