"""The tree as static files: C2SP tlog-tiles (https://c2sp.org/tlog-tiles), tiles of height 8, entry bundles.

Pure: paths, widths, contents. `grown_tiles` says which files a larger tree needs; who writes them decides when.
"""

from collections.abc import Callable, Iterator
from itertools import count

from sanzhi.ledger.merkle import complete_root

WIDTH = 256
HEIGHT = 8
HASH = 32
KEPT = 64

Read = Callable[[str], bytes]


def _numbered(index: int) -> str:
    """`x001/x234/067` for 1234067."""
    groups = [f"{index % 1000:03}"]
    while index := index // 1000:
        groups.append(f"x{index % 1000:03}")
    return "/".join(reversed(groups))


def tile_path(level: int, index: int, *, width: int = WIDTH) -> str:
    """`tile/0/x001/234` or, partial, `tile/0/x001/234.p/5`."""
    return f"tile/{level}/{_numbered(index)}" + ("" if width == WIDTH else f".p/{width}")


def bundle_path(index: int, *, width: int = WIDTH) -> str:
    return f"tile/entries/{_numbered(index)}" + ("" if width == WIDTH else f".p/{width}")


def width_in(size: int, *, level: int, index: int) -> int:
    """How many hashes the tile holds in a tree of `size` leaves; 0 where it does not exist."""
    return max(0, min(WIDTH, (size >> HEIGHT * level) - index * WIDTH))


def bundle(leaves: list[bytes]) -> bytes:
    """An entry bundle: each leaf's data behind its length in two bytes."""
    return b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in leaves)


def leaves_in(content: bytes) -> list[bytes]:
    """The leaves of a bundle. ValueError when it is cut off."""
    leaves, at = [], 0
    while at < len(content):
        end = at + 2 + int.from_bytes(content[at : at + 2], "big")
        if at + 2 > len(content) or end > len(content):
            raise ValueError("the entry bundle is cut off")
        leaves.append(content[at + 2 : end])
        at = end
    return leaves


def hashes_in(content: bytes) -> list[bytes]:
    return [content[at : at + HASH] for at in range(0, len(content), HASH)]


class Tiles:
    """Reads a tree of `size` leaves from its files. `read(path)` raises FileNotFoundError where there is none."""

    def __init__(self, read: Read, size: int) -> None:
        self.size = size
        self._read = read
        self._kept: dict[tuple[int, int], list[bytes]] = {}

    def node(self, level: int, index: int) -> bytes:
        """The hash of the complete subtree (merkle.Nodes). ValueError when a tile is not as long as it must be."""
        tile_level, row = divmod(level, HEIGHT)
        tile, start = divmod(index << row, WIDTH)
        hashes = self.tile(tile_level, tile)[start : start + (1 << row)]
        if len(hashes) != 1 << row:
            raise ValueError(f"node {level}/{index} is not in a tree of {self.size}")
        return complete_root(hashes)

    def tile(self, level: int, index: int) -> list[bytes]:
        key = (level, index)
        if key not in self._kept:
            width = width_in(self.size, level=level, index=index)
            content = self._read_partial(tile_path(level, index, width=width), tile_path(level, index))
            if len(content) < width * HASH or width == 0:
                raise ValueError(f"tile {level}/{index} holds {len(content)} bytes instead of {width * HASH}")
            if len(self._kept) == KEPT:
                self._kept.clear()  # a walk over the whole tree must not hold it
            self._kept[key] = hashes_in(content[: width * HASH])
        return self._kept[key]

    def leaves(self, index: int) -> list[bytes]:
        width = width_in(self.size, level=0, index=index)
        return leaves_in(self._read_partial(bundle_path(index, width=width), bundle_path(index)))[:width]

    def _read_partial(self, path: str, whole: str) -> bytes:
        try:
            return self._read(path)
        except FileNotFoundError:
            return self._read(whole)  # partial files may go once the whole tile stands


def grown_tiles(old: Tiles, leaf_hashes: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """Every tile (path, content) that `old` grown by `leaf_hashes` has and `old` had not; lower levels first."""
    fresh = leaf_hashes
    for level in count():
        if not fresh:
            return
        first, held = divmod(old.size >> HEIGHT * level, WIDTH)
        hashes = (old.tile(level, first) if held else []) + fresh
        fresh = []
        for start in range(0, len(hashes), WIDTH):
            piece = hashes[start : start + WIDTH]
            yield tile_path(level, first + start // WIDTH, width=len(piece)), b"".join(piece)
            if len(piece) == WIDTH:
                fresh.append(complete_root(piece))


def grown_bundles(old: Tiles, leaves: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """The same for the entry bundles."""
    first, held = divmod(old.size, WIDTH)
    together = (old.leaves(first) if held else []) + leaves
    for start in range(0, len(together), WIDTH):
        piece = together[start : start + WIDTH]
        yield bundle_path(first + start // WIDTH, width=len(piece)), bundle(piece)
