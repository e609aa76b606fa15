"""Templates and styles stay readable, and what the formatter breaks never shows as a blank in a Chinese sentence."""

import re

import pytest

from tests.house import markup
from tests.house.blanks import visible_blanks

COLUMNS, STYLE_LINES, TEMPLATE_LINES = 160, 400, 100
# a page with more branches is several pages: put them into parts, or let the view decide
BRANCHES, DEPTH = 8, 3
BRANCH, OPENING, CLOSING = r"{%-?\s*(?:if|elif)\b", r"{%-?\s*(?:if|for)\b", r"{%-?\s*(?:endif|endfor)\b"
MARKUP = markup.files(".html") + markup.files(".css")


def test_lines_and_files_stay_short() -> None:
    long = []
    for path in MARKUP:
        lines = path.read_text(encoding="utf-8").splitlines()
        long += [f"{path.name}:{number}" for number, line in enumerate(lines, 1) if len(line) > COLUMNS]
        limit = STYLE_LINES if path.suffix == ".css" else TEMPLATE_LINES
        long += [path.name] if len(lines) > limit else []
    assert long == []


def test_no_page_is_laden_with_branches() -> None:
    laden = []
    for path in markup.files(".html"):
        text, depth, deepest = path.read_text(encoding="utf-8"), 0, 0
        for tag in re.findall(f"{OPENING}|{CLOSING}", text):
            depth += -1 if "end" in tag else 1
            deepest = max(deepest, depth)
        branches = len(re.findall(BRANCH, text))
        if branches > BRANCHES or deepest > DEPTH:
            laden.append(f"{path.name}: {branches} branches, {deepest} deep")
    assert laden == []


def test_every_table_can_stand_as_cards_on_a_phone() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in markup.files(".html")}
    assert [name for name, text in texts.items() if text.count("<table") > text.count("table-wrap")] == []


def test_no_line_break_shows_as_a_blank() -> None:
    found = {path.name: list(visible_blanks(path.read_text(encoding="utf-8"))) for path in MARKUP}
    assert {name: blanks for name, blanks in found.items() if blanks} == {}


SEEN = [
    ("<p>已报送\n  审核。</p>", ["送⏎审"]),
    ("<p>{% if a %}警告；{% endif %}\n  {% if b %}罚款{% endif %}</p>", ["；⏎罚"]),
    ("<p>{% for a in b %}\n  甲{% endfor %}乙</p>", ["甲⏎甲"]),
    ("<p>已<b>报送</b>\n{{ day }}审核</p>", []),
    ("<p>{% if a %}\n  甲\n{% else %}\n  乙\n{% endif %}</p>", []),
    ("<p>甲</p>\n<p>乙</p>", []),
]


@pytest.mark.parametrize(("text", "blanks"), SEEN)
def test_a_blank_is_seen_where_a_reader_sees_it(text: str, blanks: list[str]) -> None:
    assert list(visible_blanks(text)) == blanks
