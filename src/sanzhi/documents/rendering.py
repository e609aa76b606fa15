"""Renders a form to PDF/A-3a + PDF/UA-1 with Typst, in process; same input, same bytes.

Data reaches the layout as JSON only, never as markup; the exact values ride along as an attached JSON file.
A character that no font has is printed as its code point and told in a warning: an official act is not
stopped by a rare name, and a name never silently becomes a box.
"""

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import segno
import typst
from django.conf import settings

from sanzhi.documents.display import code_point, mark_unprintable, shown_values, unprintable_in
from sanzhi.documents.filling import fixed_values
from sanzhi.documents.form_catalogue import load_forms
from sanzhi.documents.form_model import Field, Form
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.typesetting import MOST_TEXT, PRESSES, lacking_glyphs, length_of, site_fonts
from sanzhi.kernel.verdict import Reason

MOST_STRANGERS = 300
LINE = "＿＿＿＿"  # to fill in by pen: the layouts know it
UNDATED = date(2000, 1, 1)  # PDF/A wants a date; the same draft must give the same bytes
BEIJING = timezone(timedelta(hours=8))  # typst wants a fixed offset


@dataclass(frozen=True)
class SignatureLine:
    """A signature given in the system, as the paper shows it. `signed_on` is the day in Beijing."""

    role: str
    name: str
    certificate: str
    opinion: str
    signed_on: date


@dataclass(frozen=True)
class Rendered:
    """`warnings` are Chinese sentences about characters that had to be replaced."""

    pdf: bytes
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Press:
    """A forms folder and the fonts to print it with: the site's, which are read when something is printed."""

    root: Path
    fonts: typst.Fonts | None = None

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        return load_forms(self.root)

    def print(
        self, form: Form, sheet: Mapping[str, Any], *, attachment: bytes, timestamp: datetime
    ) -> Rendered:
        """Compile, replacing one unprintable text after the other until every glyph is there."""
        strangers = frozenset(unprintable_in(dict(sheet)))
        while True:
            inputs = {
                "document": json.dumps(mark_unprintable(dict(sheet), strangers), ensure_ascii=False),
                "attachment": attachment.decode(),
            }
            try:
                pdf = self._compile(form, inputs, timestamp=timestamp)
            except typst.TypstError as failure:
                lacking = lacking_glyphs(failure) - strangers
                if not lacking:
                    raise
                if len(strangers) > MOST_STRANGERS:
                    sentence = f"文书中有{MOST_STRANGERS}个以上的字符没有字体能印。"
                    raise Refused(
                        (Reason(sentence, remedy="请检查内容是否乱码，或者安装含这些字的字体。"),)
                    ) from failure
                strangers |= lacking
            else:
                return Rendered(pdf, tuple(_warning(char) for char in sorted(strangers)))

    def _compile(self, form: Form, inputs: dict[str, str], *, timestamp: datetime) -> bytes:
        with PRESSES:
            made = typst.compile(
                form.folder / "layout.typ",
                root=self.root,
                font_paths=site_fonts() if self.fonts is None else self.fonts,
                sys_inputs=inputs,
                format="pdf",
                pdf_standards=["a-3a", "ua-1"],
                timestamp=timestamp,
            )
        return bytes(made)


def _warning(char: str) -> str:
    return f"现有字体没有字符“{char if char.isprintable() else ' '}”，文书中以{code_point(char)}代替，请安装含该字的字体后重新生成。"


@lru_cache(maxsize=1)
def site_press() -> Press:
    """The press of this installation (SANZHI_FORMS_DIR, SANZHI_FONT_DIRS)."""
    return Press(Path(settings.SANZHI_FORMS_DIR))


def render(
    form: Form,
    values: Mapping[str, Any],
    *,
    number: str,
    issued_on: date | None,
    qr_url: str,
    draft: bool,
    signatures: Sequence[SignatureLine] = (),
    press: Press | None = None,
) -> Rendered:
    """The document on paper. `draft` puts 草稿 across every page; a draft has neither number nor QR code."""
    if (length := length_of(dict(values))) > MOST_TEXT:
        sentence = f"文书内容共{length}字，超过{MOST_TEXT}字，没有排版。"
        raise Refused((Reason(sentence, remedy="请把长的内容另作附件，文书中写明附件名称。"),))
    attachment = attached_json(form, values, number=number, issued_on=issued_on)
    sheet = _sheet(
        form, values, number=number, issued_on=issued_on, qr_url=qr_url, draft=draft, signatures=signatures
    )
    day = issued_on or UNDATED
    stamp = datetime(day.year, day.month, day.day, tzinfo=BEIJING)
    return (press or site_press()).print(form, sheet, attachment=attachment, timestamp=stamp)


def render_pdf(
    form: Form,
    values: Mapping[str, Any],
    *,
    number: str,
    issued_on: date | None,
    qr_url: str,
    draft: bool,
) -> bytes:
    """The bytes alone, printed with the installation's fonts."""
    return render(form, values, number=number, issued_on=issued_on, qr_url=qr_url, draft=draft).pdf


def _sheet(
    form: Form,
    values: Mapping[str, Any],
    *,
    number: str,
    issued_on: date | None,
    qr_url: str,
    draft: bool,
    signatures: Sequence[SignatureLine],
) -> dict[str, Any]:
    """What the layout reads."""
    day = issued_on or UNDATED
    return {
        "form": {
            "code": form.code,
            "name": form.title(values),
            "word": form.word,
            "seal": form.seal,
            "nature": form.nature,
            "is_of_party": form.is_of_party,
        },
        "signers": [asdict(signer) for signer in form.signers],
        "number": number,
        "issued_on": [day.year, day.month, day.day] if issued_on else None,
        "dated": [day.year, day.month, day.day],
        "draft": draft,
        "qr": "" if draft or not qr_url else _qr_svg(qr_url),
        "qr_text": "" if draft else qr_url.removeprefix("https://").removeprefix("http://"),
        "signatures": [_shown_signature(line) for line in signatures],
        "raw": {field.name: _raw(values.get(field.name)) for field in form.fields if not field.is_list},
        "values": shown_values(form, values),
    }


@lru_cache(maxsize=64)
def specimen_pdf(code: str) -> bytes:
    """The form with its fixed sentences alone and 样本 across it, for the public (实施方案二(一)3(1)). Raises KeyError."""
    form = site_press().forms[code]
    sourceless = {field.name for field in form.fixed_fields if not field.sources}
    values = {name: value for name, value in fixed_values(form, {}).items() if name in sourceless}
    sheet = _sheet(form, values, number="", issued_on=None, qr_url="", draft=True, signatures=())
    sheet["values"] = {field.name: _to_fill_in(field, sheet["values"][field.name]) for field in form.fields}
    attachment = attached_json(form, values, number="", issued_on=None)
    stamp = datetime(UNDATED.year, UNDATED.month, UNDATED.day, tzinfo=BEIJING)
    return site_press().print(form, {**sheet, "specimen": True}, attachment=attachment, timestamp=stamp).pdf


def _to_fill_in(field: Field, shown: Any) -> Any:
    """A line where a specimen has nothing, in each column of a list."""
    if field.is_list:
        row = {column.name: LINE for column in field.columns}
        return shown or [row] * (2 if field.type == "people" else 1)
    return shown or LINE


def attached_json(form: Form, values: Mapping[str, Any], *, number: str, issued_on: date | None) -> bytes:
    """The document as data: sorted keys, UTF-8, the values exactly as they were filled in."""
    content = {
        "form": form.code,
        "name": form.title(values),
        "edition": form.edition,
        "number": number,
        "issued_on": issued_on.isoformat() if issued_on else None,
        "values": dict(values),
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", errors="backslashreplace")


def _raw(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)


def _shown_signature(line: SignatureLine) -> dict[str, str]:
    day = line.signed_on
    return {**asdict(line), "signed_on": f"{day.year}年{day.month}月{day.day}日"}


def _qr_svg(url: str) -> str:
    picture = io.BytesIO()
    segno.make(url, error="m").save(picture, kind="svg", border=0, xmldecl=False)
    return picture.getvalue().decode()
