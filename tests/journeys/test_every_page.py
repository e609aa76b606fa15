"""Every page type, at the desk and on a phone: 0 serious axe findings, nothing beyond the edge, also in large type.

The page types are found by walking the links of each office; each address pattern is looked at once.
"""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page

from tests.journeys.person import Person

pytestmark = pytest.mark.journey
People = Callable[[str], Person]
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
STARTS = {
    "": ("/", "/lists/", "/search/?q=罚款", "/verify/", "/lists/posts/screen/", "/office/sign-in/"),
    "zhifa1": ("/office/", "/office/cases/do/register_lead/"),
    "juzhang": ("/office/",),
    "fazhi": ("/office/", "/office/lists/", "/office/laws/", "/office/adjustments/"),
    "gongshi": ("/office/", "/office/disclosure/"),
    "jiandu": ("/office/", "/office/lists/"),
    "guanli": ("/office/people/do/appoint/", "/office/people/", "/office/matters/", "/office/account/"),
    "anquan": ("/office/people/", "/office/matters/", "/office/"),
    "shenji": ("/office/watch/", "/office/matters/", "/office/"),
}
FILES = (".pdf", ".docx", ".csv", ".json", ".xlsx", ".xml", ".atom", ".txt", "/content", "/file")
# the wall screen has a size of its own; the switch is the public site's
NOT_LARGE = ("lists/posts/screen/", "office/", "api/")
MOST = 60  # page types of one person
LINKS = "els => els.map(a => a.getAttribute('href'))"
BEYOND = """() => {
  const wide = document.documentElement.clientWidth + 1;
  const cut = (el) => {
    for (let p = el.parentElement; p; p = p.parentElement) {
      const flow = getComputedStyle(p).overflowX;
      if (flow === 'auto' || flow === 'scroll') return !p.matches('table, .table-wrap');
    }
    return false;
  };
  const found = [...document.querySelectorAll('main td, main th, main button, main input, main select, main .tag, main h1, main p')]
    .filter((el) => el.getClientRects().length && el.getBoundingClientRect().right > wide && !cut(el))
    .map((el) => el.tagName + ' ' + (el.textContent || el.name || '').trim().slice(0, 30));
  if (document.documentElement.scrollWidth > wide) found.push('page is ' + document.documentElement.scrollWidth + ' wide');
  return found.slice(0, 5);
}"""


def route_of(path: str) -> str:
    try:
        return resolve(path).route
    except Resolver404:
        return ""


def is_page(somebody: Person, path: str) -> bool:
    """Whether a page opens there, not a refusal and not a file to save."""
    try:
        answer = somebody.page.goto(somebody.address + path)
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return False
    if answer is None or answer.status >= 400:
        return False
    return "text/html" in answer.headers.get("content-type", "")


def page_types(somebody: Person, starts: tuple[str, ...]) -> Iterator[str]:
    """One address of each pattern that this person can reach, in the order of reaching."""
    waiting, seen = list(starts), set()
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        route = route_of(urlsplit(path).path)
        if route in {"", "large/", *seen} or urlsplit(path).path.endswith(FILES):
            continue
        seen.add(route)
        if not is_page(somebody, path):
            continue
        yield path
        hrefs = somebody.page.locator("a[href^='/'], a[href^='?']").evaluate_all(LINKS)
        here = urlsplit(path).path
        waiting += [href if href.startswith("/") else here + href for href in hrefs]


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{row['id']} {row['nodes'][0]['html'][:120]}"
        for row in found
        if row["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("who", STARTS)
def test_every_page_type(person: People, who: str) -> None:
    somebody, wrong, seen = person(who), [], []
    for path in page_types(somebody, STARTS[who]):
        seen.append(path)
        for name, size in (("desk", DESK), ("phone", PHONE)):
            somebody.page.set_viewport_size(size)
            wrong += [f"{path} ({name}): {row}" for row in serious(somebody.page)]
            wrong += [f"{path} ({name}): beyond the edge: {row}" for row in somebody.page.evaluate(BEYOND)]
        somebody.page.set_viewport_size(DESK)
    assert len(seen) > 8
    assert wrong == []


def test_large_type_loses_nothing(person: People) -> None:
    citizen, wrong = person(""), []
    where = {"name": "large", "value": "1", "url": citizen.address}
    citizen.context.add_cookies([where])
    try:
        for path in page_types(citizen, STARTS[""]):
            size = citizen.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
            wrong += [f"{path}: {size} px"] if size != 32 and not route_of(path).startswith(NOT_LARGE) else []
            for name, view in (("desk", DESK), ("phone", PHONE)):
                citizen.page.set_viewport_size(view)
                wrong += [f"{path} ({name}): {row}" for row in citizen.page.evaluate(BEYOND)]
            citizen.page.set_viewport_size(DESK)
    finally:
        citizen.context.add_cookies([{**where, "value": "0"}])
    assert wrong == []
