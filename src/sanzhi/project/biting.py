"""Where a rule bites: from the function that holds it up to the acts that ask it and the steps whose word it answers."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from sanzhi.kernel.yaml_files import read_yaml
from sanzhi.project.source_map import SourceMap

# what else an app answers to the core, beside the words of a procedure
ANSWERS = {
    "may_close": "结案",
    "major_reasons": "重大执法决定的认定",
    "facts": "文书取数",
    "floor": "清单提交（底线）",
    "clocks": "期限",
    "recounts": "更正以后的重算",
}
SHOWN = 5


class Bites:
    def __init__(self, source: SourceMap, *, procedures: Path) -> None:
        self.source = source
        self.steps: dict[str, list[str]] = defaultdict(list)  # by word, or by the key of a deadline
        for path in sorted(procedures.glob("*.yaml")):
            for step in read_yaml(path)["steps"]:
                for word in _words(step):
                    self.steps[word].append(step["title"])

    def of(self, *places: str) -> str:
        """The steps and acts in which one of the places is asked, as a reader wants them."""
        steps: dict[str, None] = {}
        acts: dict[str, None] = {}
        for found in self._upward(name for place in places for name in self.source.within(place)):
            steps |= dict.fromkeys(self._steps_asking(found))
            acts |= dict.fromkeys(self._titles.get(found, ()))
        told = [("环节", list(steps)), ("操作", sorted(acts))]
        return "；".join(f"{kind}：{_few(names)}" for kind, names in told if names)

    def of_deadline(self, key: str) -> str:
        """A deadline runs at the steps that stand within it, and where code counts it."""
        counted = [name for name in self.source.saying.get(key, ()) if _is_code(name)]
        steps = f"环节：{_few(list(dict.fromkeys(self.steps[key])))}" if self.steps.get(key) else ""
        return "；".join(filter(None, [steps, self.of(*counted)])) or "期限表"

    def _upward(self, starts: Iterator[str]) -> Iterator[str]:
        """Everything that leads to the acts; what an act begins is not followed further."""
        waiting, seen = sorted(starts), set[str]()
        while waiting:
            name = waiting.pop()
            if name in seen or "tests/" in name:
                continue
            seen.add(name)
            yield name
            if not self._titles.get(name):
                users = self.source.users.get(name, set()) | self._asking_by_word[name]
                waiting += sorted(user for user in users if "vocabulary.py" not in user)

    @cached_property
    def _titles(self) -> dict[str, tuple[str, ...]]:
        """The acts by the function that carries them out; those that only other commands call have none."""
        return {
            name: (title,)
            for name, node in self.source.definitions.items()
            if isinstance(node, ast.FunctionDef) and (title := _title(node))
        } | self._answers

    @cached_property
    def _answers(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for module, word in self._vocabularies():
            if word.arg in ANSWERS and (name := self.source.meant(module, word.value)):
                found[name] = (ANSWERS[word.arg],)
        return found

    @cached_property
    def answered(self) -> dict[str, str]:
        """The words of procedures and the functions that answer them."""
        return {
            str(key.value): self.source.meant(module, value)
            for module, word in self._vocabularies()
            if word.arg in {"guards", "conditions"} and isinstance(word.value, ast.Dict)
            for key, value in zip(word.value.keys, word.value.values, strict=True)
            if isinstance(key, ast.Constant)
        }

    def _vocabularies(self) -> Iterator[tuple[str, ast.keyword]]:
        for name, node in self.source.definitions.items():
            value = getattr(node, "value", None)
            if name.endswith("vocabulary.py VOCABULARY") and isinstance(value, ast.Call):
                yield from ((name.partition(" ")[0], word) for word in value.keywords)

    @cached_property
    def _asking_by_word(self) -> dict[str, set[str]]:
        """`board.guard("cases.plea_answered", …)` asks the function that answers the word."""
        found: dict[str, set[str]] = defaultdict(set)
        for word, name in self.answered.items():
            found[name] |= {user for user in self.source.saying.get(word, ()) if _is_code(user)}
        return found

    def _steps_asking(self, name: str) -> Iterator[str]:
        for word, answer in self.answered.items():
            if answer == name:
                yield from self.steps.get(word, ())


def _words(step: dict[str, object]) -> Iterator[str]:
    """What a step needs, by what it is chosen, what it records, within what it ends."""
    needs, rows = step.get("needs") or [], [*(step.get("documents") or []), *(step.get("next") or [])]  # type: ignore[misc]
    yield from needs  # type: ignore[misc]
    yield from (
        row[word] for row in rows if isinstance(row, dict) for word in ("when", "unless") if word in row
    )
    yield str(step.get("within", ""))


def _is_code(name: str) -> bool:
    """Neither a test nor the law itself nor a table of words."""
    return not name.startswith("law/") and "tests/" not in name and "vocabulary.py" not in name


def _title(function: ast.FunctionDef) -> str:
    for made in function.decorator_list:
        if isinstance(made, ast.Call) and ast.unparse(made.func) in {"act", "command"}:
            said = {word.arg: getattr(word.value, "value", "") for word in made.keywords}
            return "" if said.get("internal") else str(said.get("title", ""))
    return ""


def _few(names: list[str]) -> str:
    return "、".join(names[:SHOWN]) + (f"等{len(names)}项" if len(names) > SHOWN else "")
