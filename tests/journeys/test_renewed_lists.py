"""A powers list from the regulations alone: drafted, completed, returned on two rows, mended, in force, public, executed.

It replaces the powers list, so it runs after the stories that use the old one. Where the real regulations are at hand they are used; otherwise an invented one of as many clauses is imported.
"""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sanzhi.law.chinese_numbers import numeral_of
from tests.journeys.person import Person

pytestmark = pytest.mark.journey
People = Callable[[str], Person]
ROOT = Path(__file__).resolve().parents[2]
LAWS = Path(os.environ.get("SANZHI_LAWS_DIR") or ROOT.parent / "shared" / "laws")
INVENTED = "某市公共秩序条例"
OURS = re.compile(f"^平顶山市|^{INVENTED}")
CHANGED = "四十六"  # the article whose fine changes
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
    title, text = given_regulations(lawyer, person("fazhi2"))
    edition = when_the_powers_are_read(lawyer)
    first, second, count = when_every_row_is_checked_and_completed(lawyer, edition)
    when_it_is_submitted(lawyer, edition)
    when_justice_returns_it_on_two_rows(justice, edition, (first, second))
    when_both_rows_are_mended(lawyer, edition, (first, second))
    when_justice_approves(justice, edition)
    when_it_comes_into_force(lawyer, edition)
    then_the_public_sees_it(person(""), first, count)
    touched = citing(lawyer, title)
    then_a_new_case_runs_on_it(person("zhifa1"), touched[0])
    when_an_article_of_the_regulation_changes(lawyer, person("fazhi2"), title=title, text=text)
    then_exactly_the_touched_rows_light_up(lawyer, person(""), title, touched)


def given_regulations(lawyer: Person, other: Person) -> tuple[str, str]:
    """(title, text) of the regulation that will change. The real ones came in with the demonstration."""
    found = sorted(LAWS.glob("平顶山市城市市容*.md"))
    if found:
        return found[0].name.partition("(")[0], found[0].read_text(encoding="utf-8-sig")
    text = invented()
    bring_in(lawyer, other, text=text, name=f"{INVENTED}(2019-11-14).md")
    return INVENTED, text


def invented() -> str:
    """A regulation of our own with as many penalty clauses as a list of thirty rows wants."""
    duties = [f"第{numeral_of(n)}条 不得在公共场所从事第{n}类扰乱秩序的活动。" for n in range(2, 42)]
    fine = "违反第{}条规定的，责令限期改正；逾期不改正的，处以{}元以上五千元以下罚款。"
    penalties = [
        f"第{numeral_of(n + 40)}条 " + fine.format(numeral_of(n), numeral_of(n * 10)) for n in range(2, 42)
    ]
    last = "第八十二条 本条例自2020年1月1日起施行。"
    head = [f"# {INVENTED}", "第一条 为了维护公共秩序，制定本条例。", *duties]
    return "\n\n".join([*head, "## 第二章 法律责任", *penalties, "## 第三章 附则", last, ""])


def bring_in(lawyer: Person, other: Person, *, text: str, name: str) -> None:
    """One brings it, another reads and confirms it."""
    lawyer.open("/office/laws/")
    lawyer.page.set_input_files("input[type=file]", {"name": name, "mimeType": "", "buffer": text.encode()})
    lawyer.press("上传并预览")
    lawyer.sees("还没有写入任何内容")
    lawyer.picture("laws-import")
    lawyer.press("确认导入")
    lawyer.page.wait_for_url("**/office/laws/")
    other.open("/office/matters/")
    other.follow("看内容")
    other.sees("请另一人看过全文")
    other.open("/office/matters/")
    other.press("确认")
    other.sees("已确认，已经办理")


def when_the_powers_are_read(lawyer: Person) -> str:
    lawyer.open("/office/lists/")
    lawyer.page.locator("tr", has_text="行政执法权责清单").get_by_role("button", name="从空白编制").click()
    lawyer.follow("从法律法规读出")
    address = "/" + lawyer.page.url.split("/", 3)[3].removesuffix("do/draft_powers/")
    for label in lawyer.page.locator(".choices label").filter(has_text=OURS).all():
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
        lawyer.open(f"{edition}do/fill_column/")
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
    """The case page's step bar is the usual way through the public chart, the case keeps the new edition."""
    officer.open("/procedures/penalty/ordinary/")
    chart = officer.page.locator("svg g > title").all_inner_texts()
    titles = [
        text.partition("：")[0] for text in officer.page.locator("svg g > title").all_text_contents()
    ] or chart
    officer.open("/office/cases/do/register_lead/")
    officer.fill(
        cause_code=(code,), source=("patrol",), place="舞钢市演示路6号", summary="巡查发现门前违法行为一处。"
    )
    officer.press("登记")
    officer.sees("已登记线索")
    case = "/" + officer.page.url.split("/", 3)[3]
    bar = officer.page.locator("ol.steps li").all_text_contents()
    ahead = [text.split()[0] for text in bar]
    assert ahead == [title for title in titles if title in ahead] and "决定" in ahead
    officer.open(f"{case}editions/")
    officer.sees("第2版")


def citing(lawyer: Person, title: str) -> list[str]:
    """The codes of the rows that cite the article."""
    cited = f"《{title}》第{CHANGED}条"
    lawyer.open(f"/powers/?q={cited}")
    rows = lawyer.page.locator("main tbody tr").filter(has=lawyer.page.get_by_text(cited, exact=True))
    found = [row.locator("td").first.inner_text() for row in rows.all()]
    assert found, f"no row cites {cited}"
    return found


def when_an_article_of_the_regulation_changes(
    lawyer: Person, other: Person, *, title: str, text: str
) -> None:
    """Import a version in which the article fines more."""
    changed = re.sub(rf"(第{CHANGED}条.*?)五千元", r"\1六千元", text, count=1, flags=re.S)
    assert changed != text
    bring_in(lawyer, other, text=changed, name=f"{title}({date.today()}).md")


def then_exactly_the_touched_rows_light_up(
    lawyer: Person, citizen: Person, title: str, touched: list[str]
) -> None:
    heading = re.compile(f"{title}：.*版本施行")
    for _ in range(20):  # the worker opens the items a moment after the import
        lawyer.open("/office/adjustments/")
        if lawyer.page.get_by_role("heading", name=heading).count():
            break
        lawyer.page.wait_for_timeout(1000)
    lawyer.picture("adjustments")
    items = lawyer.page.locator("table").last.locator("tbody tr")
    assert items.count() == len(touched)
    marked = []
    for page in range(1, 5):
        citizen.open(f"/powers/?page={page}")
        rows = citizen.page.locator("main tbody tr").filter(has_text="依据调整中")
        marked += [row.locator("td").first.inner_text() for row in rows.all()]
    assert sorted(marked) == sorted(touched)
    items.first.get_by_role("link").click()
    lawyer.sees("六千元")
    lawyer.fill(outcome=("still_fits",), note="条文义务没有变化，幅度在下一版清单改写")
    lawyer.press("办结")
    lawyer.page.wait_for_url("**/office/adjustments/")
    citizen.open(f"/powers/{touched[0]}/")
    citizen.does_not_see("依据调整中")
