"""A regulation that the bureau's own lists cite is changed, then repealed: what lights up at the desk and in public."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from sanzhi.amendments import queries
from sanzhi.amendments.models import Adjustment
from sanzhi.catalogues.models import Edition
from sanzhi.demo.cast import Bureau
from sanzhi.kernel import clock
from sanzhi.kernel.jobs import run_due
from sanzhi.law.citations import parse_citations
from sanzhi.project.citing import rules
from sanzhi.statutes.commands import ImportStatute, RepealStatute, import_statute, repeal_statute
from sanzhi.statutes.models import Statute
from sanzhi.supervision import worklist

TITLE = "平顶山市城市市容和环境卫生管理条例"
LENGTH = 60  # articles; their words are invented


def bring(bureau: Bureau, day: str, **changed: str) -> None:
    """A version with invented words; `changed` gives some articles (a12) others."""
    words = {
        f"a{number}": f"市容事项之第{number}种，由负责单位办理。" for number in range(1, LENGTH)
    } | changed
    body = "\n".join(f"第{number[1:]}条 {text}" for number, text in words.items())
    order = ImportStatute(name="市容.txt", text=f"{TITLE}\n{body}", adopted_on=date.fromisoformat(day))
    import_statute(bureau.actor("fazhi"), order)
    run_due()


def cited_articles() -> dict[int, set[str]]:
    """Article → the powers in force that cite it, read by hand from the rows."""
    found: dict[int, set[str]] = {}
    for row in Edition.objects.get(kind="powers", status="in_force").rows.all():
        for citation in parse_citations(" ".join(map(str, row.content.values()))):
            if citation.statute == TITLE:
                found.setdefault(citation.article, set()).add(row.code)
    return found


@pytest.fixture
def desk(bureau: Bureau) -> Client:
    client = Client()
    client.force_login(bureau.officers["fazhi"].user)
    return client


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_a_changed_article_lights_its_rows_and_no_others(bureau: Bureau, desk: Client) -> None:
    cited = cited_articles()
    article, codes = next((number, codes) for number, codes in sorted(cited.items()) if codes)
    bring(bureau, "2020-01-01")
    bring(bureau, "2026-08-01", **{f"a{article}": f"市容事项之第{article}种，由街道办理。"})
    edition = Edition.objects.get(kind="powers", status="in_force")
    assert queries.open_rows(edition.pk) == codes
    for row in edition.rows.all():
        assert ("依据调整中" in page(Client(), f"/powers/{row.code}/")) is (row.code in codes), row.code
    tasks = [task for task in worklist.tasks_of(bureau.actor("fazhi")) if task.kind == "依据调整"]
    assert len(tasks) == queries.open_for(bureau.authority.code).count() >= len(codes)
    assert [task for task in worklist.tasks_of(bureau.actor("zhifa1")) if task.kind == "依据调整"] == []


def test_the_reviewer_looks_and_settles_an_officer_only_looks(bureau: Bureau, desk: Client) -> None:
    article, codes = min(cited_articles().items())
    bring(bureau, "2020-01-01")
    bring(bureau, "2026-08-01", **{f"a{article}": f"市容事项之第{article}种，由街道办理。"})
    item = Adjustment.objects.filter(row_code__in=codes).first()
    assert item is not None
    listed = page(desk, "/office/adjustments/")
    assert item.target_title in listed and f"{TITLE}：2026年8月1日版本施行" in listed
    path = f"/office/adjustments/{item.pk}/"
    act = f"{path}do/settle/"
    shown = page(desk, path)
    assert "负责单位</del>" in shown and "街道</ins>" in shown and "清单中的这一项" in shown
    officer = Client()
    officer.force_login(bureau.officers["zhifa1"].user)
    assert "由法制审核人员核对办结" not in page(officer, path) and 'name="outcome"' not in page(officer, path)
    said = {"outcome": "still_fits", "note": "只改了办理单位，职权仍然适用。"}
    assert officer.post(act, said).status_code == 409
    assert desk.post(act, {"outcome": "still_fits", "note": ""}).status_code == 400
    assert desk.post(act, {**said, "outcome": ""}).status_code == 400
    assert desk.post(act, {**said, "outcome": "amended"}).status_code == 409
    assert desk.post(act, said).status_code == 302
    assert "仍然适用" in page(desk, path) and item.target_title in page(
        desk, "/office/adjustments/?state=settled"
    )
    assert desk.post(act, said).status_code == 409
    assert desk.get("/office/adjustments/999999/").status_code == 404


def test_a_repeal_lights_on_its_day(bureau: Bureau, desk: Client) -> None:
    codes = set().union(*cited_articles().values())
    bring(bureau, "2020-01-01")
    statute = Statute.objects.get(title=TITLE)
    order = RepealStatute(statute=statute.pk, on=date(2026, 9, 3), by="《某省市容条例》第九条")
    repeal_statute(bureau.actor("fazhi"), order)
    run_due()
    edition = Edition.objects.get(kind="powers", status="in_force")
    assert queries.open_rows(edition.pk) == frozenset()
    clock.advance(timedelta(days=2))
    run_due()
    assert queries.open_rows(edition.pk) == codes
    item = Adjustment.objects.filter(row_code__in=codes).first()
    assert item is not None
    said = {"outcome": "still_fits", "note": "先继续适用。"}
    refused = desk.post(f"/office/adjustments/{item.pk}/do/settle/", said)
    assert refused.status_code == 409 and "没有承接条款" in refused.content.decode()


def test_each_row_of_a_table_lights_under_its_own_caption_and_a_dated_one_not_at_all() -> None:
    """law/limits/coercion.py: what the Ecology Code replaces ends with its statute, the rest keeps its own title."""
    place = "law/limits/coercion.py LIMITS"
    found = {row.title.partition("（")[0]: row for row in rules() if row.key.startswith(place)}
    assert any("第二十三条" in text for text in found["查封、扣押的范围"].texts)
    assert any("生态环境法典" in text for text in found["污染环境案件可以查封、扣押的"].texts)
    assert "大气污染案件可以查封、扣押的" not in found and "固体废物案件可以查封、扣押的" not in found
    assert all("《噪声污染防治法》" not in text for row in found.values() for text in row.texts)
    assert len({row.key for row in rules()}) == len(list(rules()))


def test_a_rule_is_called_in_chinese_and_by_no_path() -> None:
    """What the policy section reads on 法律法规 and on an adjustment: no file, no function; no two rules alike."""
    titles = {row.key: row.title for row in rules()}
    assert not [title for title in titles.values() if re.search(r"[a-z]{2}|[/_]", title)]
    assert len(set(titles.values())) == len(titles)
    assert titles["cases/commands/record_plea.py"].startswith("案件“记录陈述申辩”：适用《行政处罚法》第")
    assert titles["coercion/models.py Seizure"].startswith("行政强制“查封、扣押”：适用《行政强制法》第十九条")
    assert titles["cases/commands/answer_plea.py _is_there"] == "没有待复核的陈述申辩。（案件）"
