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
from sanzhi.kernel.actor import SYSTEM_ROLE, Actor, system
from sanzhi.kernel.yaml_files import read_yaml


def read_catalogue(path: Path) -> dict[str, Any]:
    """The content of one file. Raises ValueError naming the file and line of what is not YAML."""
    try:
        content = read_yaml(path)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as wrong:
        raise ValueError(f"{path.name} 无法读取：{wrong}") from wrong
    if not isinstance(content, dict):
        raise ValueError(f"{path.name} 不是清单文件。")
    return content


def load_folder(actor: Actor, authority: str, *, folder: Path) -> list[Edition]:
    """Take in every catalogue below `folder` (files without a kind are left), as `load_catalogue` does.

    Raises ValueError where there is none, and for a file that cannot be read.
    """
    contents = [read_catalogue(path) for path in sorted(folder.rglob("*.yaml"))]
    lists = [content for content in contents if content.get("kind") in set(Kind.values)]
    if not lists:
        raise ValueError(f"{folder} 中没有清单文件（.yaml），没有导入任何内容。请核对目录。")
    return [load_catalogue(actor, authority, content=content) for content in lists]


def load_catalogue(actor: Actor, authority: str, *, content: dict[str, Any]) -> Edition:
    """Draft and submit; what the machine loads, and the first of its kind that a person loads, comes into force at once.

    What has been in force is changed by two: a newer edition waits for the justice bureau.
    """
    rows = {name: value for name, value in content.items() if name != "kind"}
    key = str(content.get("key", ""))
    order = DraftEdition(
        authority=authority, kind=content["kind"], key=key, title=content["title"], content=rows
    )
    edition = draft_edition(actor, order)
    submit_edition(actor, SubmitEdition(edition=edition.pk))
    if not actor.has(SYSTEM_ROLE) and _was_in_force(edition):
        return Edition.objects.get(pk=edition.pk)
    machine = system(authority)
    approve_edition(machine, ApproveEdition(edition=edition.pk))
    return put_in_force(machine, PutInForce(edition=edition.pk))


def _was_in_force(edition: Edition) -> bool:
    alike = Edition.objects.filter(authority=edition.authority, kind=edition.kind, key=edition.key)
    return alike.filter(in_force_on__isnull=False).exists()
