"""Addresses: each has a name, acts have one shape, and nobody writes an address by hand."""

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.markup import files

ROOT = Path(__file__).resolve().parents[2]
OFFICE = "office/"
# <thing>/<pk>/do/<verb>/; for what begins a thing, <things>/do/<verb>/
ACT = re.compile(r"office/(?:[a-z]+/(?:<\w+:\w+>/)?)+do/(?:<slug:verb>|[a-z_]+)/")
READING = {"GET", "HEAD", "OPTIONS"}
# what may be posted elsewhere, and why
ELSEWHERE = {
    "organisation:sign-in": "changes who is signed in, no thing",
    "organisation:sign-out": "changes who is signed in, no thing",
    "organisation:reset": "changes one's own password before signing in",
    "organisation:account": "changes one's own password",
    "cases:paper-preview": "prints what is typed, writes nothing",
    "recordings:uploads": "tus 1.0.0 says where pieces go",
    "recordings:upload": "tus 1.0.0 says where pieces go",
}
WRITTEN = re.compile(
    r"/(?:office|api|decisions|laws|ledger|lists|officers|powers|procedures|search|large|verify|v|healthz)(?:[/.?#].*)?",
    re.DOTALL,
)
# where an address is data, and why
DATA = {
    ("ledger/log_files.py", "/ledger"): "the log's own name in every checkpoint, which never changes",
}


def patterns(
    resolver: URLResolver, *, route: str = "", space: str = ""
) -> Iterator[tuple[str, str, Callable]]:
    """(route, namespace:name, view) of every address of the project's own apps."""
    for entry in resolver.url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield here, f"{space}:{entry.name or ''}", entry.callback
        else:
            yield from patterns(entry, route=here, space=entry.namespace or space)


def methods(view: Callable) -> set[str]:
    """What a view says it answers to, through its decorators; a class says it by its methods."""
    if kind := getattr(view, "view_class", None):
        return {name.upper() for name in kind.http_method_names if hasattr(kind, name)}
    while view is not None:
        said = inspect.getclosurevars(view).nonlocals.get("request_method_list")
        if said:
            return set(said)
        view = getattr(view, "__wrapped__", None)
    return set()


ALL = [row for row in patterns(get_resolver()) if not row[0].startswith(("api/", "static/"))]


def test_every_address_has_a_name() -> None:
    assert [route for route, name, _ in ALL if name.endswith(":")] == []
    names = [name for _, name, _ in ALL]
    assert sorted(set(names)) == sorted(names)


def test_acts_of_the_office_have_one_shape() -> None:
    silent, misplaced, idle = [], [], []
    for route, name, view in ALL:
        if not route.startswith(OFFICE):
            continue
        answers = methods(view)
        acts = bool(answers - READING)
        silent += [] if answers else [name]
        misplaced += (
            [f"{name} {route}"] if acts and not ACT.fullmatch(route) and name not in ELSEWHERE else []
        )
        idle += [f"{name} {route}"] if ACT.fullmatch(route) and not acts else []
    assert (silent, misplaced, idle) == ([], [], [])


def test_the_shape_is_what_it_says() -> None:
    for route in ("office/cases/<key:pk>/do/<slug:verb>/", "office/lists/do/start/"):
        assert ACT.fullmatch(route)
    for route in ("office/cases/<key:pk>/complete/", "office/lists/<key:pk>/do/", "lists/do/start/"):
        assert not ACT.fullmatch(route)


def test_templates_name_their_addresses() -> None:
    written = []
    for path in files(".html"):
        for place in re.findall(
            r'\b(?:href|action|formaction|src|data-\w+|hx-\w+)="([^"]*)"', path.read_text("utf-8")
        ):
            if not re.match(r"$|#|\?|{{|{%", place):
                written.append(f"{path.name}: {place}")
    assert written == []


def test_modules_name_their_addresses() -> None:
    written = []
    for path in sorted((ROOT / "src" / "sanzhi").rglob("*.py")):
        name = path.relative_to(ROOT / "src" / "sanzhi").as_posix()
        if "/tests/" in name or "/migrations/" in name:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        opening = {
            ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, ast.Module)
        }
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and text not in opening and WRITTEN.fullmatch(text):
                written += [] if (name, text) in DATA else [f"{name}:{node.lineno} {text[:60]}"]
    assert written == []
