"""A code takes the place of statutes: the table fits the texts, and what it says is entered once and whole."""

from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from django.core.management.base import CommandError

from sanzhi.kernel import clock
from sanzhi.kernel.actor import system
from sanzhi.kernel.jobs import run_due
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.testing import PREFIX, ROOT, statutes, text_of, with_laws
from sanzhi.statutes import queries
from sanzhi.statutes.commands import ImportStatute, import_statute
from sanzhi.statutes.models import Statute, Succession
from sanzhi.statutes.taking_over import enter_takeover, read_takeover

FILE = ROOT / "catalogues" / "national" / "ecological-code.yaml"
TABLE = {
    "successor": "某国落叶法典",
    "since": date(2026, 9, 3),
    "by": "《某国落叶法典》第九条",
    "note": "此前的行为适用行为时的条款",
    "statutes": [
        {"title": "落叶法", "articles": [{"article": "第二条", "successor": "第七条", "note": "较轻"}]},
        {"title": "从未导入的法"},
    ],
}


@with_laws
def test_the_table_fits_both_texts() -> None:
    table = read_takeover(FILE)
    (last,) = parse_citations(table.by)
    assert last == Citation(table.successor, 1242)
    named = [f"《{title}》" for title, _ in table.statutes]
    assert len(named) == 10 and text_of(last).count("《") == 10
    assert all(title in text_of(last) for title in named) and "2026年8月15日" in text_of(last)
    for title, heirs in table.statutes:
        assert not heirs or title.removeprefix(PREFIX) in statutes()
        for heir in heirs:
            (old,) = parse_citations(heir.article, within=title)
            (new,) = parse_citations(heir.successor, within=table.successor)
            assert text_of(old) and text_of(new)


@with_laws
def test_every_ended_article_that_a_power_cites_has_its_heir() -> None:
    linked = {
        (title, citation.article)
        for title, heirs in read_takeover(FILE).statutes
        for heir in heirs
        for citation in parse_citations(heir.article, within=title)
    }
    rows = yaml.safe_load((ROOT / "catalogues/wugang/powers.yaml").read_text(encoding="utf-8"))["rows"]
    cited = {
        (each.statute, each.article)
        for row in rows
        if row.get("successor")
        for field in ("prohibition", "penalty_basis")
        for each in parse_citations(row[field])
    }
    # 噪声污染防治法 §22, a duty of all who emit noise, goes on in the code as a whole
    assert cited - linked == {(f"{PREFIX}噪声污染防治法", 22)}


def bring(title: str, day: str = "2020-01-01") -> None:
    text = f"{title}\n第一条 为了管好落叶，制定本法。\n第二条 不得焚烧落叶。\n"
    import_statute(system(), ImportStatute(name="a.md", text=text, adopted_on=date.fromisoformat(day)))


@pytest.mark.django_db
def test_it_is_entered_once_and_takes_effect_on_its_day(tmp_path: Path) -> None:
    path = tmp_path / "table.yaml"
    path.write_text(yaml.safe_dump(TABLE, allow_unicode=True), encoding="utf-8")
    with clock.moved(datetime(2026, 9, 1, 9, tzinfo=clock.CHINA)):
        bring("落叶法")
        call_command("take_over", str(path), stdout=StringIO())
        (statute,) = enter_takeover(system(), read_takeover(path))
        assert Succession.objects.count() == 2 and Statute.objects.count() == 1
        assert statute.versions.filter(is_current=True).exists()
    with clock.moved(datetime(2026, 9, 3, 9, tzinfo=clock.CHINA)):
        run_due()
        assert not statute.versions.filter(is_current=True).exists()
        assert [str(heir) for heir in queries.successors_of(statute, 2)] == ["《某国落叶法典》第七条"]
        assert [str(heir) for heir in queries.successors_of(statute, 1)] == ["《某国落叶法典》"]
        enter_takeover(system(), read_takeover(path))
        assert Statute.objects.get().repealed_on == date(2026, 9, 3)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["successor: 甲\n", "[", "- 1\n", "successor: 甲\nstatutes: [{title: 乙, articles: [{x: 1}]}]"]
)
def test_what_is_no_such_table_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=r"broken\.yaml 不是承接表"):
        call_command("take_over", str(path))
