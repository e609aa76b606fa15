"""Paths as the specification writes them; a tree grown through files has the roots of a tree grown at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanzhi.ledger.merkle import inclusion_proof, leaf_hash, right_edge, root_from_inclusion, tree_root
from sanzhi.ledger.tiles import (
    Tiles,
    bundle,
    bundle_path,
    grown_bundles,
    grown_tiles,
    leaves_in,
    tile_path,
    width_in,
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (tile_path(0, 0), "tile/0/000"),
        (tile_path(0, 1234067), "tile/0/x001/x234/067"),
        (tile_path(1, 999), "tile/1/999"),
        (tile_path(0, 1000), "tile/0/x001/000"),
        (tile_path(2, 5, width=7), "tile/2/005.p/7"),
        (bundle_path(1234, width=5), "tile/entries/x001/234.p/5"),
    ],
)
def test_paths(path: str, expected: str) -> None:
    assert path == expected


@pytest.mark.parametrize(
    ("size", "level", "index", "width"),
    [
        (0, 0, 0, 0),
        (1, 0, 0, 1),
        (256, 0, 0, 256),
        (256, 1, 0, 1),
        (257, 0, 1, 1),
        (70000, 2, 0, 1),
        (70000, 1, 1, 17),
    ],
)
def test_widths(size: int, level: int, index: int, width: int) -> None:
    assert width_in(size, level=level, index=index) == width


@settings(max_examples=30)
@given(st.lists(st.one_of(st.integers(1, 5), st.integers(200, 700)), max_size=5), st.data())
def test_a_tree_grown_through_files(batches: list[int], data: st.DataObject) -> None:
    files: dict[str, bytes] = {}
    leaves = [number.to_bytes(4, "big") for number in range(sum(batches))]
    size = 0
    for batch in batches:
        fresh = leaves[size : size + batch]
        old = Tiles(lambda path: read(files, path), size)
        files.update(list(grown_bundles(old, fresh)))
        files.update(list(grown_tiles(old, [leaf_hash(leaf) for leaf in fresh])))
        size += batch
    tiles = Tiles(lambda path: read(files, path), size)
    root = tree_root(map(leaf_hash, leaves))
    assert right_edge(tiles.node, size).root == root
    assert [leaf for index in range(-(-size // 256)) for leaf in tiles.leaves(index)] == leaves
    if size:
        index = data.draw(st.integers(0, size - 1))
        proof = inclusion_proof(tiles.node, index, size=size)
        assert root_from_inclusion(leaf_hash(leaves[index]), proof, index=index, size=size) == root


def read(files: dict[str, bytes], path: str) -> bytes:
    if path not in files:
        raise FileNotFoundError(path)
    return files[path]


def test_an_old_tree_is_read_from_whole_tiles_when_its_partial_ones_are_gone() -> None:
    hashes = [leaf_hash(bytes([number])) for number in range(256)]
    files = dict(grown_tiles(Tiles(lambda path: b"", 0), hashes))
    tiles = Tiles(lambda path: read(files, path), 100)
    assert right_edge(tiles.node, 100).root == tree_root(hashes[:100])


def test_cut_off_files_are_refused() -> None:
    with pytest.raises(ValueError, match="cut off"):
        leaves_in(bundle([b"abc", b"def"])[:-1])
    with pytest.raises(ValueError, match="cut off"):
        leaves_in(b"\x00")
    with pytest.raises(ValueError, match="instead of"):
        Tiles(lambda path: b"\x00" * 31, 1).node(0, 0)
    with pytest.raises(ValueError, match="not in a tree"):
        Tiles(lambda path: b"\x00" * 32, 1).node(1, 0)
