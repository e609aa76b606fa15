"""The vectors of RFC 6962's reference tree, and every property a proof must have on trees of all small sizes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.ledger.merkle import (
    EMPTY_ROOT,
    RightEdge,
    complete_root,
    consistency_proof,
    inclusion_proof,
    is_consistent,
    leaf_hash,
    right_edge,
    root_from_inclusion,
    tree_root,
)

LEAVES = [
    bytes.fromhex(text)
    for text in [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def hashes(count: int) -> list[bytes]:
    return [leaf_hash(number.to_bytes(4, "big")) for number in range(count)]


class Held:
    """A tree held in memory, as the reader of nodes."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.leaves = leaves

    def node(self, level: int, index: int) -> bytes:
        piece = self.leaves[index << level : (index + 1) << level]
        assert len(piece) == 1 << level, "asked for a subtree that is not complete"
        return complete_root(piece)


@pytest.mark.parametrize("size", range(9))
def test_roots_of_the_reference_tree(size: int) -> None:
    assert tree_root(map(leaf_hash, LEAVES[:size])).hex() == ROOTS[size]


def test_known_proofs_of_the_reference_tree() -> None:
    held = Held([leaf_hash(leaf) for leaf in LEAVES])
    assert [step.hex() for step in inclusion_proof(held.node, 0, size=8)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [step.hex() for step in consistency_proof(held.node, old=1, new=8)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]


@given(st.integers(1, 600), st.data())
def test_every_leaf_is_proved_and_no_other_passes(size: int, data: st.DataObject) -> None:
    leaves = hashes(size)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(Held(leaves).node, index, size=size)
    root = tree_root(leaves)
    assert root_from_inclusion(leaves[index], proof, index=index, size=size) == root
    assert root_from_inclusion(leaf_hash(b"other"), proof, index=index, size=size) != root
    assert root_from_inclusion(leaves[index], [*proof, root], index=index, size=size) is None
    if size > 1:
        assert root_from_inclusion(leaves[index], proof[:-1], index=index, size=size) != root
        assert root_from_inclusion(leaves[index], proof, index=(index + 1) % size, size=size) != root


@given(st.integers(1, 600), st.data())
def test_growth_is_proved_and_a_rewritten_past_is_not(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new))
    leaves = hashes(new)
    proof = consistency_proof(Held(leaves).node, old=old, new=new)
    roots = tree_root(leaves[:old]), tree_root(leaves)
    assert is_consistent(*roots, old=old, new=new, proof=proof)
    changed = [leaf_hash(b"changed"), *leaves[1:]]
    assert not is_consistent(tree_root(changed[:old]), roots[1], old=old, new=new, proof=proof)
    assert not is_consistent(*roots, old=old, new=new, proof=[*proof, roots[0]])


@given(st.lists(st.integers(0, 90), max_size=6))
def test_growing_in_batches_is_growing_at_once(batches: list[int]) -> None:
    leaves = hashes(sum(batches))
    edge, at = RightEdge(), 0
    for batch in batches:
        edge = edge.grown(leaves[at : at + batch])
        at += batch
    assert edge.root == tree_root(leaves)
    assert edge == right_edge(Held(leaves).node, len(leaves))


def test_the_empty_tree_and_impossible_proofs() -> None:
    assert RightEdge().root == EMPTY_ROOT
    for index, size in [(0, 0), (3, 3), (-1, 3)]:
        with pytest.raises(ValueError, match="not in a tree"):
            inclusion_proof(Held([]).node, index, size=size)
        assert root_from_inclusion(EMPTY_ROOT, [], index=index, size=size) is None
    for old, new in [(0, 3), (4, 3)]:
        with pytest.raises(ValueError, match="no proof"):
            consistency_proof(Held([]).node, old=old, new=new)
