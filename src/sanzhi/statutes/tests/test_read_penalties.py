"""`manage.py read_penalties`: the JSON and the table say the same; a file that is no statute is refused."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

TEXT = """# 某市落叶条例

第一条 不得焚烧落叶。

## 法律责任

第二条 违反第一条规定的，责令改正；拒不改正的，对单位处以一千元罚款，对个人处以五十元以上二百元以下罚款。

第三条 堆放落叶的，由河道主管部门给予警告，可以并处罚款；造成损失的，照价赔偿。

第四条 违反本条例规定，构成犯罪的，依法追究刑事责任。
"""


def run(file: Path, *options: str) -> str:
    out = StringIO()
    call_command("read_penalties", str(file), *options, stdout=out)
    return out.getvalue()


def test_json_and_table(tmp_path: Path) -> None:
    file = tmp_path / "某市落叶条例.md"
    file.write_text(TEXT, encoding="utf-8-sig")
    written = json.loads(run(file, "--json"))
    first, second = written["drafts"]
    assert (written["title"], len(written["passed_over"])) == ("某市落叶条例", 1)
    assert first["formulas"] == {
        "organisation": {"kind": "fixed", "amount": 1000},
        "person": {"kind": "range", "minimum": 50, "maximum": 200},
    }
    assert second["unread"] == ["可以并处罚款"]
    table = run(file)
    for words in (
        "第二条　不得焚烧落叶",
        "违反：第一条",
        "先责令改正：先责令改正，拒不改正的才可以罚款",
        "罚款：单位罚款1000元；个人罚款50元至200元",
        "实施机关：河道主管部门",
        "没有读懂：可以并处罚款",
        "第四条　刑事责任由司法机关追究",
        "读出 2 条，其中 1 条有没读懂的字句",
    ):
        assert words in table


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("没有.md", None, "打不开"),
        ("条例.pdf", b"%PDF", "只读 .md、.txt 和 .docx"),
        ("条例.docx", b"PK\x03\x04", "已经损坏"),
        ("乱码.md", "# 亂碼條例".encode("big5"), "编码无法识别"),
        ("空.txt", b"", "是空文件"),
        ("序.md", "# 某法\n\n只有序言".encode(), "没有读到任何条文"),
    ],
)
def test_a_file_that_is_no_statute_is_refused(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=words):
        run(file)


def test_a_truncated_statute_is_not_called_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "某市落叶条例.md"
    file.write_text(
        "# 某市落叶条例\n\n第一条 不得焚烧。\n\n第二条 焚烧的，处二百元罚款。\n\n第三条 堆放的，处五百元以上",
        encoding="utf-8",
    )
    said = run(file)
    assert "字句全部读懂" not in said and "文本不完整，读出的不是全部：最后一条第三条" in said
    assert json.loads(run(file, "--json"))["breaks"]


WHOLE = "# 某市落叶条例\n\n第一条 不得焚烧。\n\n第二章 法律责任\n\n第二条 焚烧的，处二百元罚款。\n\n第三章 附则\n\n"
END = "第三条 本条例自2020年1月1日起施行。\n"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (WHOLE + END, "读出 1 条，字句全部读懂。"),
        (WHOLE.replace("不得焚烧", "焚烧的，处五十元罚款") + END, "另有 1 处提到处罚、没有读成职权"),
        (WHOLE + END + "\n附件\n\n甲类罚款一万元\n", "另有 1 处提到处罚、没有读成职权"),
        (WHOLE, "没有找到规定施行日期的条文，第二条以后的文字可能缺失，请核对来源。"),
    ],
    ids=["whole", "first chapter", "annex", "cut"],
)
def test_read_whole_is_said_only_of_a_whole_text_that_was_read(tmp_path: Path, body: str, said: str) -> None:
    file = tmp_path / "某市落叶条例.md"
    file.write_text(body, encoding="utf-8")
    table = run(file)
    assert said in table and ("字句全部读懂" in table) is (body == WHOLE + END)


def test_what_was_not_read_is_printed_with_its_words(tmp_path: Path) -> None:
    file = tmp_path / "某市落叶条例.md"
    file.write_text(WHOLE + END + "\n附件\n\n甲类罚款一万元\n", encoding="utf-8")
    assert "附件　附件中提到处罚，没有读成职权，请对照附件核对：甲类罚款一万元" in run(file)
    written = json.loads(run(file, "--json"))
    assert [one["is_unread"] for one in written["passed_over"]] == [True] and written["missing_end"] == []
