"""Papers laid together: several as one file to print on both sides, and the first pages of all forms on a sheet.

The pages are taken from the PDFs as they are: an issued paper is printed as it was frozen. What comes out is for the printer
or the eye and proves nothing.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.typesetting import PRESSES, site_fonts
from sanzhi.kernel.verdict import Reason, Verdict, require

MOST_PAPERS, MOST_PAGES = 60, 400  # at a time: 建议
COUNT = re.compile(rb"/Type/Pages/Count (\d+)")  # as the press writes it
FOLDER = Path(__file__).parent / "layouts"


@dataclass(frozen=True)
class Thumbnail:
    """The first page of a form, with what stands below it."""

    code: str
    name: str
    stage: str
    pdf: bytes


def page_count(pdf: bytes) -> int:
    """The pages of a PDF from our press; 0 for anything else."""
    found = COUNT.search(pdf)
    return int(found[1]) if found else 0


def is_printable_together(pages: Sequence[int]) -> Verdict:
    """Not nothing, nor more than a printer and a reader can bear at a time."""
    return (
        Verdict.when(pages, "没有选择文书。", remedy="请先勾选要打印的文书。")
        & Verdict.when(
            len(pages) <= MOST_PAPERS,
            f"选择了{len(pages)}份文书，一次最多打印{MOST_PAPERS}份。",
            remedy="请分几次打印。",
        )
        & Verdict.when(
            sum(pages) <= MOST_PAGES,
            f"选择的文书共{sum(pages)}页，一次最多打印{MOST_PAGES}页。",
            remedy="请分几次打印。",
        )
    )


def laid_together(pdfs: Sequence[bytes]) -> bytes:
    """One file in which each paper begins on a front page: after an odd number of pages stands an empty one."""
    pages = [page_count(pdf) for pdf in pdfs]
    require(is_printable_together(pages))
    if not all(pages):
        raise Refused((Reason("所选文书中有的不能合并打印。", remedy="请单独打开、打印该文书。"),))
    return _set("batch.typ", {"pages": pages}, pdfs=pdfs)


def contact_sheet(title: str, rows: Sequence[Thumbnail]) -> bytes:
    """The first pages of forms, small, with code and name."""
    told = [{"code": row.code, "name": row.name, "stage": row.stage} for row in rows]
    return _set("contact.typ", {"title": title, "rows": told}, pdfs=[row.pdf for row in rows])


def _set(layout: str, content: dict[str, Any], *, pdfs: Sequence[bytes]) -> bytes:
    with TemporaryDirectory(prefix="sanzhi-") as place, PRESSES:
        root = Path(place)
        for number, pdf in enumerate(pdfs):
            (root / f"{number}.pdf").write_bytes(pdf)
        main = root / layout
        main.write_bytes((FOLDER / layout).read_bytes())
        inputs = {"content": json.dumps(content, ensure_ascii=False)}
        return bytes(typst.compile(main, root=root, font_paths=site_fonts(), sys_inputs=inputs, format="pdf"))
