"""Which tests prove a rule: those that expect its very sentence in a refusal, else those that name what holds it.

That each sentence was really said to somebody, `tests/refusals` hears while the tests run.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from sanzhi.law.citations import parse_citations
from sanzhi.project.cited_law import text_of
from sanzhi.project.source_map import SourceMap

CHINESE = re.compile(r"[一-鿿]")
ENGLISH = re.compile(r"[A-Za-z]{2,}[ ,][ ]?[A-Za-z]{2,}|^$")
# signs that a test must expect of a sentence: a third of it, but four of a short and eight of a long one
SHORTEST, PLAIN = 4, 8
SHOWN = 2
DEPTH = 5
# the core is driven through the kinds that stand on it, and they through it
DRIVEN = {"cases": "penalty", "penalty": "cases"}


class Proofs:
    def __init__(self, source: SourceMap) -> None:
        self.source = source
        self._expected: dict[str, dict[str, int]] = {}

    def of(self, place: str, sentence: str = "") -> tuple[str, ...]:
        """At most two tests (`penalty/tests/test_money.py test_…`), those of the own app first."""
        heard = {} if ENGLISH.search(sentence) else self._expecting(sentence)
        level = self.source.within(place)
        for _ in range(0 if heard else DEPTH):  # what is not tested itself is tested by what stands on it
            if heard := self._proving(level):
                break
            above = {user for name in level for user in self.source.users.get(name, ())}
            level = sorted(filter(_is_code, above))
        return _ranked(heard, app=place.partition("/")[0])

    def _proving(self, names: Iterable[str]) -> dict[str, int]:
        """The tests that name one of the definitions, or expect what it says."""
        found: dict[str, int] = {}
        for name in names:
            found |= dict.fromkeys(self._naming(name), 0)
            texts = list(_texts(self.source.definitions[name]))
            for sentence in texts:
                if len(sentence) > SHORTEST and sentence.endswith("。") and not ENGLISH.search(sentence):
                    found |= self._expecting(sentence)
            if not found and name.startswith("law/floors/"):  # its tests expect the article alone
                found = dict.fromkeys(self.of_words(*filter(parse_citations, texts)), 0)
        return found

    def of_words(self, *words: str) -> tuple[str, ...]:
        """The tests that hold one of the words as it stands: the key of a deadline, the name of an act."""
        found = {test for word in words for name in self._saying.get(word, ()) for test in self._tests(name)}
        return tuple(sorted(found, key=lambda test: (not test.startswith("law/"), test))[:SHOWN])

    def of_deadline(self, key: str) -> tuple[str, ...]:
        """The tests that count it by its key, else those of the code that does."""
        counting = (name for name in self.source.saying.get(key, ()) if _is_code(name))
        return self.of_words(key) or next(filter(None, map(self.of, counting)), ())

    def _expecting(self, sentence: str) -> dict[str, int]:
        """The tests with a text that fits into the sentence, and how long it is; … stands for anything."""
        if sentence not in self._expected:
            self._expected[sentence] = self._fitting(sentence)
        return self._expected[sentence]

    def _fitting(self, sentence: str) -> dict[str, int]:
        parts = sentence.split("…")
        whole = re.compile(".+?".join(map(re.escape, parts)))
        found: dict[str, int] = {}
        shortest = min(PLAIN, max(SHORTEST, len(sentence) // 3))
        for text, names in self._chinese.items():
            if len(text) < shortest:
                continue
            if any(text in part for part in parts) or whole.search(text) or _spans(text, parts):
                for name in names:
                    for test in self._tests(name):
                        found[test] = max(found.get(test, 0), len(text))
        return found

    def _naming(self, name: str) -> Iterator[str]:
        for user in self.source.users.get(name, ()):
            yield from self._tests(user)
        module, _, own = name.partition(" ")
        app, _, verb = module.removesuffix(".py").partition("/commands/")
        if verb == own:
            yield from self.of_words(f"{app}.{verb}")

    def _tests(self, name: str) -> Iterator[str]:
        """The tests that stand behind a definition of a test module: itself, or those that use it."""
        waiting, seen = [name], set[str]()
        while waiting:
            one = waiting.pop()
            if one in seen or "tests/" not in one:
                continue
            seen.add(one)
            if one.partition(" ")[2].startswith("test_"):
                yield one
            else:
                waiting += sorted(self.source.users.get(one, ()))

    @cached_property
    def _saying(self) -> dict[str, list[str]]:
        """Every text that stands in a test module, with the definitions that hold it."""
        kept = {
            text: [name for name in names if "tests/" in name] for text, names in self.source.saying.items()
        }
        return {text: names for text, names in kept.items() if names}

    @cached_property
    def _chinese(self) -> dict[str, list[str]]:
        return {text: names for text, names in self._saying.items() if CHINESE.search(text)}


def _texts(node: ast.AST) -> Iterator[str]:
    """The texts in a definition, each whole: none of the pieces between what is filled in."""
    if isinstance(node, ast.expr) and (text := text_of(node)):
        yield text
    else:
        for child in ast.iter_child_nodes(node):
            yield from _texts(child)


def _is_code(name: str) -> bool:
    return "tests/" not in name and "vocabulary.py" not in name


def _ranked(heard: dict[str, int], *, app: str) -> tuple[str, ...]:
    near = (f"{app}/tests/", f"{DRIVEN.get(app, app)}/tests/")
    return tuple(sorted(heard, key=lambda test: (not test.startswith(near), -heard[test], test))[:SHOWN])


def _spans(text: str, parts: list[str]) -> bool:
    """Does the text begin in one part and end in the next: 罚款800元高于 of 罚款…元高于法定上限…元?"""
    for before, after in pairwise(parts):
        head = next((n for n in range(min(len(text), len(before)), 1, -1) if before.endswith(text[:n])), 0)
        tail = next((n for n in range(min(len(text), len(after)), 1, -1) if after.startswith(text[-n:])), 0)
        if head and tail and len(text) >= head + tail >= max(SHORTEST + 1, len(text) / 2):
            return True
    return False
