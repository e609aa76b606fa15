"""A replay: the acts that lead to one breach, as a file that people read; acts of the road by name, bent ones in full."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tests.lawful.clerk.acts import Act, Alien, Day, Ref, Who

if TYPE_CHECKING:
    from tests.lawful.clerk.roads import Road

FOLDER = Path(__file__).resolve().parents[1] / "replays"
KNOWN = FOLDER.parent / "known.yaml"
HEAD = "今天能达到的每一种违法状态（规则、种类、重放）、每一种崩溃、演示数据违反的规则。怎样读、怎样改，见 README.md"


@dataclass(frozen=True)
class Replay:
    """`acts` are keys of the road's acts, or acts that stand for themselves. A crash has no rule; its kind is its name."""

    name: str
    rule: str
    kind: str
    road: str
    acts: tuple[str | Act, ...]
    story: str = ""

    def walked(self, road: "Road") -> tuple[Act, ...]:
        """The acts in full. Raises KeyError where the road has no act of that name any more."""
        known = {act.key: act for act in road.acts}
        return tuple(known[act] if isinstance(act, str) else act for act in self.acts)


def plain(value: Any) -> Any:
    """A value of an order in YAML's own words."""
    match value:
        case Ref():
            return {"made": value.key}
        case Who():
            return {"person": value.username}
        case Alien():
            return {"alien": value.name}
        case Day():
            return {"day": value.offset, **({"at": value.at.total_seconds()} if value.at is not None else {})}
        case Enum():
            return value.value
        case Decimal():
            return str(value)
        case Mapping():
            return {str(name): plain(part) for name, part in value.items()}
        case list() | tuple():
            return [plain(part) for part in value]
    return value


def symbolic(value: Any) -> Any:
    """The same back again."""
    match value:
        case {"made": str(key)}:
            return Ref(key)
        case {"person": str(username)}:
            return Who(username)
        case {"alien": str(name)}:
            return Alien(name)
        case {"day": int(offset), **rest}:
            return Day(offset, timedelta(seconds=rest["at"]) if "at" in rest else None)
        case dict():
            return {name: symbolic(part) for name, part in value.items()}
        case list():
            return [symbolic(part) for part in value]
    return value


def _spelt(act: str | Act) -> Any:
    if isinstance(act, str):
        return act
    spelt: dict[str, Any] = {"key": act.key, "does": act.does, "who": act.who}
    spelt |= {"wait_days": act.wait.total_seconds() / 86400} if act.wait else {}
    return {**spelt, "order": plain(act.order)}


def _read(row: Any) -> str | Act:
    if isinstance(row, str):
        return row
    wait = timedelta(days=row.get("wait_days", 0))
    return Act(row["key"], row["does"], row["who"], symbolic(row["order"]), wait)


class Readable(yaml.SafeDumper):
    """Stories stand line by line."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Readable.add_representer(str, _text)


def write(replay: Replay) -> None:
    FOLDER.mkdir(exist_ok=True)
    table = {**vars(replay), "acts": [_spelt(act) for act in replay.acts]}
    text = yaml.dump(table, Dumper=Readable, allow_unicode=True, sort_keys=False, width=110)
    (FOLDER / f"{replay.name}.yaml").write_text(text, encoding="utf-8")


def read(name: str) -> Replay:
    """Raises Broken where the file is gone or holds something else."""
    try:
        table = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
        return Replay(**{**table, "acts": tuple(map(_read, table["acts"]))})
    except FileNotFoundError:
        raise Broken(f"登记的重放{name}.yaml不在。") from None
    except (yaml.YAMLError, KeyError, TypeError) as wrong:
        raise Broken(f"重放{name}.yaml读不出来：{wrong}") from None


@dataclass(frozen=True)
class Ledger:
    """known.yaml: breaches by rule and crashes by name, each with its replay; the rules that the demonstration breaks."""

    breaches: list[dict[str, str]]
    crashes: list[dict[str, str]]
    demo: list[str]

    @property
    def rules(self) -> frozenset[str]:
        return frozenset(row["rule"] for row in self.breaches)

    @property
    def crash_names(self) -> frozenset[str]:
        return frozenset(row["crash"] for row in self.crashes)


class Broken(ValueError):
    """The ledger of breaches cannot be read; the sentence says why."""


def ledger() -> Ledger:
    """Raises Broken where the file is gone or holds something else."""
    if not KNOWN.exists():
        raise Broken(f"登记簿{KNOWN.name}不在，没有可以核对的；请从版本库恢复。")
    try:
        table = yaml.safe_load(KNOWN.read_text(encoding="utf-8"))
        return Ledger(**{name: list(table[name] or ()) for name in ("breaches", "crashes", "demo")})
    except (yaml.YAMLError, KeyError, TypeError) as wrong:
        raise Broken(f"登记簿{KNOWN.name}读不出来：{wrong}") from None


def save(known: Ledger) -> None:
    text = yaml.safe_dump(vars(known), allow_unicode=True, sort_keys=False, width=110)
    KNOWN.write_text(f"# {HEAD}\n{text}", encoding="utf-8")
