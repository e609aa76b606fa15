"""One road in: a command opens the transaction, may write its own app's tables, and must record.

A command takes the acting person and one typed order (a Pydantic model); from the order's schema come the
JSON API and the command line. Commands nest: an inner one joins the transaction of the outer one.
Port: the ledger sets `close_with`, called once per outermost command, inside its transaction.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from inspect import signature
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, get_type_hints

from django.db import transaction

from sanzhi.kernel import write_trouble
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.durability import durably
from sanzhi.kernel.errors import NothingRecorded, Refused, Undelivered
from sanzhi.kernel.orders import Order as Order
from sanzhi.kernel.verdict import Verdict, require

if TYPE_CHECKING:
    from sanzhi.kernel.models import Recorded

Result = TypeVar("Result")
ResultCo = TypeVar("ResultCo", covariant=True)
OrderT = TypeVar("OrderT", bound="Order")
OrderContra = TypeVar("OrderContra", bound="Order", contravariant=True)


@dataclass
class Work:
    """What one outermost command has done so far: rows touched (None: deleted), entries drafted, rows found as sealed."""

    touched: dict[tuple[str, Any], "Recorded | None"] = field(default_factory=dict)
    drafts: list[Any] = field(default_factory=list)
    compared: set[tuple[str, Any]] = field(default_factory=set)


@dataclass
class OpenCommand:
    name: str
    work: Work
    recorded: int = 0

    @property
    def app(self) -> str:
        return self.name.partition(".")[0]


class Card(Protocol):
    """How an act is offered: `opens` finds and locks the thing acted on; `may` is asked before a page offers it, what `takes`
    says of the order before anything is done; it `words` every no as it fits the thing."""

    def opens(self, actor: Actor, order: Any) -> Any: ...

    def may(self, actor: Actor, thing: Any, *, act: str) -> Verdict: ...

    def takes(self, actor: Actor, order: Any, *, thing: Any, act: str) -> Verdict: ...

    def words(self, verdict: Verdict, thing: Any) -> Verdict: ...


class Body(Protocol[OrderContra, ResultCo]):
    """What an act does once it may: `on` is the thing that its card opened."""

    def __call__(self, actor: Actor, order: OrderContra, *, on: Any) -> ResultCo: ...


def _free(actor: Actor, order: Any) -> Verdict:
    return Verdict.yes()


def _nothing(order: Any) -> str:
    return ""


def _nobody(order: Any) -> frozenset[int]:
    return frozenset()


@dataclass(frozen=True)
class Joint:
    """Two people do it: `proposes` and `confirms` are the roles of each; see `ledger.commands.confirm_joint_act`.

    `names` are the fields of the order that name its thing, of which one such act waits at a time.
    `tells` says an order as a sentence, without what must be erasable; `concerns` are the officers whom it is about, who
    do neither; `sees` is a digest of what the order is about, the same
    at both times; `objects` is what speaks against it, asked when it is proposed and when it is confirmed; `page` is where
    the second person reads more than the sentence says.
    """

    proposes: tuple[str, ...]
    confirms: tuple[str, ...]
    names: tuple[str, ...]
    tells: Callable[[Any], str]
    concerns: Callable[[Any], frozenset[int]] = _nobody
    sees: Callable[[Any], str] = _nothing
    objects: Callable[[Actor, Any], Verdict] = _free
    page: Callable[[Any], str] = _nothing


@dataclass(frozen=True)
class Registered:
    """A command as the API and the command line see it. `internal` ones are called by other commands only."""

    name: str
    title: str
    call: Callable[[Actor, Any], Any]
    order: type[Order]
    internal: bool
    card: Card | None = None
    joint: Joint | None = None

    @property
    def verb(self) -> str:
        return self.name.partition(".")[2]

    def check(self, actor: Actor, order: Any) -> Verdict:
        """Whether `actor` may do it now, as far as is known before it is done; nothing is changed."""
        if self.card is None:
            return Verdict.yes()
        try:
            with write_trouble.told(), transaction.atomic():
                return self.card.may(actor, self.card.opens(actor, order), act=self.name)
        except Undelivered as trouble:  # the page is shown, and says why nothing can be done
            return Verdict.no(trouble.reason)


_open: ContextVar[tuple[OpenCommand, ...]] = ContextVar("open_commands", default=())
_held: ContextVar[Verdict] = ContextVar("held", default=Verdict.yes())  # noqa: B039 - a frozen value
_registry: dict[str, Registered] = {}
_closer: list[Callable[[Work], None]] = []
_comparer: list[Callable[..., None]] = []


def open_command() -> OpenCommand | None:
    stack = _open.get()
    return stack[-1] if stack else None


def registered_commands() -> dict[str, Registered]:
    return dict(sorted(_registry.items()))


def registered_command(name: str) -> Registered:
    """Raises KeyError where no command has this name."""
    return _registry[name]


def close_with(closer: Callable[[Work], None]) -> None:
    """Set what is done with the work of an outermost command before it commits (the ledger's part)."""
    _closer[:] = [closer]


def compare_with(comparer: Callable[..., None]) -> None:
    """Set `comparer(table, pk, row=…)`, asked before a row that exists is written: it raises Refused where the row is not as
    it was sealed (the ledger's part)."""
    _comparer[:] = [comparer]


def compare(table: str, pk: Any, *, row: "Recorded | None" = None) -> None:
    """Ask it once for each row of the outermost command; `row` as read, where it was."""
    current = open_command()
    key = (table, pk)
    if current is None or key in current.work.touched or key in current.work.compared:
        return
    current.work.compared.add(key)
    for comparer in _comparer:
        comparer(table, pk, row=row)


def draft_entry(draft: Any) -> None:
    """Put a journal entry into the open command; it is written when the outermost command closes."""
    current = open_command()
    if current is None:
        raise NothingRecorded("record() was called while no command is open")
    current.recorded += 1
    current.work.drafts.append(draft)


def _performed(name: str, stack: tuple[OpenCommand, ...], *, call: Callable[[], Result]) -> Result:
    """Run the body in a frame of its own; what an inner command recorded is told of the outer one."""
    frame = OpenCommand(name, stack[0].work if stack else Work())
    mark = _open.set((*stack, frame))
    try:
        result = call()
        if not frame.recorded:
            raise NothingRecorded(f"{name} ended without recording anything")
        for outer in stack[-1:]:
            outer.recorded += frame.recorded
        if not stack:
            for closer in _closer:
                closer(frame.work)
        return result
    finally:
        _open.reset(mark)


@contextmanager
def held(because: Verdict) -> Iterator[None]:
    """Within the block no command is carried out: each is refused `because`, so that a page shows its form again."""
    mark = _held.set(because)
    try:
        yield
    finally:
        _held.reset(mark)


def _is_not_held() -> Verdict:
    return _held.get()


def act(
    name: str, *, title: str, card: Card
) -> Callable[[Body[OrderT, Result]], Callable[[Actor, OrderT], Result]]:
    """Register a command on a thing: its card opens the thing and says who may, then the body acts `on` it."""

    def register(body: Body[OrderT, Result]) -> Callable[[Actor, OrderT], Result]:
        @wraps(body)
        def permitted(actor: Actor, order: OrderT) -> Result:
            thing = card.opens(actor, order)
            try:
                require(card.takes(actor, order, thing=thing, act=name))
                return body(actor, order, on=thing)
            except Refused as refusal:
                raise Refused(card.words(Verdict(refusal.reasons), thing).reasons) from refusal

        run: Callable[[Actor, OrderT], Result] = command(name, title=title, card=card)(permitted)
        return run

    return register


def command(
    name: str,
    *,
    title: str,
    internal: bool = False,
    card: Card | None = None,
    joint: Joint | None = None,
    before: Callable[[Actor, Any], object] = _free,
) -> Callable[[Callable[[Actor, OrderT], Result]], Callable[[Actor, OrderT], Result]]:
    """Register `function(actor, order)` as the command `app.verb_object`, titled in Chinese.

    `before` reads what takes long, ahead of the transaction, and writes nothing; a nested command goes without it.
    Raises NothingRecorded when the function returns without having recorded; everything rolls back.
    """

    def register(function: Callable[[Actor, OrderT], Result]) -> Callable[[Actor, OrderT], Result]:
        @wraps(function)
        def run(actor: Actor, order: OrderT) -> Result:
            stack = _open.get()
            if not internal:  # what a page puts on record by itself, that somebody looked, is no form
                require(_is_not_held())

            def perform() -> Result:
                return _performed(name, stack, call=lambda: function(actor, order))

            if not stack:
                before(actor, order)
                return durably(name, perform)
            # an inner command that fails fails the outer one too: no savepoint is needed
            with transaction.atomic(savepoint=False):
                return perform()

        parameters = list(signature(function).parameters)
        order_type = get_type_hints(function)[parameters[1]]
        if name in _registry:
            raise ValueError(f"command {name} is registered twice")
        _registry[name] = Registered(name, title, run, order_type, internal, card, joint)
        return run

    return register
