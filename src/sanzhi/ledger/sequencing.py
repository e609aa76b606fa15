"""The one sequencer: gives committed entries their places in the tree and publishes the tree as static files.

Two steps, each safe to repeat: *number* (database only) and *publish* (files, from what the database says).
Every start begins by publishing what an earlier run has numbered; there is no other recovery. Refuses to go on
(LedgerDamaged) where files and database contradict each other: going on would sign two histories.
"""

from django.db import transaction

from sanzhi.kernel import writing
from sanzhi.ledger.checkpoint import Checkpoint, signed_checkpoint
from sanzhi.ledger.log_files import LedgerDamaged, LogFolder, log_folder
from sanzhi.ledger.merkle import RightEdge, leaf_hash, right_edge
from sanzhi.ledger.models import Entry, Leaf, Waiting
from sanzhi.ledger.note import SigningKey
from sanzhi.ledger.tiles import Tiles, grown_bundles, grown_tiles

BATCH = 2048
LEAF_COLUMNS = ("index", "entry_id", "hash")


def sequence() -> int:
    """Number and publish everything that waits; returns how many entries got their place."""
    folder = log_folder()
    with folder.locked():
        key = folder.signing_key(begun=Entry.objects.exists())
        publish(folder, key)
        numbered = 0
        while fresh := number_batch():
            numbered += fresh
            publish(folder, key)
        return numbered


def number_batch() -> int:
    """Give up to BATCH waiting entries the next indices."""
    if not Waiting.objects.exists():
        return 0
    with transaction.atomic():
        waiting = Waiting.objects.select_for_update().order_by("entry_id")
        chosen = dict(waiting.values_list("entry_id", "entry__digest")[:BATCH])
        leaves = (
            (index, entry, leaf_hash(bytes.fromhex(digest)).hex())
            for index, (entry, digest) in enumerate(chosen.items(), start=leaf_count())
        )
        writing.insert_rows(Leaf, leaves, columns=LEAF_COLUMNS)
        Waiting.objects.filter(pk__in=chosen).delete()
        # If we stop before this commit, the entries still wait and no index is given: the next run numbers them.
    # If we stop after it, the indices are given for ever and the files lag behind: the next run publishes them.
    return len(chosen)


def leaf_count() -> int:
    """The tree's size in the database: the indices run from 0 without a gap."""
    last = Leaf.objects.order_by("-index").values_list("index", flat=True).first()
    return 0 if last is None else last + 1


def publish(folder: LogFolder, key: SigningKey) -> None:
    """Bring the static files up to the database, batch by batch, each under a signed checkpoint."""
    published = folder.checkpoint()
    total = leaf_count()
    edge = checked_edge(folder, published, total=total)
    if published is None:
        _sign(folder, key, edge=edge)
    while edge.size < total:
        edge = _publish_batch(folder, edge, first=edge.size, end=min(total, edge.size + BATCH))
        _sign(folder, key, edge=edge)


def checked_edge(folder: LogFolder, published: Checkpoint | None, *, total: int) -> RightEdge:
    """The right edge of the published tree, read from its tiles. LedgerDamaged where it is not this database's."""
    if published is None or published.size == 0:
        return RightEdge()
    if published.size > total:
        raise LedgerDamaged(
            f"已公布的日志有{published.size}条，数据库只有{total}条：数据库可能恢复自旧备份。请恢复较新的备份。"
        )
    tiles = Tiles(folder.read, published.size)
    try:
        edge = right_edge(tiles.node, published.size)
        last = tiles.node(0, published.size - 1)
    except (FileNotFoundError, ValueError) as missing:
        raise LedgerDamaged(f"日志瓦片文件缺失或残缺（{missing}）。请从备份恢复日志目录。") from missing
    if edge.root != published.root:
        raise LedgerDamaged("日志瓦片与已签名的检查点不符。请从备份恢复日志目录。")
    if Leaf.objects.get(index=published.size - 1).hash != last.hex():
        raise LedgerDamaged("数据库中的日志与已公布的日志不是同一部历史。请恢复较新的数据库备份。")
    return edge


def foreign_history(folder: LogFolder, *, using: str) -> str:
    """Why the database `using` cannot go on with the log in this folder; "" when it has all that was published."""
    published = folder.checkpoint()
    edge = RightEdge()
    if published is None:
        return ""
    hashes = Leaf.objects.using(using).filter(index__lt=published.size).order_by("index")
    for found in hashes.values_list("hash", flat=True).iterator(BATCH):
        edge = edge.grown([bytes.fromhex(found)])
    if edge.size < published.size:
        return f"已公布的日志有{published.size}条，数据库只有{edge.size}条。"
    return "" if edge.root == published.root else "数据库中的日志与已公布的日志不是同一部历史。"


def _publish_batch(folder: LogFolder, edge: RightEdge, *, first: int, end: int) -> RightEdge:
    found = Leaf.objects.filter(index__gte=first, index__lt=end).order_by("index")
    leaves = [bytes.fromhex(digest) for digest in found.values_list("entry__digest", flat=True)]
    hashes = [leaf_hash(leaf) for leaf in leaves]
    old = Tiles(folder.read, first)
    # If we stop among these files, more tiles exist than the checkpoint speaks of: nobody reads them, and the next
    # run writes the same bytes again, because they follow from the numbered leaves alone.
    for path, content in [*grown_bundles(old, leaves), *grown_tiles(old, hashes)]:
        folder.write(path, content)
        if ".p/" not in path:
            folder.forget_partial(path)
    return edge.grown(hashes)


def _sign(folder: LogFolder, key: SigningKey, *, edge: RightEdge) -> None:
    checkpoint = Checkpoint(key.public.name, edge.size, edge.root)
    # Irreversible: from here on the world may hold this root against us. All tiles below it are on disk. If we stop
    # before the rename, the old checkpoint stands and is true; after it, the new one stands and is true.
    folder.write("checkpoint", str(signed_checkpoint(checkpoint, key)).encode())
