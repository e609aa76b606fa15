"""What was heard, told against the places that exist and the checked-in list of the silent ones."""

from collections import defaultdict
from pathlib import Path

import yaml

from tests.refusals.places import APPS, Place, all_places

# the core does nothing by itself: it is driven through the kinds that stand on it, and they through it
DRIVEN = {"cases": ("penalty",), "penalty": ("cases",)}
BASELINE = Path(__file__).with_name("silent.yaml")


class Heard:
    """The names of places, apart: heard under their own app's tests, heard under others."""

    def __init__(self) -> None:
        self.own: set[str] = set()
        self.elsewhere: set[str] = set()

    def note(self, place: Place, *, by: str) -> None:
        own = any(
            by.startswith(f"src/sanzhi/{app}/tests/") for app in (place.app, *DRIVEN.get(place.app, ()))
        )
        (self.own if own else self.elsewhere).add(str(place))

    def plain(self) -> dict[str, list[str]]:
        """As one worker hands it over."""
        return {"own": sorted(self.own), "elsewhere": sorted(self.elsewhere)}

    def add(self, plain: dict[str, list[str]]) -> None:
        self.own.update(plain.get("own", ()))
        self.elsewhere.update(plain.get("elsewhere", ()))


def existing() -> list[Place]:
    return sorted({place for places in all_places().values() for place in places.values()})


def silent(heard: Heard) -> list[Place]:
    """Places that no test of their own app has made to refuse."""
    return [place for place in existing() if str(place) not in heard.own]


def expected() -> set[str]:
    """The silent places that are known and allowed."""
    table: dict[str, dict[str, list[str]]] = yaml.safe_load(BASELINE.read_text(encoding="utf-8")) or {}
    return {
        str(Place(file, function, words))
        for file, functions in table.items()
        for function, sentences in functions.items()
        for words in sentences
    }


def differences(heard: Heard) -> list[str]:
    """Why the check fails, in sentences; empty when the silent places are exactly the listed ones."""
    now, listed = {str(place) for place in silent(heard)}, expected()
    news = [f"没有一个本应用的测试让它拒绝过，请补上测试：{name}" for name in sorted(now - listed)]
    return news + [
        f"已经有测试，请从 tests/refusals/silent.yaml 划去：{name}" for name in sorted(listed - now)
    ]


def summary(heard: Heard) -> str:
    places = {str(place) for place in existing()}
    own, elsewhere = places & heard.own, (places & heard.elsewhere) - heard.own
    return (
        f"拒绝之处{len(places)}：本应用测试中拒绝过{len(own)}，只在别处拒绝过{len(elsewhere)}，"
        f"从未拒绝{len(places - own - elsewhere)}（var/refusals.txt）"
    )


def written(heard: Heard) -> str:
    """The whole report: a line for each app, then the silent places with their lines."""
    rows = [summary(heard), ""]
    by_app: dict[str, list[Place]] = defaultdict(list)
    for place in existing():
        by_app[place.app].append(place)
    for app in APPS:
        own = [place for place in by_app[app] if str(place) in heard.own]
        share = 100 * len(own) // max(1, len(by_app[app]))
        rows.append(f"{app}：{len(own)}/{len(by_app[app])}（{share}%）")
    rows += ["", "本应用测试中没有拒绝过："]
    for place in silent(heard):
        mark = "（只在别处）" if str(place) in heard.elsewhere else ""
        rows.append(f"  {place.file}:{place.line} {place.function} {place.words}{mark}")
    return "\n".join(rows) + "\n"
