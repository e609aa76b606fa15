"""What every portal page needs: whose portal it is."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.unchanged import while_unchanged
from sanzhi.organisation.models import Authority

_form_titles: dict[str, str] = {}
_specimens: list[Callable[[str], bytes]] = []

MOST_PAGES = 1_000  # a database walks past all that stands before a page; what is older is found by searching


class Slice:
    """One page of `size` rows that knows whether another follows, without counting everything."""

    def __init__(self, rows: Sequence[Any], number: int, *, size: int, most: int | None = None) -> None:
        self.rows, self.number = rows[:size], number
        self.has_next, self.has_previous = len(rows) > size and number < (most or MOST_PAGES), number > 1
        self.is_last_of_more = len(rows) > size and not self.has_next
        self.has_other_pages = self.has_next or self.has_previous
        self.next_page_number, self.previous_page_number = number + 1, number - 1


def name_forms(titles: Mapping[str, str]) -> None:
    """Port: how the forms that a procedure names are called (set in project/wiring.py)."""
    _form_titles.update(titles)


def print_specimens(printer: Callable[[str], bytes]) -> None:
    """Port: who prints the empty form of a code as PDF (set in project/wiring.py)."""
    _specimens[:] = [printer]


def specimen(code: str) -> bytes:
    """Raises NotVisible for a code that no form has."""
    return _specimens[0](code)


def form_titles() -> Mapping[str, str]:
    return _form_titles


def our_authority() -> Authority | None:
    """The authority whose portal this is: the first that was established."""
    return while_unchanged("our_authority", ask=lambda: Authority.objects.order_by("pk").first())


def kept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that is the same for all readers is made once and shown until anything at all changes in the database."""

    @wraps(view)
    def shown(request: HttpRequest, **place: str) -> HttpResponse:
        def make() -> tuple[bytes, int, dict[str, str]]:
            answer = view(request, **place)
            return answer.content, answer.status_code, dict(answer.items())

        key = (request.get_full_path(), request.COOKIES.get("large"))
        content, status, headers = while_unchanged(key, ask=make)
        return HttpResponse(content, status=status, headers=headers)

    return shown


def show(request: HttpRequest, template: str, *, section: str, **context: Any) -> HttpResponse:
    """Render a portal page under its section of the navigation."""
    context.setdefault("portal_authority", our_authority())
    return render(request, f"portal/{template}.html", {"section": section, **context})


def page_number(request: HttpRequest, *, most: int = MOST_PAGES) -> int:
    """The page asked for; whatever is not a sensible number is page 1."""
    return min(whole_number(request.GET.get("page")) or 1, most)
