"""One shape of address for acts: `<thing>/<pk>/do/<verb>/`. POST acts, GET shows the form."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]


def form_on(
    page: str, *, without: tuple[str, ...] = ("verb",), also: tuple[str, ...] = ()
) -> Callable[[View], View]:
    """For an act whose form stands on the page of its thing: whoever comes with GET is led there.

    People come so after signing in anew, or by the browser's address line. `also`: what else the view answers.
    """

    def wrap(view: View) -> View:
        @login_required
        @require_http_methods(["GET", "HEAD", "POST", *also])
        @wraps(view)
        def answer(request: HttpRequest, **place: Any) -> HttpResponse:
            if request.method == "POST" or request.method in also:
                return view(request, **place)
            thing = {name: value for name, value in place.items() if name not in without}
            led: HttpResponse = redirect(page, **thing)
            return led

        return answer

    return wrap
