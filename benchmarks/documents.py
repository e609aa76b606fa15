"""Penalty decisions (D41, two pages) per second: ours against WeasyPrint and against docxtpl with LibreOffice.

Ours is PDF/A-3a + PDF/UA-1 with the data attached, one document after the other, as decisions are issued. WeasyPrint prints
the same words plainly. LibreOffice is asked for PDF/A-3 and PDF/UA; it starts anew for each document, as such systems have it
do; what many documents in one start would give stands beside it without a target.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.measurement import Measurement, compared
from benchmarks.peers import peer_python

SOURCE = str(Path(__file__).resolve().parents[1] / "src")
COUNT = 60
PEER_COUNT = 15
FEW = 4
WARM_UP = 3

HTML = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>行政处罚决定书</title><style>
@page {{ size: A4; margin: 26mm 26mm 29mm 28mm; @bottom-center {{ content: "第" counter(page) "页 共" counter(pages) "页"; }} }}
body {{ font: 14pt/23pt FangSong, "Noto Serif CJK SC", serif; text-align: justify; }}
h1, h2 {{ text-align: center; font-weight: normal; }} p {{ text-indent: 2em; margin: 0; }}
.number, .close {{ text-align: right; text-indent: 0; }}</style>{body}</html>"""

WEASYPRINT = """
import sys, time, weasyprint
html = sys.stdin.read()
for _ in range({warm}): weasyprint.HTML(string=html).write_pdf()
start = time.perf_counter()
for _ in range({count}): weasyprint.HTML(string=html).write_pdf()
print({count} / (time.perf_counter() - start))
"""


# PDF/A-3 and PDF/UA, as ours
EXPORT = json.dumps(
    {
        "SelectPdfVersion": {"type": "long", "value": "3"},
        "PDFUACompliance": {"type": "boolean", "value": "true"},
    }
)
DOCXTPL = """
import json, subprocess, sys, time
from docx import Document
from docxtpl import DocxTemplate
paragraphs = json.load(sys.stdin)
template = Document()
template.add_heading("行政处罚决定书")
for number in range(len(paragraphs)): template.add_paragraph("{{{{ p%d }}}}" % number)
template.save("{folder}/template.docx")
def fill(name):
    filled = DocxTemplate("{folder}/template.docx")
    filled.render(dict(("p%d" % number, text) for number, text in enumerate(paragraphs)))
    filled.save("{folder}/%s.docx" % name)
    return "{folder}/%s.docx" % name
convert = ["{office}", "-env:UserInstallation=file://{folder}/profile", "--headless",
           "--convert-to", 'pdf:writer_pdf_Export:{export}', "--outdir", "{folder}"]
subprocess.run([*convert, fill("warm")], check=True, capture_output=True)
start = time.perf_counter()
for number in range({few}): subprocess.run([*convert, fill(number)], check=True, capture_output=True)
print({few} / (time.perf_counter() - start))
start = time.perf_counter()
subprocess.run([*convert, *map(fill, range({count}))], check=True, capture_output=True)
print({count} / (time.perf_counter() - start))
"""


def run() -> list[Measurement]:
    """Documents per second of each; LibreOffice only where it is installed."""
    paragraphs = _paragraphs()
    ours = _ours()
    rows = [
        compared(
            "行政处罚决定书",
            "份/秒",
            ours=ours,
            peer="WeasyPrint",
            peer_value=_weasyprint(paragraphs),
            target=5,
        )
    ]
    if office := shutil.which("soffice") or shutil.which("libreoffice"):
        each, together = _libreoffice(office, paragraphs)
        peer = "docxtpl + LibreOffice"
        rows += [
            compared("行政处罚决定书", "份/秒", ours=ours, peer=f"{peer}，逐份", peer_value=each, target=10),
            Measurement(
                "行政处罚决定书",
                "份/秒",
                ours,
                f"{peer}，一次{PEER_COUNT}份",
                together,
                ours / together,
                None,
            ),
        ]
    return rows


def _decision() -> tuple[object, dict[str, object]]:
    from sanzhi.documents.rendering import site_press  # noqa: PLC0415 - Django must be set up first
    from sanzhi.documents.testing import typical_values  # noqa: PLC0415

    form = site_press().forms["D41"]
    return form, typical_values(form)


def _ours() -> float:
    from sanzhi.documents.rendering import render_pdf  # noqa: PLC0415

    form, values = _decision()

    def once(no: int) -> None:
        changed = values | {"party_name": f"张试验{no}"}
        render_pdf(
            form,
            changed,
            number=f"演城管罚决字〔2026〕第{no}号",
            issued_on=date(2026, 11, 23),
            qr_url=f"https://zhifa.example.gov.cn/v/{no}",
            draft=False,
        )

    for no in range(WARM_UP):
        once(no)
    start = time.perf_counter()
    for no in range(COUNT):
        once(no)
    return COUNT / (time.perf_counter() - start)


def _paragraphs() -> list[str]:
    """The words of our own decision, taken back out of its PDF, so that the peers print as much."""
    import pypdfium2  # noqa: PLC0415

    from sanzhi.documents.rendering import render_pdf  # noqa: PLC0415

    form, values = _decision()
    pdf = render_pdf(
        form,
        values,
        number="演城管罚决字〔2026〕第12号",
        issued_on=date(2026, 11, 23),
        qr_url="",
        draft=False,
    )
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    joined = text.replace("\r\n", "").replace("\n", "")
    sentences = [sentence + "。" for sentence in joined.split("。") if sentence.strip()]
    return ["".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]


def _weasyprint(paragraphs: list[str]) -> float:
    body = "<h2>演示市城市管理局</h2><h1>行政处罚决定书</h1>" + "".join(
        f"<p>{text}</p>" for text in paragraphs
    )
    python = peer_python("weasyprint", "weasyprint==66.0")
    script = WEASYPRINT.format(warm=1, count=PEER_COUNT)
    done = subprocess.run(
        [python, "-c", script], input=HTML.format(body=body), text=True, capture_output=True, check=True
    )
    return float(done.stdout.strip().splitlines()[-1])


def _libreoffice(office: str, paragraphs: list[str]) -> tuple[float, float]:
    """Documents per second: each converted when it is issued, and many by one start of LibreOffice."""
    python = peer_python("docxtpl", "docxtpl==0.20.2")
    with tempfile.TemporaryDirectory() as folder:
        script = DOCXTPL.format(office=office, folder=folder, few=FEW, count=PEER_COUNT, export=EXPORT)
        done = subprocess.run(
            [python, "-c", script], input=json.dumps(paragraphs), text=True, capture_output=True, check=True
        )
    each, together = map(float, done.stdout.split())
    return each, together


if __name__ == "__main__":
    import os

    import django

    sys.path.insert(0, SOURCE)
    os.environ.setdefault("SANZHI_PUBLIC_URL", "https://zhifa.example.gov.cn")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")
    django.setup()
    for row in run():
        print(json.dumps(row.__dict__, ensure_ascii=False))
