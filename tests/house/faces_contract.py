"""The `faces` contract for import-linter: an app is entered by its faces only, never by its back rooms.

Every app opens the common faces; a further door is named in pyproject.toml, and one that nobody uses any more breaks
the contract as well. Test code may look anywhere. Refuses nothing below the apps: kernel, law and ui are libraries.
"""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FacesContract(Contract):
    """`root` is the package of the apps; `exempt` names those that may enter anywhere (composition)."""

    root = fields.StringField()
    libraries = fields.SetField(subfield=fields.StringField())
    exempt = fields.SetField(subfield=fields.StringField())
    faces = fields.SetField(subfield=fields.StringField())
    doors = fields.SetField(subfield=fields.StringField(), required=False, default=set())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        entered: set[str] = set()
        breaches: set[str] = set()
        for importer in sorted(graph.modules):
            if self._may_look_anywhere(importer):
                continue
            for imported in graph.find_modules_directly_imported_by(importer):
                door = self._door(importer, imported)
                if door is None:
                    continue
                entered.add(door)
                if door not in self.doors:  # type: ignore[operator]
                    breaches.add(f"{importer} enters {imported}")
        unused = {f"nobody enters {door}: take it off the list" for door in self.doors if door not in entered}  # type: ignore[attr-defined]
        found = sorted(breaches | unused)
        return ContractCheck(kept=not found, metadata={"breaches": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for breach in check.metadata["breaches"]:
            output.print_error(breach)

    def _may_look_anywhere(self, module: str) -> bool:
        parts = module.split(".")
        if parts[0] != self.root or len(parts) < 2 or parts[1] in self.exempt:  # type: ignore[operator]
            return True
        return "tests" in parts or parts[-1] in {"testing", "conftest"}

    def _door(self, importer: str, imported: str) -> str | None:
        """`app.module` when the import passes another app's back door; None when it needs no leave."""
        parts = imported.split(".")
        if parts[0] != self.root or len(parts) < 3 or parts[1] == importer.split(".")[1]:
            return None
        if parts[1] in self.libraries or parts[2] in self.faces:  # type: ignore[operator]
            return None
        return f"{parts[1]}.{parts[2]}"
