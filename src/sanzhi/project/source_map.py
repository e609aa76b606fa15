"""Who names whom: the definitions at the top of every module, in code and tests, and what leads from one to another.

It reads source text only. A definition is called `penalty/rules.py fine_fits`; tests outside an app begin with `tests/`.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

UNREAD = {"migrations", "demo", "lawful", "journeys", "mutants", "refusals", "house", "adding"}
ROOTS = {"sanzhi": "src/sanzhi", "tests": "tests"}


class SourceMap:
    """`within` is the checkout. Nothing is imported, so a name that is made while running is not seen."""

    def __init__(self, within: Path) -> None:
        self.modules: dict[str, ast.Module] = {}
        for package, folder in ROOTS.items():
            top = within / folder
            for path in sorted(top.rglob("*.py")):
                inside = path.relative_to(top)
                if not UNREAD & set(inside.parts):
                    name = inside.as_posix() if package == "sanzhi" else f"{package}/{inside.as_posix()}"
                    self.modules[name] = ast.parse(path.read_text(encoding="utf-8"))

    @cached_property
    def definitions(self) -> dict[str, ast.AST]:
        """Every function, class and table at the top of a module."""
        return {
            f"{module} {name}": node
            for module, tree in self.modules.items()
            for statement in tree.body
            for name, node in _bound(statement)
        }

    @cached_property
    def _imports(self) -> dict[str, dict[str, str]]:
        """By module: the local name and the module, or the definition, that it stands for."""
        return {module: dict(self._imported(tree)) for module, tree in self.modules.items()}

    def _imported(self, tree: ast.Module) -> Iterator[tuple[str, str]]:
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in ROOTS:
                package, _, rest = node.module.partition(".")
                base = "/".join([*([package] if package == "tests" else []), *filter(None, rest.split("."))])
                for alias in node.names:
                    yield alias.asname or alias.name, self._whence(base, alias.name)

    def _whence(self, base: str, name: str) -> str:
        """A module, or `module name`; what a package itself names goes before a module of the same name in it."""
        package = f"{base}/__init__.py"
        module = self._module(f"{base}/{name}" if base else name)
        offered = name in self._offered.get(package, ())
        return module if module and not offered else f"{self._module(base) or base} {name}"

    @cached_property
    def _offered(self) -> dict[str, set[str]]:
        """What each package takes in and offers on."""
        return {
            module: {
                alias.name
                for node in tree.body
                if isinstance(node, ast.ImportFrom)
                for alias in node.names
                if not (node.module or "").endswith(module.removesuffix("/__init__.py").replace("/", "."))
            }
            for module, tree in self.modules.items()
            if module.endswith("/__init__.py")
        }

    def _module(self, path: str) -> str:
        return next((name for name in (f"{path}.py", f"{path}/__init__.py") if name in self.modules), "")

    def meant(self, module: str, node: ast.AST) -> str:
        """The definition that a name or `module.name` stands for; empty where it is none of ours."""
        if isinstance(node, ast.Name):
            return self._origin(module, node.id)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            target = self._imports[module].get(node.value.id, "")
            return self._origin(target, node.attr) if target in self.modules else ""
        return ""

    def _origin(self, module: str, name: str) -> str:
        if f"{module} {name}" in self.definitions:
            return f"{module} {name}"
        target = self._imports.get(module, {}).get(name, "")
        whence, _, original = target.partition(" ")
        return self._origin(whence, original) if original and whence in self.modules else ""

    @cached_property
    def users(self) -> dict[str, set[str]]:
        """By definition: those that name it."""
        found: dict[str, set[str]] = defaultdict(set)
        for user, statement in self.definitions.items():
            module = user.partition(" ")[0]
            for node in ast.walk(statement):
                used = self.meant(module, node)
                if used and used != user:
                    found[used].add(user)
        return found

    @cached_property
    def saying(self) -> dict[str, list[str]]:
        """By text: the definitions in which it stands."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for name, statement in self.definitions.items():
            for part in ast.walk(statement):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    found[part.value][name] = None
        return {text: list(names) for text, names in found.items()}

    def holding(self, place: str) -> str:
        """The definition at the top of a module in which `place` lies (a method lies in its class)."""
        module, _, name = place.partition(" ")
        if place in self.definitions or module not in self.modules:
            return place
        inside = (
            top
            for top, held in self.definitions.items()
            if top.startswith(f"{module} ")
            and any(getattr(node, "name", "") == name for node in ast.walk(held))
        )
        return next(inside, place)

    def within(self, place: str) -> list[str]:
        """The definition that a place lies in, or all of a module that is named as a whole."""
        if " " in place:
            return [self.holding(place)]
        return [name for name in self.definitions if name.startswith(f"{place} ")]


def _bound(statement: ast.stmt) -> Iterator[tuple[str, ast.AST]]:
    """The names that a statement gives, each with what it stands for."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        yield statement.name, statement
    elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        yield statement.target.id, statement
    elif isinstance(statement, ast.Assign):
        for target in statement.targets:
            if isinstance(target, ast.Name):
                yield target.id, statement
            elif isinstance(target, ast.Tuple) and isinstance(statement.value, ast.Tuple):
                pairs = zip(target.elts, statement.value.elts, strict=False)
                yield from ((name.id, value) for name, value in pairs if isinstance(name, ast.Name))
