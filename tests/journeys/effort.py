"""What a person's work takes at the screen: taps and typed fields, counted by the browser itself."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext

from tests.journeys.person import Person

# a choice from a list takes two taps, on the list and on the choice
LISTENING = """
addEventListener('click', (e) => { if (e.isTrusted && !e.target.matches('select')) window.spent('taps'); }, true);
addEventListener('change', (e) => {
  if (e.target.matches('select, input[type=file]')) { window.spent('taps'); window.spent('taps'); }
}, true);
addEventListener('input', (e) => {
  if (e.target.matches('textarea, input:not([type=checkbox], [type=radio], [type=file])')) window.spent('typed');
}, true);
"""


class Effort:
    """`taps` and `typed` of everybody who is counted."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.counted: set[BrowserContext] = set()
        self.is_counting = False

    def count(self, somebody: Person) -> None:
        """From the next page on."""
        if somebody.context not in self.counted:
            self.counted.add(somebody.context)
            somebody.context.expose_binding("spent", lambda _, what: self._add(what))
            somebody.context.add_init_script(LISTENING)

    def _add(self, what: str) -> None:
        if self.is_counting:
            self.spent[what] += 1

    @contextmanager
    def counting(self) -> Iterator[None]:
        """What is done within the block and nothing before."""
        self.spent.clear()
        self.is_counting = True
        try:
            yield
        finally:
            self.is_counting = False

    @property
    def taps(self) -> int:
        return self.spent["taps"]

    @property
    def typed(self) -> int:
        return self.spent["typed"]
