"""A list from its first row to the day on which it applies: edited, submitted, returned on rows, mended, approved, replaced."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from sanzhi.catalogues import commands as catalogues
from sanzhi.catalogues import desk
from sanzhi.catalogues.columns import content_of, texts
from sanzhi.catalogues.loading import read_catalogue
from sanzhi.catalogues.models import Edition, Remark, Row, Status
from sanzhi.catalogues.queries import Circumstances, major_decision_rows
from sanzhi.catalogues.schemas import check_row, rows_of
from sanzhi.demo.cast import Bureau
from sanzhi.kernel import clock
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.jobs import run_due
from sanzhi.statutes.commands import ImportStatute, import_statute
from tests.conftest import reasons

LEAVES = """# 某市落叶管理条例

第一条 为了管好落叶，制定本条例。

第二条 不得在公共场所焚烧落叶。

第三条 不得向河道倾倒落叶。

第四条 单位应当及时清扫门前落叶。

## 法律责任

第五条 违反第二条规定的，责令立即改正；拒不改正的，处以五十元以上二百元以下罚款。

第六条 违反第三条规定的，责令限期清理，并处以每平方米一百元以上三百元以下罚款。

第七条 违反第四条规定的，责令限期改正；逾期不改正的，对单位处以五百元以上二千元以下罚款，对个人处以五十元以上一百元以下罚款。

第八条 管理部门工作人员玩忽职守的，依法给予处分。

## 附则

第九条 本条例自2020年1月1日起施行。
"""


@pytest.fixture
def leaves(bureau: Bureau) -> Any:
    order = ImportStatute(name="某市落叶管理条例(2019-11-01).md", text=LEAVES)
    return import_statute(bureau.actor("fazhi"), order)


def begun(bureau: Bureau, kind: str) -> Edition:
    order = catalogues.StartEdition(authority=bureau.authority.code, kind=kind)
    return catalogues.start_edition(bureau.actor("fazhi"), order)


def values(edition: Edition, at: str, /, **changes: Any) -> dict[str, Any]:
    content: dict[str, Any] = Row.objects.get(edition=edition, code=at).content
    return {**content, **changes}


def save(bureau: Bureau, edition: Edition, at: str, /, **changes: Any) -> Row:
    order = catalogues.SaveRow(edition=edition.pk, code=at, values=values(edition, at, **changes))
    return catalogues.save_row(bureau.actor("fazhi"), order)


def submitted(bureau: Bureau, edition: Edition) -> Edition:
    return catalogues.submit_edition(bureau.actor("fazhi"), catalogues.SubmitEdition(edition=edition.pk))


def approved(bureau: Bureau, edition: Edition) -> Edition:
    return catalogues.approve_edition(bureau.actor("jiandu"), catalogues.ApproveEdition(edition=edition.pk))


@pytest.mark.parametrize(
    "path", sorted(Path(settings.SANZHI_CATALOGUES_DIR).rglob("*.yaml")), ids=lambda path: path.stem
)
def test_a_row_written_as_texts_reads_back_the_same(path: Path) -> None:
    content = read_catalogue(path)
    kind = content.pop("kind", "")
    if not kind:
        pytest.skip("the authority's own facts are no list")
    _, rows = rows_of(kind, content)
    for number, row in enumerate(rows, start=1):
        read, wrongs = content_of(kind, texts(kind, row.content))
        again = check_row(kind, read, number=number)
        assert (
            not wrongs
            and again.row is not None
            and texts(kind, again.row.content) == texts(kind, row.content)
        )
        assert not again.gaps, f"{path.stem} {row.code}: the public page lacks {again.gaps}"


def test_a_list_is_returned_on_two_rows_mended_and_put_in_force_on_a_day(bureau: Bureau) -> None:
    lawyer, justice = bureau.actor("fazhi"), bureau.actor("jiandu")
    edition = begun(bureau, "spot_checks")
    assert "还没有办完" in reasons(lambda: begun(bureau, "spot_checks"))
    save(bureau, edition, "SJ-01", ratio="不低于10%")
    assert "每行的编码应当不同" in reasons(lambda: save(bureau, edition, "SJ-01", code="SJ-02"))
    save(bureau, edition, "SJ-02", target="")
    assert "“SJ-02 户外广告设置”缺：抽查对象" in reasons(lambda: submitted(bureau, edition))
    save(bureau, edition, "SJ-02", target="户外广告设置人")
    submitted(bureau, edition)
    assert "只有“起草或者退回修改”" in reasons(lambda: save(bureau, edition, "SJ-01", ratio="1%"))
    for code, text in (("SJ-01", "比例从何而来"), ("SJ-03", "对象过宽")):
        catalogues.remark_row(justice, catalogues.RemarkRow(edition=edition.pk, code=code, text=text))
    assert "您对2行提出了意见" in reasons(lambda: approved(bureau, edition))
    catalogues.return_edition(justice, catalogues.ReturnEdition(edition=edition.pk))
    said = reasons(lambda: submitted(bureau, edition))
    assert "对“SJ-01”的审核意见还没有修改或者答复：比例从何而来" in said and "SJ-03" in said
    save(bureau, edition, "SJ-01", ratio="不低于5%")
    remark = Remark.objects.get(edition=edition, code="SJ-03")
    catalogues.answer_remark(lawyer, catalogues.AnswerRemark(remark=remark.pk, answer="对象为登记在册的企业"))
    submitted(bureau, edition)
    approved(bureau, edition)
    tomorrow = clock.today() + timedelta(days=1)
    catalogues.put_in_force(lawyer, catalogues.PutInForce(edition=edition.pk, on=tomorrow))
    old = Edition.objects.get(kind="spot_checks", ordinal=1)
    assert old.status == Status.IN_FORCE
    clock.advance(timedelta(days=1))
    run_due()
    old.refresh_from_db()
    edition.refresh_from_db()
    assert (edition.status, edition.in_force_on) == (Status.IN_FORCE, tomorrow)
    assert (old.status, old.ended_on) == (Status.SUPERSEDED, tomorrow - timedelta(days=1))


def test_two_editions_cannot_begin_on_one_day_nor_in_the_past(bureau: Bureau) -> None:
    edition = begun(bureau, "duties")
    submitted(bureau, edition)
    approved(bureau, edition)

    def put(day: date) -> str:
        order = catalogues.PutInForce(edition=edition.pk, on=day)
        return reasons(lambda: catalogues.put_in_force(bureau.actor("fazhi"), order))

    assert "同一天不能有两个版本" in put(clock.today())
    assert "已经过去" in put(clock.today() - timedelta(days=1))


def test_nobody_judges_or_overwrites_what_they_have_not_seen(bureau: Bureau) -> None:
    edition = begun(bureau, "duties")
    seen = edition.revision
    save(bureau, edition, "001", note="甲")
    stale = catalogues.SaveRow(
        edition=edition.pk, code="002", values=values(edition, "002", note="乙"), revision=seen
    )
    assert "又有修改" in reasons(lambda: catalogues.save_row(bureau.actor("fazhi2"), stale))
    assert Row.objects.get(edition=edition, code="002").content["note"] == ""
    submitted(bureau, edition)
    late = catalogues.ApproveEdition(edition=edition.pk, revision=seen)
    assert "又有修改" in reasons(lambda: catalogues.approve_edition(bureau.actor("jiandu"), late))
    assert approved(bureau, edition).status == Status.APPROVED


def test_the_justice_bureau_sees_only_what_was_submitted(bureau: Bureau) -> None:
    edition = begun(bureau, "duties")
    justice = bureau.actor("jiandu")
    with pytest.raises(NotVisible):
        desk.edition_for(justice, edition.pk)
    assert all(state.coming is None for state in desk.lists_of(justice))
    submitted(bureau, edition)
    assert desk.edition_for(justice, edition.pk) == edition
    assert [state.coming for state in desk.lists_of(justice) if state.coming] == [edition]
    order = catalogues.SaveRow(edition=edition.pk, code="001", values=values(edition, "001"))
    assert "政策法规科编制" in reasons(lambda: catalogues.save_row(justice, order))


def test_powers_are_read_from_a_statute_and_wait_to_be_checked(bureau: Bureau, leaves: Any) -> None:
    edition = begun(bureau, "powers")
    read = catalogues.draft_powers(
        bureau.actor("fazhi"), catalogues.DraftPowers(edition=edition.pk, versions=[leaves.pk])
    )
    assert [row.origin for row in read.rows] == [f"《某市落叶管理条例》第{number}条" for number in "五六七"]
    assert [passed.basis for passed in read.passed_over] == ["《某市落叶管理条例》第八条"]
    first, square, both = (row.content for row in read.rows)
    assert first["correct_first"] and first["formula"]["maximum"] in (200, "200")
    assert square["formula"]["kind"] == "per_sqm" and set(both["formulas"]) == {"person", "organisation"}
    assert "有3行由程序读自条文" in reasons(lambda: submitted(bureau, edition))
    again = catalogues.DraftPowers(edition=edition.pk, versions=[leaves.pk])
    assert "没有读出新的职权" in reasons(lambda: catalogues.draft_powers(bureau.actor("fazhi"), again))
    filled = values(edition, "C01")
    shared = {
        name: filled[name] for name in ("procedure_steps", "responsibilities", "responsible_unit", "fees")
    }
    shared |= {
        name: filled[name] for name in ("promised_limit", "statutory_limit", "accountability", "remedies")
    }
    for row in read.rows:
        save(bureau, edition, row.code, **shared, supervision="司法局")
    assert submitted(bureau, edition).status == Status.SUBMITTED


def test_a_citation_to_an_article_that_does_not_exist_is_refused(bureau: Bureau, leaves: Any) -> None:
    edition = begun(bureau, "powers")
    save(bureau, edition, "C01", penalty_basis="《某市落叶管理条例》第九十九条")
    said = reasons(lambda: submitted(bureau, edition))
    assert "“C01 擅自占道设摊、兜售”引用的《某市落叶管理条例》第九十九条在现行文本中不存在" in said
    save(bureau, edition, "C01", penalty_basis="《某市落叶管理条例》第五条")
    assert submitted(bureau, edition).status == Status.SUBMITTED


def test_a_basis_that_is_still_to_come_is_held_against_the_text_to_come(bureau: Bureau) -> None:
    text = LEAVES.replace("2020年1月1日", "2030年1月1日")
    order = ImportStatute(name="某市落叶管理条例(2019-11-01).md", text=text)
    import_statute(bureau.actor("fazhi"), order)
    edition = begun(bureau, "powers")
    save(bureau, edition, "C01", penalty_basis="《某市落叶管理条例》第五条")
    assert "第五条在现行文本中不存在" in reasons(lambda: submitted(bureau, edition))
    save(bureau, edition, "C01", valid_from="2030-01-01", penalty_basis="《某市落叶管理条例》第九十九条")
    assert "第九十九条在现行文本中不存在" in reasons(lambda: submitted(bureau, edition))
    save(bureau, edition, "C01", penalty_basis="《某市落叶管理条例》第五条")
    assert submitted(bureau, edition).status == Status.SUBMITTED


def test_tiers_stay_within_the_statute(bureau: Bureau) -> None:
    edition = begun(bureau, "discretion")
    tiers = values(edition, "C01")["tiers"]
    above = [*tiers[:-1], {**tiers[-1], "maximum": "2001"}]
    below = [{**tiers[1], "minimum": "199"}, *tiers[2:]]
    save(bureau, edition, "C01", tiers=above)
    assert "超过法定上限2000元" in reasons(lambda: submitted(bureau, edition))
    save(bureau, edition, "C01", tiers=below)
    assert "低于法定下限200元" in reasons(lambda: submitted(bureau, edition))
    save(bureau, edition, "C01", tiers=tiers)
    assert submitted(bureau, edition).status == Status.SUBMITTED


def test_no_list_fines_whom_the_order_to_correct_has_reached(bureau: Bureau) -> None:
    edition = begun(bureau, "discretion")
    tiers = values(edition, "C01")["tiers"]
    assert "拒不改正" in tiers[1]["when"]
    save(bureau, edition, "C01", tiers=[tiers[0], {**tiers[1], "when": "主动消除影响的"}, *tiers[2:]])
    said = reasons(lambda: submitted(bureau, edition))
    assert f"“{tiers[1]['name']}”档：条文规定先责令改正，改正了的不能罚款" in said
    save(bureau, edition, "C01", tiers=tiers)
    assert submitted(bureau, edition).status == Status.SUBMITTED
    lenient = begun(bureau, "lenient")
    save(bureau, lenient, "MF-01", category="首违免罚")
    assert "不以初次违法为条件" in reasons(lambda: submitted(bureau, lenient))
    save(bureau, lenient, "MF-01", category="不予处罚")
    assert submitted(bureau, lenient).status == Status.SUBMITTED


def test_the_public_reads_the_condition_that_is_executed(bureau: Bureau) -> None:
    edition = begun(bureau, "major_decisions")
    assert (
        "罚款达到：个人5000元、个体工商户5000元、单位50000元"
        in Client().get("/lists/major_decisions/").content.decode()
    )
    least = {"fine_at_least": {"person": "700", "organisation": "50000"}}
    assert "写了数额" in reasons(
        lambda: save(bureau, edition, "001", title="五千元以上罚款", condition=least)
    )
    save(bureau, edition, "001", condition=least)
    submitted(bureau, edition)
    approved(bureau, edition)
    clock.advance(timedelta(days=1))
    catalogues.put_in_force(bureau.actor("fazhi"), catalogues.PutInForce(edition=edition.pk))
    seen = Circumstances("person", Decimal(700), "", had_hearing=False, is_mitigated=False)
    assert major_decision_rows(edition.pk, seen) == ("较大数额罚款",)
    for page in ("/lists/major_decisions/", "/lists/major_decisions/001/"):
        shown = Client().get(page).content.decode()
        assert "罚款达到：个人700元" in shown and "罚款达到：个人5000元" not in shown


def test_rows_of_a_sheet_come_all_or_not_at_all(bureau: Bureau) -> None:
    edition = begun(bureau, "duties")
    good = {"title": "新职责", "work": "某项工作", "basis": "《行政处罚法》第十八条"}

    def bring(*rows: dict[str, Any], remove: tuple[str, ...] = ()) -> Edition:
        order = catalogues.ImportRows(
            edition=edition.pk, rows=list(rows), remove=list(remove), source="职责.xlsx"
        )
        return catalogues.import_rows(bureau.actor("fazhi"), order)

    count = edition.rows.count()
    assert "第2行“主要职责”：请填写" in reasons(lambda: bring({**good, "code": "A1"}, {"work": "没有名称"}))
    assert "编码“A1”出现了两次" in reasons(lambda: bring({**good, "code": "A1"}, {**good, "code": "A1"}))
    assert edition.rows.count() == count
    bring({**good, "code": "A1"}, {**good, "code": "001"}, remove=("002",))
    assert edition.rows.count() == count and edition.rows.get(code="001").title == "新职责"


def test_an_empty_column_is_filled_once_for_all(bureau: Bureau) -> None:
    edition = begun(bureau, "duties")
    save(bureau, edition, "001", note="自有")
    order = catalogues.FillColumn(edition=edition.pk, column="note", text="同前")
    assert catalogues.fill_column(bureau.actor("fazhi"), order) == edition.rows.count() - 1
    assert edition.rows.get(code="001").content["note"] == "自有"
    assert "每行都已填写" in reasons(lambda: catalogues.fill_column(bureau.actor("fazhi"), order))


def test_the_public_reads_the_list_its_changes_and_its_data(bureau: Bureau) -> None:
    edition = begun(bureau, "spot_checks")
    save(bureau, edition, "SJ-01", ratio="不低于8%")
    catalogues.remove_row(bureau.actor("fazhi"), catalogues.RemoveRow(edition=edition.pk, code="SJ-06"))
    submitted(bureau, edition)
    approved(bureau, edition)
    clock.advance(timedelta(days=1))
    catalogues.put_in_force(bureau.actor("fazhi"), catalogues.PutInForce(edition=edition.pk))
    public = Client()
    page = public.get("/lists/spot_checks/").content.decode()
    assert "第2版" in page and "不低于8%" in page and "SJ-06" not in page
    changes = public.get("/lists/spot_checks/changes/").content.decode()
    assert "“抽查比例”由“不低于5%”改为“不低于8%”" in changes and "取消1项" in changes
    assert "SJ-06" in public.get("/lists/spot_checks/editions/1/").content.decode()
    assert len(public.get("/lists/spot_checks.json").json()["rows"]) == 5
    assert public.get("/lists/spot_checks.csv").content.decode("utf-8-sig").count("\n") == 6
    assert public.get("/lists/spot_checks/SJ-06/").status_code == 404
    assert public.get("/lists/nonsense/").status_code == 404
    assert "临街门店市容环卫" in public.get("/search/?q=临街门店").content.decode()


def test_a_form_sample_is_shown_empty(bureau: Bureau) -> None:
    public = Client()
    page = public.get("/lists/form_samples/WS-06/specimen.pdf")
    assert page["Content-Type"] == "application/pdf" and page.content.startswith(b"%PDF")
    assert public.get("/lists/form_samples/WS-99/specimen.pdf").status_code == 404


def test_a_step_is_edited_like_a_row_and_the_floor_is_asked_when_it_is_submitted(bureau: Bureau) -> None:
    order = catalogues.StartEdition(authority=bureau.authority.code, kind="procedure", key="penalty/ordinary")
    edition = catalogues.start_edition(bureau.actor("fazhi"), order)
    needs = values(edition, "decision")["needs"]
    save(bureau, edition, "decision", needs=[word for word in needs if word != "reviews.review_passed"])
    assert "行政处罚法第五十八条" in reasons(lambda: submitted(bureau, edition))
    save(bureau, edition, "decision", needs=needs, title="决定（集体讨论后）")
    assert "不在规定的词表中" in reasons(
        lambda: submitted(bureau, save(bureau, edition, "filing", needs=["guess"]).edition)
    )
    save(bureau, edition, "filing", needs=[])
    assert "party_registered" in str(Edition.objects.get(ordinal=1, key="penalty/ordinary").head)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("amount=2001", "高于法定上限"),
        ("amount=199", "减轻处罚"),
        ("amount=abc", "应为数字"),
        ("tier=一般", "罚款200元至1000元"),
    ],
)
def test_the_calculator_explains_and_warns(bureau: Bureau, query: str, words: str) -> None:
    page = Client().get(f"/powers/C01/?respondent=person&{query}").content.decode()
    assert words in page
    assert "任何情形下" not in Client().get("/powers/C01/?amount=1500").content.decode()


def test_the_desk_walks_the_same_road(bureau: Bureau) -> None:
    desk_of = {}
    for name in ("fazhi", "jiandu"):
        desk_of[name] = Client()
        desk_of[name].force_login(
            bureau.officers[name].user, backend="sanzhi.organisation.backends.OfficerBackend"
        )
    lawyer, justice = desk_of["fazhi"], desk_of["jiandu"]
    started = lawyer.post("/office/lists/do/start/", {"kind": "duties", "key": ""})
    address = started["Location"]
    again = lawyer.post("/office/lists/do/start/", {"kind": "duties", "key": ""})
    assert again.status_code == 409 and 'class="reasons' in again.content.decode()  # said on the page itself
    assert justice.get(address).status_code == 404
    wrong = lawyer.post(f"{address}rows/001/do/save/", {"code": "001", "title": "x"})
    assert wrong.status_code == 400 and "至少2个字" in wrong.content.decode()
    assert lawyer.get(f"{address}do/fill_column/").status_code == 200
    assert lawyer.post(f"{address}do/submit/").status_code == 302
    assert lawyer.post(f"{address}do/approve/").status_code == 409
    assert justice.post(f"{address}rows/001/do/remark/", {"text": "请写明"}).status_code == 302
    assert justice.post(f"{address}do/return/", {"remarks": ""}).status_code == 302
    assert justice.get(address).status_code == 404
    page = lawyer.get(f"{address}rows/001/").content.decode()
    assert "第1次报送的审核意见" in page and "请写明" in page
