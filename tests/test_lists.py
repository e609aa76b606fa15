"""The lists: an edition's life, the floor under it, wrong rows named; statutes that are read or refused whole."""

import copy
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from sanzhi.cases import commands as cases
from sanzhi.catalogues import commands as catalogues
from sanzhi.catalogues import queries
from sanzhi.catalogues.models import Edition, Status
from sanzhi.demo.cast import Bureau
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import WrittenOutsideCommand
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.models import Statute
from tests.conftest import reasons

pytestmark = pytest.mark.usefixtures("unprinted")
Tell = Callable[..., Story]


def ordinary() -> dict[str, Any]:
    path = Path(settings.SANZHI_CATALOGUES_DIR) / "national" / "procedures" / "penalty-ordinary.yaml"
    table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: value for name, value in table.items() if name != "kind"}


def drafted(
    bureau: Bureau, content: dict[str, Any], kind: str = "procedure", key: str = "penalty/ordinary"
) -> Edition:
    order = catalogues.DraftEdition(
        authority=bureau.authority.code, kind=kind, key=key, title="普通程序新版", content=content
    )
    return catalogues.draft_edition(bureau.actor("fazhi"), order)


def test_an_edition_that_breaks_the_floor_is_refused_with_path_and_article(bureau: Bureau) -> None:
    weak = ordinary()
    next(step for step in weak["steps"] if step["key"] == "decision")["needs"].remove("reviews.review_passed")
    submit = catalogues.SubmitEdition(edition=drafted(bureau, weak).pk)
    said = reasons(lambda: catalogues.submit_edition(bureau.actor("fazhi"), submit))
    assert "路径“线索核查→立案审批→" in said and "行政处罚法第五十八条" in said
    whole = catalogues.SubmitEdition(edition=drafted(bureau, ordinary()).pk)
    assert catalogues.submit_edition(bureau.actor("fazhi"), whole).status == Status.SUBMITTED


def test_an_edition_lives_and_the_case_keeps_its_own(tell: Tell) -> None:
    story = tell(stop="report")
    bureau, lawyer, justice = story.bureau, story.bureau.actor("fazhi"), story.bureau.actor("jiandu")
    stricter = copy.deepcopy(ordinary())
    stricter["steps"][0]["title"] = "线索核实"
    edition = drafted(bureau, stricter)
    catalogues.submit_edition(lawyer, catalogues.SubmitEdition(edition=edition.pk))
    assert "司法行政部门" in reasons(
        lambda: catalogues.approve_edition(lawyer, catalogues.ApproveEdition(edition=edition.pk))
    )
    catalogues.return_edition(justice, catalogues.ReturnEdition(edition=edition.pk, remarks="名称请再斟酌"))
    catalogues.submit_edition(lawyer, catalogues.SubmitEdition(edition=edition.pk))
    catalogues.approve_edition(justice, catalogues.ApproveEdition(edition=edition.pk))
    clock.advance(timedelta(days=1))
    catalogues.put_in_force(lawyer, catalogues.PutInForce(edition=edition.pk))
    running = Edition.objects.filter(kind="procedure", key="penalty/ordinary", status=Status.IN_FORCE)
    assert [row.pk for row in running] == [edition.pk]
    assert (
        queries.procedure_in_force(bureau.authority.code, "penalty/ordinary").procedure.steps[0].title
        == "线索核实"
    )
    assert queries.procedure_of_edition(story.proceeding.procedure_edition_id).steps[0].title == "线索核查"
    again = catalogues.SubmitEdition(edition=edition.pk)
    assert "施行中的版本不能修改" in reasons(lambda: catalogues.submit_edition(lawyer, again))
    page = Client().get("/procedures/penalty/ordinary/").content.decode()
    assert "线索核实" in page and "第2版" in page


def test_wrong_rows_are_named_and_nothing_is_drafted(bureau: Bureau) -> None:
    row = {
        "code": "C99",
        "title": "某违法行为",
        "conduct": "某违法行为的情形",
        "prohibition": "某条例第一条",
        "penalty_basis": "某条例第二条",
    }
    rows = [
        row,
        {**row},
        {**row, "code": "C98", "formula": {"kind": "range", "minimum": 9, "maximum": 1}},
        {"code": "C97"},
    ]
    said = reasons(lambda: drafted(bureau, {"rows": rows}, kind="powers", key=""))
    assert "编码“C99”出现了两次" in said and "计罚公式的下限高于上限" in said and "第4行“项目名称”" in said
    assert not Edition.objects.filter(kind="powers", status=Status.DRAFT).exists()


def test_nobody_writes_a_list_outside_a_command(bureau: Bureau) -> None:
    edition = Edition.objects.filter(kind="powers").get()
    with pytest.raises(WrittenOutsideCommand):
        edition.save()
    with pytest.raises(WrittenOutsideCommand):
        Edition.objects.filter(pk=edition.pk).update(title="改名")


def test_a_lead_may_be_declined_and_only_then(tell: Tell) -> None:
    story = tell(stop="filing")
    story.paper("D03", {"proposal": "decline"})
    wrong = cases.CloseCase(case=story.case_id, kind="minor", reason="情节轻微不处罚。")
    assert "不能以“违法行为轻微，不予处罚”结案" in reasons(
        lambda: cases.close_case(story.bureau.actor("duizhang1"), wrong)
    )
    right = cases.CloseCase(case=story.case_id, kind="not_filed", reason="经核查没有违法事实。")
    assert cases.close_case(story.bureau.actor("duizhang1"), right).closed_on
    assert story.proceeding.closure_kind == "not_filed"


def test_statutes_are_imported_whole_or_not_at_all(db: None, tmp_path: Path) -> None:
    good = "# 某市落叶管理条例\n\n第一条 为了管好落叶，制定本条例。\n\n第二条 不得焚烧落叶。\n"
    (tmp_path / "某市落叶管理条例(2020-01-01).md").write_text(good, encoding="utf-8")
    (tmp_path / "坏条例(2020-01-01).md").write_text(
        "# 坏条例\n\n第一条 甲。\n\n第九条 丁。\n", encoding="utf-8"
    )
    (tmp_path / "乱码(2020-01-01).md").write_bytes("# 亂碼條例".encode("big5"))
    with pytest.raises(CommandError) as caught:
        call_command("import_statutes", str(tmp_path), stdout=StringIO())
    said = str(caught.value)
    assert (
        "坏条例(2020-01-01).md 第5行" in said and "乱码(2020-01-01).md”不是中文文本，或者编码无法识别" in said
    )
    assert [statute.title for statute in Statute.objects.all()] == ["某市落叶管理条例"]
    (article,) = statutes.resolve("《某市落叶管理条例》第二条第一款")
    assert article.paragraph_texts == ("不得焚烧落叶。",)
    assert [found.heading for found in statutes.articles_matching("焚烧 落叶")] == ["第二条"]


def test_the_system_speaks_for_the_machine_only(bureau: Bureau) -> None:
    order = catalogues.ApproveEdition(edition=Edition.objects.filter(kind="powers").get().pk)
    assert "施行" in reasons(lambda: catalogues.approve_edition(system(bureau.authority.code), order))
