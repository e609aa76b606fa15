"""The forms folder itself, and what the catalogue refuses."""

from pathlib import Path

import pytest
import yaml
from django.conf import settings

from sanzhi.documents.filling import fact
from sanzhi.documents.form_catalogue import FormError, load_forms, load_vocabulary, read_form
from sanzhi.documents.testing import ASIDES, case_facts

ROOT = Path(settings.SANZHI_FORMS_DIR)
WORDS = load_vocabulary(ROOT)
OTHERS = {20, *range(52, 64), *range(74, 87)}  # of coercion, licences and inspections
WANTED = [f"D{number:02}" for number in [*range(1, 87), 89] if number not in OTHERS]
BASE: dict[str, object] = {
    "code": "D99",
    "name": "试表",
    "stage": "lead",
    "nature": "internal",
    "use": ["authority"],
    "fields": [],
}
ROW = {"name": "note", "label": "备注", "type": "text"}


def test_every_form_that_a_penalty_needs_is_there() -> None:
    assert set(WANTED) <= set(load_forms(ROOT))


@pytest.mark.parametrize("code", WANTED)
def test_a_form_names_its_law_and_its_signers(code: str) -> None:
    form = load_forms(ROOT)[code]
    assert form.citations and form.signers
    assert all("第" in citation and "条" in citation for citation in form.citations)
    assert (form.word == "") or form.mark == "建议"  # 文种代字 are suggestions (F10-23)


def test_only_facts_that_a_case_builds_are_named() -> None:
    facts = case_facts()
    optional = {
        "case",
        "party",
        "documents",
        "service",
        "hearing",
        *ASIDES,
        "evidence",
        "officers",
        "authority",
        "remedy",
        "today",
        "overturn",
        "slip",
        "seizure",
        "levy",
        "requisition",
        "execution",
        "clearing",
        "demand",
        "agreement",
        *["application", "examination", "licence", "licence_hearing", "licence_time", "licensing", "ending"],
    }
    strays = [
        (form.code, path)
        for form in load_forms(ROOT).values()
        for field in form.fields
        for path in field.sources
        if path.split(".")[0] not in optional or (path.startswith("authority.") and fact(facts, path) is None)
    ]
    assert strays == []


def test_two_officers_are_demanded_wherever_officers_meet_the_party() -> None:
    # 行政处罚法 §42
    forms = load_forms(ROOT)
    for code in ("D03", "D08", "D09", "D10", "D12", "D25", "D31", "D43", "D46"):
        rules = [
            rule for rule in forms[code].rules if rule.kind == "at_least" and rule.fields == ("officers",)
        ]
        assert [rule.limit for rule in rules] == ["2"], code


def test_an_edition_changes_with_any_of_its_files(tmp_path: Path) -> None:
    file = _write(tmp_path, BASE)
    first = read_form(file, groups={"authority": []}, words=WORDS, shared=b"style")
    second = read_form(file, groups={"authority": []}, words=WORDS, shared=b"other style")
    (file.parent / "layout.typ").write_text("other", encoding="utf-8")
    third = read_form(file, groups={"authority": []}, words=WORDS, shared=b"style")
    assert len({first.edition, second.edition, third.edition}) == 3


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"stage": "lunch"}, "stage 不能是“lunch”"),
        ({"purpose": "lunch"}, "purpose 不能是“lunch”"),
        ({"nature": "secret"}, "nature 不能是“secret”"),
        ({"colour": "red"}, "不认识的项 colour"),
        ({"code": "D199"}, "与目录名一致"),
        ({"seal": "yes"}, "seal 应为 true 或 false"),
        ({"use": ["nobody"]}, "字段组“nobody”不存在"),
        ({"fields": [{**ROW, "type": "colour"}]}, "字段 note：type 不能是“colour”"),
        ({"fields": [{**ROW, "type": "choice"}]}, "字段 note：choices"),
        ({"fields": [{**ROW, "choices": ["甲"]}]}, "字段 note：choices"),
        ({"fields": [{**ROW, "type": "table"}]}, "字段 note：columns"),
        ({"fields": [{**ROW, "from": "case number"}]}, "字段 note：from"),
        ({"fields": [ROW, ROW]}, "字段 note 出现两次"),
        ({"fields": [{**ROW, "required_when": {"kind": ["甲"]}}]}, "引用了不存在的字段 kind"),
        ({"public_fields": ["name"]}, "引用了不存在的字段 name"),
        ({"rules": [{"kind": "eval", "fields": ["note"]}]}, "kind 不能是“eval”"),
        ({"signers": [{"role": "king", "caption": "王"}]}, "role 不能是“king”"),
    ],
)
def test_a_wrong_form_is_refused_with_file_and_place(
    tmp_path: Path, change: dict[str, object], expected: str
) -> None:
    file = _write(tmp_path, BASE)
    read_form(file, groups={"authority": []}, words=WORDS, shared=b"")
    file.write_text(yaml.safe_dump(BASE | change, allow_unicode=True), encoding="utf-8")
    with pytest.raises(FormError) as refusal:
        read_form(file, groups={"authority": []}, words=WORDS, shared=b"")
    assert expected in str(refusal.value) and "D99-sample/form.yaml" in str(refusal.value)


def _write(folder: Path, content: dict[str, object]) -> Path:
    place = folder / "lead" / "D99-sample"
    place.mkdir(parents=True)
    (place / "layout.typ").write_text("", encoding="utf-8")
    file = place / "form.yaml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return file
