"""A powers list from the regulations alone: drafted, completed, returned on two rows, mended, in force, public, executed.

Where the real regulations are at hand they are used; otherwise an invented one of as many clauses is imported.
"""

import re
from collections.abc import Callable

import pytest

from tests.journeys.person import Person

pytestmark = pytest.mark.journey
People = Callable[[str], Person]
REAL = re.compile("^平顶山市")
SHARED = {
    "procedure_steps": "线索核查、立案、调查取证、告知、法制审核、决定、送达、执行、结案",
    "responsibilities": "依法立案、两人以上调查、告知权利、按期决定、依法公示",
    "responsible_unit": "承办中队",
    "promised_limit": "60日内",
    "statutory_limit": "90日内",
    "fees": "不收费",
    "accountability": "违反法定程序的依法追究责任",
    "remedies": "行政复议、行政诉讼",
    "supervision": "舞钢市司法局",
}
LEAST = 30


def test_a_list_from_the_statute_to_a_case(person: People) -> None:
    lawyer, justice = person("fazhi"), person("jiandu")
    given_regulations(lawyer)
    edition = when_the_powers_are_read(lawyer)
    first, second, count = when_every_row_is_checked_and_completed(lawyer, edition)
    when_it_is_submitted(lawyer, edition)
    when_justice_returns_it_on_two_rows(justice, edition, (first, second))
    when_both_rows_are_mended(lawyer, edition, (first, second))
    when_justice_approves(justice, edition)
    when_it_comes_into_force(lawyer, edition)
    then_the_public_sees_it(person(""), first, count)
    then_a_new_case_runs_on_it(person("zhifa1"), first)


def given_regulations(lawyer: Person) -> None:
    """The real ones were imported with the demonstration; else one of our own comes in by the page."""
    lawyer.open("/office/laws/")
    if lawyer.page.get_by_role("link", name=REAL).count():
        return
    raise NotImplementedError


def when_the_powers_are_read(lawyer: Person) -> str:
    lawyer.open("/office/lists/")
    lawyer.page.locator("tr", has_text="行政执法权责清单").get_by_role("button", name="从空白编制").click()
    lawyer.follow("从法律法规读出")
    address = "/" + lawyer.page.url.split("/", 3)[3].removesuffix("statutes/")
    for label in lawyer.page.locator(".choices label").filter(has_text=REAL).all():
        label.locator("input").check()
    lawyer.press("读出职权")
    lawyer.sees("列为待核对")
    lawyer.picture("lists-read", width=1440)
    return address


def when_every_row_is_checked_and_completed(lawyer: Person, edition: str) -> tuple[str, str, int]:
    """Each row is looked at beside its article; what repeats is filled once for all."""
    lawyer.follow("从第一行开始核对")
    lawyer.picture("lists-row")
    codes = []
    while lawyer.page.get_by_role("button", name="核对无误，看下一行").count():
        codes.append(lawyer.page.locator("[name='code']").input_value())
        if not lawyer.page.locator("[name='prohibition']").input_value():
            lawyer.fill(prohibition=lawyer.page.locator("[name='penalty_basis']").input_value())
        lawyer.press("核对无误，看下一行")
        lawyer.sees("已保存")
    assert len(codes) >= LEAST, f"only {len(codes)} rows were read"
    for column, text in SHARED.items():
        lawyer.open(f"{edition}fill/")
        form = lawyer.page.locator(f"details:has(input[value='{column}'])")
        form.locator("summary").click()
        form.locator("textarea").fill(text)
        form.get_by_role("button", name="填写").click()
        lawyer.sees("已填写")
    return codes[0], codes[1], len(codes)


def when_it_is_submitted(lawyer: Person, edition: str) -> None:
    lawyer.open(edition)
    lawyer.press("报送审核")
    lawyer.sees("已报送司法行政部门审核")


def when_justice_returns_it_on_two_rows(justice: Person, edition: str, codes: tuple[str, str]) -> None:
    justice.open("/office/lists/")
    justice.sees("等待您审核")
    for code in codes:
        justice.open(f"{edition}rows/{code}/")
        justice.fill(text="项目名称过长，请概括。")
        justice.press("记下意见")
        justice.sees("意见已经记下")
    justice.picture("lists-review")
    justice.open(edition)
    justice.sees("您对2行提出了意见")
    justice.press("退回修改")
    justice.sees("已退回修改")


def when_both_rows_are_mended(lawyer: Person, edition: str, codes: tuple[str, str]) -> None:
    lawyer.open(edition)
    lawyer.sees("的审核意见还没有修改或者答复")
    for code in codes:
        lawyer.open(f"{edition}rows/{code}/")
        lawyer.sees("项目名称过长")
        lawyer.fill(title=f"概括后的事项{code}")
        lawyer.press("保存")
        lawyer.sees("已保存")
    when_it_is_submitted(lawyer, edition)


def when_justice_approves(justice: Person, edition: str) -> None:
    justice.open(edition)
    justice.press("审核通过")
    justice.sees("已审核通过")


def when_it_comes_into_force(lawyer: Person, edition: str) -> None:
    lawyer.open(edition)
    lawyer.press("确定施行日")
    lawyer.sees("施行日已经确定")


def then_the_public_sees_it(citizen: Person, code: str, count: int) -> None:
    citizen.open("/powers/")
    citizen.sees("第2版")
    citizen.sees(f"概括后的事项{code}")
    citizen.picture("lists-public")
    citizen.open(f"/powers/{code}/")
    citizen.follow("普通程序流程图")
    citizen.page.locator("svg[role=img]").wait_for()
    citizen.open("/lists/powers/changes/")
    citizen.sees(f"新增{count}项")


def then_a_new_case_runs_on_it(officer: Person, code: str) -> None:
    """The case page's step bar is the very procedure of the public chart, the case keeps the new edition."""
    officer.open("/procedures/penalty/ordinary/")
    chart = officer.page.locator("svg g > title").all_inner_texts()
    titles = [text.partition("：")[0] for text in officer.page.locator("svg g > title").all_text_contents()] or chart
    officer.open("/office/cases/new/")
    officer.fill(cause_code=(code,), source=("patrol",), place="舞钢市演示路6号", summary="巡查发现门前违法行为一处。")
    officer.press("登记")
    officer.sees("已登记线索")
    case = "/" + officer.page.url.split("/", 3)[3]
    bar = [text.strip() for text in officer.page.locator("ol.steps li").all_text_contents()]
    assert [text.rstrip("0123456789月日") for text in bar] == titles
    officer.open(f"{case}editions/")
    officer.sees("第2版")
