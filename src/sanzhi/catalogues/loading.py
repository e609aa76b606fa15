"""Takes a folder of catalogue files through an edition's whole life, by the same commands that people use."""

from pathlib import Path
from typing import Any

import yaml

from sanzhi.catalogues.commands import (
    ApproveEdition,
    DraftEdition,
    PutInForce,
    SubmitEdition,
    approve_edition,
    draft_edition,
    put_in_force,
    submit_edition,
)
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.yaml_files import read_yaml


def read_catalogue(path: Path) -> dict[str, Any]:
    """The content of one file. Raises ValueError naming the file and line of what is not YAML."""
    try:
        content = read_yaml(path)
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        raise ValueError(f"{path.name} 无法读取：{wrong}") from wrong
    if not isinstance(content, dict):
        raise ValueError(f"{path.name} 不是清单文件。")
    return content


def load_folder(actor: Actor, authority: str, *, folder: Path) -> list[Edition]:
    """Draft, submit, approve and put in force every catalogue below `folder` (files without a kind are left)."""
    editions = []
    for path in sorted(folder.rglob("*.yaml")):
        content = read_catalogue(path)
        if content.get("kind") in set(Kind.values):
            editions.append(load_catalogue(actor, authority, content=content))
    return editions


def load_catalogue(actor: Actor, authority: str, *, content: dict[str, Any]) -> Edition:
    rows = {name: value for name, value in content.items() if name != "kind"}
    key = str(content.get("key", ""))
    order = DraftEdition(
        authority=authority, kind=content["kind"], key=key, title=content["title"], content=rows
    )
    edition = draft_edition(actor, order)
    submit_edition(actor, SubmitEdition(edition=edition.pk))
    approve_edition(actor, ApproveEdition(edition=edition.pk))
    return put_in_force(actor, PutInForce(edition=edition.pk))
