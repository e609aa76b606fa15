"""The papers say what the code does: generated pages, settings, words, two languages, links."""

import re
from pathlib import Path

from django.apps import apps

from sanzhi.kernel.models import Recorded
from sanzhi.law import deadline_rules
from sanzhi.law.citations import parse_citations
from sanzhi.law.floors import penalty as floor
from sanzhi.project.cited_law import citations_of, citations_of_tree
from sanzhi.project.documentation import headings, pages
from sanzhi.project.environment import KNOWN

ROOT = Path(__file__).resolve().parents[2]
HEADINGS = (
    ("三制 Sanzhi", "Sanzhi 三制"),
    ("是什么", "What it is"),
    ("给谁用", "Who it is for"),
    ("怎样开始", "How to begin"),
    ("看一看", "What it looks like"),
    ("怎样搭成", "How it is built"),
    ("如何验证一份决定书", "How to verify a decision"),
    ("还没有的", "What is missing"),
    ("许可证", "Licence"),
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_generated_pages_are_current() -> None:
    stale = [str(path) for path, text in pages().items() if read(str(path)) != text]
    assert stale == [], "请运行 make docs"


def test_both_readmes_have_the_same_headings() -> None:
    plain = [[line.lstrip("# ") for line in headings(read(name))] for name in ("README.md", "README.en.md")]
    assert plain == [[chinese for chinese, _ in HEADINGS], [english for _, english in HEADINGS]]


def test_every_setting_has_a_heading_and_no_other() -> None:
    told = [line.lstrip("# ") for line in headings(read("docs/operations/settings.md")) if "SANZHI_" in line]
    assert sorted(told) == sorted(KNOWN)


def test_every_table_stands_in_the_glossary() -> None:
    glossary = read("GLOSSARY.md")
    rows = {
        tuple(cell.strip(" `") for cell in line.split("|")[1:3])
        for line in glossary.splitlines()
        if line.startswith("|")
    }
    tables = {
        (str(model._meta.verbose_name), model.__name__)
        for model in apps.get_models()
        if issubclass(model, Recorded)
    }
    assert tables - rows == set()


def test_every_deadline_has_its_ground() -> None:
    groundless = [
        row.key
        for row in deadline_rules.RULES
        if not (parse_citations(row.citation) or row.mark or "国办发" in row.citation)
    ]
    assert groundless == []


def test_every_floor_guard_cites_an_article() -> None:
    rows = {**floor.BEFORE_DECISION, **floor.ON_THE_SPOT}
    assert [name for name, (_, citation) in rows.items() if not parse_citations(citation)] == []


def test_every_floor_rule_is_found_in_the_law_page() -> None:
    places = {row.place for row in citations_of_tree(ROOT / "src" / "sanzhi")}
    tables = {"guards_before_decision": "BEFORE_DECISION", "guards_on_the_spot": "ON_THE_SPOT"}
    names = [tables.get(rule.__name__, rule.__name__) for rule in floor.RULES]
    assert [name for name in names if f"law/floors/penalty.py {name}" not in places] == []


CITING = '''"""Opens (试验法 §7)."""
LIMIT = Limit(3, "试验法第八条", mark="建议")
def rule(case):  # 试验法 §9–§10
    return Verdict.when(case, f"差{case}天。", "《试验法》第十一条第二款")
'''


def test_citations_are_found_with_their_place() -> None:
    found = {(row.article, row.place, row.rule) for row in citations_of(CITING, "a.py")}
    assert found == {
        (7, "a.py", "Opens (试验法 §7)."),
        (8, "a.py LIMIT", "〔建议〕"),
        (9, "a.py rule", "试验法 §9–§10"),
        (10, "a.py rule", "试验法 §9–§10"),
        (11, "a.py rule", "差…天。"),
    }


def test_links_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)} → {target}")
    assert broken == []
