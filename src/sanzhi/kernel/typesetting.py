"""What everything printed shares: the installation's fonts, and which characters no font has."""

import os
import re
import threading
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

GLYPH_MISSING = re.compile(
    r'the text `"(?P<text>.*)"` could not be displayed|contains the codepoint `"(?P<private>.*)"`', re.S
)
MOST_TEXT = 200_000  # characters of one paper: the longest minutes have a tenth
PRESSES = threading.BoundedSemaphore(
    2
)  # papers laid out at a time: each takes hundreds of megabytes when it is long
RUST_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


def packaged_fonts() -> list[Path]:
    """The folder of the package that carries the fallback fonts, found without importing it."""
    spec = find_spec("pylopdf_fonts_zh_cn")
    return [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []


def fonts_of(folders: Sequence[Path]) -> typst.Fonts:
    """The site's own fonts first, then the system's, then the packaged fallback."""
    return typst.Fonts(include_system_fonts=True, font_paths=[*folders, *packaged_fonts()])


@lru_cache(maxsize=1)
def site_fonts() -> typst.Fonts:
    """The fonts of this installation (SANZHI_FONT_DIRS)."""
    return fonts_of([Path(part) for part in settings.SANZHI_FONT_DIRS.split(os.pathsep) if part])


def length_of(value: Any) -> int:
    """The characters of all texts in what is to be printed."""
    if isinstance(value, str):
        return len(value)
    children = (
        value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    )
    return sum(map(length_of, children))


def unassigned(text: str) -> set[str]:
    """Private, unassigned and half characters: what no paper that is kept for ever may contain."""
    return {char for char in set(text) if unicodedata.category(char) in {"Co", "Cn", "Cs"}}


def lacking_glyphs(failure: typst.TypstError) -> frozenset[str]:
    """The characters for which a PDF/A compile failed; empty when it failed for another reason."""
    found = GLYPH_MISSING.search(str(failure.message))
    if found is None:
        return frozenset()
    text = RUST_ESCAPE.sub(
        lambda match: chr(int(match[1], 16)) if match[1] else match[2], found["text"] or found["private"]
    )
    return frozenset(text)
