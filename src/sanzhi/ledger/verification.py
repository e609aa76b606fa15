"""Re-derives everything: entries, leaves, tiles, checkpoint, and every row that a command ever sealed.

Streams in constant memory. Names table and row, never a column or a value: a finding may be shown to anyone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Max

from sanzhi.kernel.models import Recorded
from sanzhi.ledger import events
from sanzhi.ledger.canonical import salted, spelt_entry
from sanzhi.ledger.checkpoint import Checkpoint
from sanzhi.ledger.log_files import LedgerDamaged, LogFolder
from sanzhi.ledger.merkle import RightEdge, complete_root, leaf_hash
from sanzhi.ledger.models import Entry, Leaf, RowSeal, Waiting
from sanzhi.ledger.sealing import in_chunks, recorded_tables, rows_of, spelt_row
from sanzhi.ledger.tiles import WIDTH, Tiles

CHUNK = 500


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was recorded. `table` is a label such as `cases.case`, `row` its key."""

    table: str
    row: int | str
    sentence: str


def findings(folder: LogFolder) -> Iterator[Finding]:
    """Everything that is wrong, in the order of the ledger: entries, tree, rows."""
    yield from entry_findings()
    yield from tree_findings(folder)
    for model in recorded_tables():
        yield from row_findings(model)


def erased_entries() -> int:
    return Entry.objects.filter(salt=None).count()


def entry_findings() -> Iterator[Finding]:
    said = set(Entry.objects.filter(event=events.ENTRY_ERASED.name).values_list("facts__entry", flat=True))
    for entries in in_chunks(Entry.objects.order_by("id").prefetch_related("seals").iterator(CHUNK), CHUNK):
        numbers = [entry.pk for entry in entries]
        leaves = dict(Leaf.objects.filter(entry__in=numbers).values_list("entry_id", "hash"))
        waiting = set(Waiting.objects.filter(entry__in=numbers).values_list("entry_id", flat=True))
        for entry in entries:
            sentence = _wrong_content(entry, said) or _wrong_place(entry, leaves=leaves, waiting=waiting)
            if sentence:
                yield Finding("ledger.entry", entry.pk, sentence)


def _wrong_content(entry: Entry, said: set[object]) -> str:
    if entry.is_erased:
        return "" if entry.pk in said else "内容被抹去，但没有抹去的记录。"
    seals = sorted(entry.seals.all(), key=lambda seal: seal.pk)
    same = salted(entry.salt or "", spelt_entry(entry, seals)) == entry.digest
    return "" if same else "内容或所附的行封印被改动。"


def _wrong_place(entry: Entry, *, leaves: dict[int, str], waiting: set[int]) -> str:
    if entry.pk not in leaves:
        return "" if entry.pk in waiting else "不在日志树中，也不在待编号队列中。"
    same = leaves[entry.pk] == leaf_hash(bytes.fromhex(entry.digest)).hex()
    return "" if same else "摘要与树叶不符。"


def tree_findings(folder: LogFolder) -> Iterator[Finding]:
    try:
        checkpoint = folder.checkpoint()
    except LedgerDamaged as damage:
        yield Finding("ledger.checkpoint", "checkpoint", str(damage))
        return
    if checkpoint is None:
        if Leaf.objects.exists():
            yield Finding("ledger.checkpoint", "checkpoint", "日志已有条目，但检查点文件缺失。")
        return
    regrown = Regrown(folder, checkpoint)
    rows = Leaf.objects.order_by("index").values_list("index", "hash", "entry__digest")
    for index, found, digest in rows.iterator(CHUNK):
        while regrown.edge.size < index and regrown.edge.size < checkpoint.size:
            yield Finding("ledger.leaf", regrown.edge.size, "已公布的日志条目在数据库中缺失。")
            regrown.grow("")
        if index < checkpoint.size:
            if leaf_hash(bytes.fromhex(digest)).hex() != found:
                yield Finding("ledger.leaf", index, "树叶的散列被改动。")
            regrown.grow(digest)
            yield from regrown.told()
    yield from regrown.end()


class Regrown:
    """The published part of the tree, grown again beside its files."""

    def __init__(self, folder: LogFolder, checkpoint: Checkpoint) -> None:
        self.tiles = Tiles(folder.read, checkpoint.size)
        self.checkpoint = checkpoint
        self.edge = RightEdge()
        self.levels: list[list[bytes]] = [[]]
        self.counts = [0]
        self.leaves: list[bytes] = []
        self._found: list[Finding] = []

    def grow(self, digest: str) -> None:
        leaf = bytes.fromhex(digest)
        self.leaves.append(leaf)
        self.edge = self.edge.grown([leaf_hash(leaf)])
        if len(self.leaves) == WIDTH:
            self._compare_bundle()
        self._push(0, leaf_hash(leaf))

    def _push(self, level: int, value: bytes) -> None:
        if level == len(self.levels):
            self.levels.append([])
            self.counts.append(0)
        self.levels[level].append(value)
        if len(self.levels[level]) == WIDTH:
            self._compare(level)
            full, self.levels[level] = self.levels[level], []
            self.counts[level] += 1
            self._push(level + 1, complete_root(full))

    def _compare_bundle(self) -> None:
        index = (self.edge.size - 1) // WIDTH
        try:
            same = self.tiles.leaves(index) == self.leaves
        except (FileNotFoundError, ValueError):
            same = False
        if not same:
            self._found.append(Finding("ledger.tile", f"entries/{index}", "条目束文件缺失或与数据库不符。"))
        self.leaves = []

    def _compare(self, level: int) -> None:
        try:
            same = self.tiles.tile(level, self.counts[level]) == self.levels[level]
        except (FileNotFoundError, ValueError):
            same = False
        if not same:
            where = f"{level}/{self.counts[level]}"
            self._found.append(Finding("ledger.tile", where, "瓦片文件缺失或与数据库不符。"))

    def told(self) -> Iterator[Finding]:
        yield from self._found
        self._found = []

    def end(self) -> Iterator[Finding]:
        if self.leaves:
            self._compare_bundle()
        for level, hashes in enumerate(self.levels):
            if hashes:
                self._compare(level)
        yield from self.told()
        if self.edge.size < self.checkpoint.size:
            sentence = f"已公布{self.checkpoint.size}条，数据库只有{self.edge.size}条。"
            yield Finding("ledger.checkpoint", "checkpoint", sentence)
        elif self.edge.root != self.checkpoint.root:
            yield Finding("ledger.checkpoint", "checkpoint", "数据库推算的树根与已签名的检查点不符。")


def row_findings(model: type[Recorded]) -> Iterator[Finding]:
    """Rows of one table that were changed, inserted or deleted by another road than a command."""
    table = model._meta.label_lower
    for rows in in_chunks(rows_of(table).order_by("pk").iterator(CHUNK), CHUNK):
        seals = _latest_seals(table, [row.pk for row in rows])
        for row in rows:
            sentence = wrong_row(row, seals.get(row.pk))
            if sentence:
                yield Finding(table, row.pk, sentence)
    sealed = RowSeal.objects.filter(table=table).order_by("row").values_list("row", flat=True).distinct()
    for keys in in_chunks(sealed.iterator(CHUNK), CHUNK):
        present = set(rows_of(table).filter(pk__in=keys).values_list("pk", flat=True))
        seals = _latest_seals(table, [key for key in keys if key not in present])
        for key, seal in seals.items():
            if seal.digest:
                yield Finding(table, key, "被绕过系统删除。")


def _latest_seals(table: str, rows: list[int]) -> dict[int, RowSeal]:
    last = RowSeal.objects.filter(table=table, row__in=rows).values("row").annotate(last=Max("id"))
    found = RowSeal.objects.in_bulk([each["last"] for each in last])
    return {seal.row: seal for seal in found.values()}


def wrong_row(row: Recorded, seal: RowSeal | None) -> str:
    """What is wrong with a row, given its latest seal; "" when nothing is."""
    if seal is None or not seal.digest:
        return "没有命令写过它：被绕过系统插入。"
    if seal.salt is None:
        return "封印的盐被抹去，无法核对。"
    return "" if salted(seal.salt, spelt_row(row)) == seal.digest else "被绕过系统改动。"
