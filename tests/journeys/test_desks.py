"""Every other desk: the legal reviewer, the supervisor, the archivist, the administrator, the citizen on a phone."""

from collections.abc import Callable

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.person import PASSWORD, Person

pytestmark = pytest.mark.journey
People = Callable[[str], Person]


def test_the_reviewer_returns_and_then_agrees(person: People) -> None:
    """Given a major decision on the review desk; agreement with a point that fails is refused, with the article."""
    reviewer = person("fazhi")
    reviewer.open("/office/")
    reviewer.open("/office/reviews/")
    reviewer.page.locator("main table tbody a").first.click()
    for point in ["subject", "officers", "procedure", "facts", "law", "powers", "papers"]:
        reviewer.page.locator(f"input[name='point_{point}'][value='1']").check()
    reviewer.page.locator("input[name='point_crime'][value='0']").check()
    reviewer.fill(note_crime="可能涉嫌犯罪，需先核实", verdict=("agreed",), opinion="同意")
    reviewer.press("出具意见")
    reviewer.sees("有不符合的审核项，不能出具“同意”的意见")
    reviewer.sees("行政处罚法第五十八条")
    reviewer.page.locator("input[name='point_crime'][value='1']").check()
    reviewer.fill(note_crime="", opinion="同意承办机构的处理意见。")
    reviewer.picture("review")
    reviewer.press("出具意见")
    reviewer.sees("已出具审核意见")
    case = reviewer.address_here()
    reviewer.open("/office/reviews/")
    *waiting, answered = reviewer.page.locator("main table tbody").all()  # none waits any more: no such table
    number = answered.locator("tr").first.inner_text().split("\t")[1]
    assert "同意" in answered.locator("tr").first.inner_text()
    assert all(number not in rows.inner_text() for rows in waiting)
    reviewer.open(case)
    assert reviewer.page.get_by_role("link", name="出具法制审核意见", exact=True).count() == 0  # once


def test_the_head_cannot_decide_a_major_case_before_the_discussion(person: People) -> None:
    head = person("juzhang")
    head.open("/office/reviews/")
    head.page.locator("main table tbody a").first.click()
    assert "/office/reviews/" in head.page.url
    head.follow("办理")
    case = "/" + head.page.url.partition("?")[0].split("/", 3)[3]
    head.open(f"{case}do/decide_penalty/")
    head.sees("重大执法决定未经负责人集体讨论，不得作出决定")
    head.sees("河南省行政执法条例第二十八条")
    head.press("作出行政处罚决定")
    head.sees("重大执法决定未经负责人集体讨论，不得作出决定")


def test_the_supervisor_sees_and_cannot_change(person: People) -> None:
    supervisor = person("jiandu")
    supervisor.open("/office/cases/")
    supervisor.page.locator("main table tbody a").first.click()
    supervisor.sees("当前环节")
    assert supervisor.page.locator("main button:enabled", has_text="完成").count() == 0
    supervisor.open("/office/disclosure/")
    supervisor.sees("公示办理")


def test_the_archivist_finds_the_papers_of_a_closed_case(person: People) -> None:
    archivist = person("dangan")
    archivist.open("/office/cases/?state=closed")
    archivist.page.locator("main table tbody a").first.click()
    archivist.sees("已于")
    archivist.follow("文书")
    archivist.page.locator("main table tbody a").first.click()
    with archivist.page.expect_download() as download:
        archivist.page.get_by_role("link", name="可编辑副本（DOCX）").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_the_administrator_reads_the_interface_and_may_not_enforce(person: People) -> None:
    administrator = person("guanli")
    administrator.open("/office/cases/do/register_lead/")
    administrator.fill(
        cause_code=("C04",), source=("patrol",), place="某处某处", summary="测试无资格人员登记线索。"
    )
    administrator.press("登记")
    administrator.sees("未经执法资格考试合格，不得从事执法活动")
    administrator.open("/office/cases/?q=测试无资格人员登记线索")
    administrator.does_not_see("某处某处")
    answer = administrator.open("/api/docs")
    administrator.page.get_by_text("作出行政处罚决定").first.wait_for()
    refused = administrator.context.request.post(
        f"{administrator.address}/api/v1/cases/register_lead", data={}
    )
    assert answer.status == 200 and refused.status in {403, 409, 422}, refused.status


def test_who_goes_on_guessing_waits(person: People, address: str) -> None:
    stranger = person("")
    for _ in range(6):
        stranger.open("/office/sign-in/")
        stranger.page.get_by_label("登录名").fill("zhifa6")
        stranger.page.get_by_label("密码").fill("wrong-password")
        stranger.press("登录")
    stranger.sees("后再试")
    stranger.page.get_by_label("登录名").fill("zhifa6")
    stranger.page.get_by_label("密码").fill(PASSWORD)  # the right one comes too late
    stranger.press("登录")
    stranger.sees("后再试")
    assert stranger.page.locator(".who-name").count() == 0


@pytest.mark.parametrize("width", [1440, 390])
def test_a_citizen_reads_everything_without_script_and_without_barriers(person: People, width: int) -> None:
    citizen = person("")
    citizen.page.set_viewport_size({"width": width, "height": 844})
    pages = [
        "/",
        "/decisions/",
        "/powers/",
        "/officers/",
        "/procedures/penalty/ordinary/",
        "/verify/",
        "/ledger/",
    ]
    pages += [
        "/lists/",
        "/lists/guides/",
        "/lists/guides/FW-01/",
        "/lists/spot_checks/changes/",
        "/lists/discretion/",
    ]
    pages += [
        "/lists/posts/screen/",
        "/procedures/",
        "/procedures/review/major/",
        "/laws/",
        "/search/?q=占道",
    ]
    for path in pages:
        citizen.open(path)
        found = Axe().run(citizen.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]})
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        wide = citizen.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, f"{path} is {wide} px wider than the screen"
    citizen.open("/")
    citizen.picture("portal" if width > 1000 else "phone", width=width)


@pytest.mark.parametrize("username", ["zhifa1", "juzhang"])
def test_the_office_has_no_barriers(person: People, username: str) -> None:
    somebody = person(username)
    for path in (
        "/office/",
        "/office/cases/",
        "/office/cases/1/",
        "/office/cases/1/papers/",
        "/office/cases/do/register_lead/",
    ):
        somebody.open(path)
        found = Axe().run(somebody.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]})
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"


@pytest.mark.parametrize("sheet", ["A4", "A3"])
def test_a_flow_chart_prints_on_one_sheet(person: People, sheet: str) -> None:
    citizen = person("")
    citizen.open("/procedures/penalty/ordinary/")
    first = pypdfium2.PdfDocument(citizen.page.pdf(format=sheet))[0].get_textpage().get_text_range()
    assert "流程图" in first and "线索核查" in first and "结案" in first


def test_the_desk_of_the_lists_has_no_barriers(person: People) -> None:
    lawyer = person("fazhi")
    lawyer.open("/office/lists/")
    edition = (
        lawyer.page.locator("tr", has_text="行政执法服务指南").get_by_role("link").last.get_attribute("href")
    )
    for path in (
        "/office/lists/",
        edition,
        f"{edition}rows/FW-03/",
        f"{edition}changes/",
        f"{edition}do/upload/",
        f"{edition}do/fill_column/",
    ):
        lawyer.open(str(path))
        found = Axe().run(lawyer.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]})
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
