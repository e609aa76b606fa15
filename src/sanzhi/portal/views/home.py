"""The front page, and the switch to large type."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control

from sanzhi.catalogues.queries import public
from sanzhi.kernel import clock
from sanzhi.organisation import queries as organisation
from sanzhi.portal.frame import kept, our_authority, show
from sanzhi.publications import queries as publications

LATEST = 10  # decisions


@cache_control(no_cache=True)
@kept
def home(request: HttpRequest) -> HttpResponse:
    authority = our_authority()
    if authority is None:
        return show(request, "unborn", section="home")
    return show(
        request,
        "home",
        section="home",
        portal_authority=authority,
        latest=publications.penalties(authority.code)[:LATEST],
        editions=public.lists_in_force(authority.code),
        officer_count=len(organisation.public_roster(authority.code, on=clock.today())),
        decision_count=publications.how_many(authority.code),
    )


def large(request: HttpRequest) -> HttpResponse:
    """Turn the large type on or off (适老化) and go back."""
    back = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("portal:home")
    answer = HttpResponseRedirect(back)
    answer.set_cookie(
        "large", "0" if request.COOKIES.get("large") == "1" else "1", max_age=31_536_000, samesite="Lax"
    )
    return answer
