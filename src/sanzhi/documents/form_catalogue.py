"""Reads `forms/` into Form values and refuses, in Chinese and naming file and field, what it cannot trust."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sanzhi.documents.form_model import (
    FIELD_TYPES,
    LISTS,
    NATURES,
    PAPER_ROLES,
    RULE_KINDS,
    SYSTEM_ROLES,
    Column,
    Condition,
    Field,
    Form,
    Rule,
    Signer,
    Vocabulary,
)
from sanzhi.documents.shapes import SHAPES
from sanzhi.kernel.yaml_files import read_yaml

GROUPS, WORDS = "_groups.yaml", "_vocabulary.yaml"
FORM_KEYS = frozenset(
    [
        "code",
        "name",
        "titles",
        "stage",
        "nature",
        "purpose",
        "moment",
        "proof",
        "proves",
        "word",
        "numbered_by",
        "checked",
        "lasts",
        "citations",
        "signers",
        "seal",
        "attachments",
        "use",
        "fields",
        "rules",
        "public_fields",
        "mark",
    ]
)
FIELD_KEYS = frozenset(
    [
        "name",
        "label",
        "type",
        "from",
        "default",
        "required",
        "required_when",
        "only_when",
        "choices",
        "columns",
        "help",
        "article",
        "max_length",
        "group",
        "fixed",
        "free",
        "shape",
    ]
)
MAX_LENGTH = {"text": 300, "long_text": 20000}


class FormError(ValueError):
    """A form that cannot be used; says file, place and what to mend."""

    def __init__(self, file: Path, place: str, *, sentence: str) -> None:
        super().__init__(f"文书式样 {file.parent.name}/{file.name}，{place}：{sentence}")


class _Reader:
    """Takes values out of one mapping and complains with its place."""

    def __init__(self, file: Path, place: str, *, raw: object, known: frozenset[str]) -> None:
        self.file, self.place = file, place
        if not isinstance(raw, Mapping):
            raise FormError(file, place, sentence="应为“键: 值”的形式。")
        self.raw: Mapping[str, Any] = raw
        if strange := sorted(set(raw) - known):
            raise FormError(file, place, sentence=f"不认识的项 {'、'.join(map(str, strange))}。")

    def fail(self, sentence: str) -> FormError:
        return FormError(self.file, self.place, sentence=sentence)

    def text(self, key: str, default: str | None = None) -> str:
        value = self.raw.get(key, default)
        if value is None and default is None:
            raise self.fail(f"缺少 {key}。")
        if not isinstance(value, str | int | float):
            raise self.fail(f"{key} 应为文字。")
        return str(value)

    def one_of(self, key: str, allowed: Iterable[str], *, default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in set(allowed):
            raise self.fail(f"{key} 不能是“{value}”，可用：{'、'.join(sorted(allowed))}。")
        return value

    def truth(self, key: str) -> bool:
        value = self.raw.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"{key} 应为 true 或 false。")
        return value

    def items(self, key: str) -> list[Any]:
        value = self.raw.get(key) or []
        if not isinstance(value, list):
            raise self.fail(f"{key} 应为列表。")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(str(item) for item in self.items(key))

    def condition(self, key: str) -> Condition | None:
        raw = self.raw.get(key)
        if raw is None:
            return None
        if not isinstance(raw, Mapping) or len(raw) != 1:
            raise self.fail(f"{key} 应写作 {{字段: [值]}}，只含一个字段。")
        ((name, values),) = raw.items()
        return Condition(
            str(name), tuple(_plain(value) for value in (values if isinstance(values, list) else [values]))
        )


def _plain(value: object) -> str:
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)


@lru_cache(maxsize=4)
def load_forms(root: Path) -> Mapping[str, Form]:
    """All forms below `root`, by code. Raises FormError."""
    shared = _shared_bytes(root)
    groups, words = read_yaml(root / GROUPS), load_vocabulary(root)
    forms: dict[str, Form] = {}
    for file in sorted(root.glob("*/*/form.yaml")):
        form = read_form(file, groups=groups, words=words, shared=shared)
        if form.code in forms:
            raise FormError(file, "code", sentence=f"{form.code} 已由 {forms[form.code].folder.name} 使用。")
        forms[form.code] = form
    return forms


@lru_cache(maxsize=4)
def load_vocabulary(root: Path) -> Vocabulary:
    """The stages and purposes that a form below `root` may name. Raises FormError."""
    file = root / WORDS
    reader = _Reader(file, "全文", raw=read_yaml(file), known=frozenset({"stages", "purposes"}))
    stages = reader.raw.get("stages")
    if not isinstance(stages, Mapping):
        raise reader.fail("stages 应写作“词: 名称”。")
    named = {str(word): str(caption) for word, caption in stages.items()}
    return Vocabulary(named, frozenset({"", *reader.texts("purposes")}))


def _shared_bytes(root: Path) -> bytes:
    files = [*sorted((root / "_style").glob("*.typ")), root / GROUPS]
    return b"\0".join(file.read_bytes() for file in files)


def read_form(file: Path, *, groups: Mapping[str, Any], words: Vocabulary, shared: bytes) -> Form:
    """One form. `groups` are the general field groups that `use:` may name, `words` the stages and purposes. Raises FormError."""
    try:
        raw = read_yaml(file)
    except yaml.YAMLError as wrong:
        raise FormError(file, "全文", sentence=f"不是合法的 YAML：{wrong}") from wrong
    reader = _Reader(file, "开头", raw=raw, known=FORM_KEYS)
    layout = file.parent / "layout.typ"
    if not layout.exists():
        raise reader.fail("同一目录缺少 layout.typ。")
    titled_by, titles = _titles(reader)
    form = Form(
        code=_code(reader),
        name=reader.text("name"),
        stage=reader.one_of("stage", words.stages),
        nature=reader.one_of("nature", NATURES),
        purpose=reader.one_of("purpose", words.purposes, default=""),
        moment=reader.text("moment", ""),
        proof=reader.text("proof", ""),
        proves=reader.text("proves", ""),
        word=reader.text("word", ""),
        numbered_by=reader.text("numbered_by", ""),
        checked=reader.texts("checked"),
        lasts=reader.texts("lasts"),
        citations=reader.texts("citations"),
        signers=tuple(_signer(file, row) for row in reader.items("signers")),
        seal=reader.truth("seal"),
        attachments=reader.texts("attachments"),
        fields=_fields(reader, groups),
        rules=tuple(_rule(file, row) for row in reader.items("rules")),
        public_fields=reader.texts("public_fields"),
        mark=reader.text("mark", ""),
        folder=file.parent,
        edition=hashlib.sha256(file.read_bytes() + b"\0" + layout.read_bytes() + b"\0" + shared).hexdigest(),
        titled_by=titled_by,
        titles=titles,
    )
    _check_names(file, form)
    return form


def _titles(reader: _Reader) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The field by which the paper has another name, and the names by its values."""
    raw = reader.raw.get("titles") or {}
    if not raw:
        return "", ()
    if (
        not isinstance(raw, Mapping)
        or len(raw) != 1
        or not isinstance(names := next(iter(raw.values())), Mapping)
    ):
        raise reader.fail("titles 应写作 {字段: {值: 名称}}，只含一个字段。")
    return str(next(iter(raw))), tuple((str(value), str(name)) for value, name in names.items())


def _code(reader: _Reader) -> str:
    code = reader.text("code")
    if not re.fullmatch(r"D\d{2,3}", code) or not reader.file.parent.name.startswith(f"{code}-"):
        raise reader.fail(f"code“{code}”应为 D 加两位或者三位数字，且与目录名一致。")
    return code


def _fields(reader: _Reader, groups: Mapping[str, Any]) -> tuple[Field, ...]:
    rows: list[tuple[str, Any]] = []
    for name in reader.texts("use"):
        if name not in groups:
            raise reader.fail(f"use 引用的字段组“{name}”不存在。")
        rows += [(name, row) for row in groups[name]]
    rows += [("", row) for row in reader.items("fields")]
    by_name: dict[str, Field] = {}
    for group, row in rows:
        field = _field(reader.file, row, group=group)
        if field.name in by_name and not by_name[field.name].group:
            raise reader.fail(f"字段 {field.name} 出现两次。")
        by_name[field.name] = field  # a form's own row replaces the general group's
    return tuple(by_name.values())


def _field(file: Path, raw: object, *, group: str) -> Field:
    name = raw.get("name", "?") if isinstance(raw, Mapping) else "?"
    reader = _Reader(file, f"字段 {name}", raw=raw, known=FIELD_KEYS)
    kind = reader.one_of("type", FIELD_TYPES)
    if not re.fullmatch(r"[a-z][a-z0-9_]*", reader.text("name")):
        raise reader.fail("name 只能用小写字母、数字和下划线。")
    choices = _choices(reader)
    if (kind == "choice") != bool(choices):
        raise reader.fail("choices 用于且必须用于 choice 类型。")
    sources = _sources(reader)
    columns = tuple(Column(str(key), str(label)) for key, label in (reader.raw.get("columns") or {}).items())
    if (kind == "table") != bool(columns):
        raise reader.fail("columns 用于且必须用于 table 类型。")
    return Field(
        name=reader.text("name"),
        label=reader.text("label"),
        type=kind,
        sources=sources,
        default=reader.text("default", ""),
        required=reader.truth("required"),
        required_when=reader.condition("required_when"),
        only_when=reader.condition("only_when"),
        choices=choices,
        columns=columns or tuple(Column(key, label) for key, label in LISTS.get(kind, {}).items()),
        help=reader.text("help", ""),
        article=reader.text("article", ""),
        max_length=int(reader.text("max_length", str(MAX_LENGTH.get(kind, 0)))),
        group=reader.text("group", group),
        fixed=reader.truth("fixed") or bool(sources and not reader.truth("free")),
        shape=reader.one_of("shape", {"", *SHAPES}, default=""),
    )


def _sources(reader: _Reader) -> tuple[str, ...]:
    raw = reader.raw.get("from")
    paths = tuple(str(path) for path in raw) if isinstance(raw, list) else (str(raw),) if raw else ()
    for path in paths:
        if not re.fullmatch(r"[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*", path):
            raise reader.fail(f"from“{path}”不是以点分隔的路径。")
    return paths


def _choices(reader: _Reader) -> tuple[tuple[str, str], ...]:
    raw = reader.raw.get("choices") or ()
    if isinstance(raw, Mapping):
        return tuple((str(key), str(label)) for key, label in raw.items())
    return tuple((str(item), str(item)) for item in raw)


def _signer(file: Path, raw: object) -> Signer:
    reader = _Reader(
        file, "signers", raw=raw, known=frozenset({"role", "caption", "count", "opinion", "by_hand"})
    )
    role = reader.one_of("role", SYSTEM_ROLES | PAPER_ROLES)
    return Signer(
        role,
        reader.text("caption"),
        int(reader.text("count", "1")),
        reader.truth("opinion"),
        reader.truth("by_hand"),
    )


def _rule(file: Path, raw: object) -> Rule:
    reader = _Reader(file, "rules", raw=raw, known=frozenset({"kind", "fields", "limit", "when", "article"}))
    kind = reader.one_of("kind", RULE_KINDS)
    return Rule(
        kind,
        reader.texts("fields"),
        reader.text("limit", ""),
        reader.condition("when"),
        reader.text("article", ""),
    )


def _check_names(file: Path, form: Form) -> None:
    names = {field.name for field in form.fields}
    for place, used in _used_names(form):
        if used not in names:
            raise FormError(file, place, sentence=f"引用了不存在的字段 {used}。")


def _used_names(form: Form) -> Iterable[tuple[str, str]]:
    if form.titled_by:
        yield "titles", form.titled_by
    if form.numbered_by:
        yield "numbered_by", form.numbered_by
    yield from (("checked", name) for name in form.checked)
    yield from (("lasts", name) for name in form.lasts)
    yield from (("public_fields", name) for name in form.public_fields)
    for rule in form.rules:
        yield from (("rules", name) for name in rule.fields)
        if rule.when:
            yield "rules", rule.when.field
    for field in form.fields:
        for condition in (field.required_when, field.only_when):
            if condition:
                yield f"字段 {field.name}", condition.field
