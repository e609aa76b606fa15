"""The published tree, grown again from the database beside its files: leaf by leaf, tile by tile, up to the checkpoint."""

from collections.abc import Iterator
from pathlib import Path

from sanzhi.ledger.checkpoint import Checkpoint, opened_checkpoint
from sanzhi.ledger.finding import CHUNK, Finding
from sanzhi.ledger.log_files import LedgerDamaged, LogFolder
from sanzhi.ledger.merkle import RightEdge, complete_root, leaf_hash
from sanzhi.ledger.models import Leaf
from sanzhi.ledger.note import NoteError
from sanzhi.ledger.tiles import WIDTH, Tiles
from sanzhi.ledger.witness import WitnessRefusal, check_growth


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


def since_findings(folder: LogFolder, place: Path) -> Iterator[Finding]:
    """Whether the log continues a checkpoint that somebody kept elsewhere; without it an older state put back whole is true.

    OSError when the file cannot be read.
    """
    content = place.read_text(encoding="utf-8", errors="replace")
    try:
        checkpoint = folder.checkpoint()
        key = folder.public_key()
    except LedgerDamaged:
        checkpoint = None
    if checkpoint is None:
        yield Finding("ledger.checkpoint", str(place), "日志没有检查点，或者检查点损坏，无法与它核对。")
        return
    try:
        check_growth(folder.read, seen=opened_checkpoint(content, key), checkpoint=checkpoint)
    except NoteError:
        yield Finding(
            "ledger.checkpoint",
            str(place),
            "格式不对，或者不是这部日志的密钥所签：文件拿错了，或者日志换了密钥。",
        )
    except WitnessRefusal as refusal:
        yield Finding("ledger.checkpoint", str(place), str(refusal))


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
