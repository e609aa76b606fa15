"""Reads the YAML files of the house; by libyaml where it is there, in a tenth of the time."""

from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """The content of a UTF-8 file. Raises yaml.YAMLError, UnicodeDecodeError."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
