"""The Merkle tree of RFC 6962 §2.1: hashing, growing, roots, proofs and their verification.

Pure functions on bytes. The tree itself is never held: whoever asks for a proof passes `nodes(level, index)`,
the hash of the complete subtree of 2**level leaves that starts at leaf index * 2**level.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Nodes = Callable[[int, int], bytes]
EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True)
class RightEdge:
    """All that is needed to go on growing: the roots of the complete subtrees, largest first."""

    size: int = 0
    roots: tuple[bytes, ...] = ()

    def grown(self, leaf_hashes: Iterable[bytes]) -> "RightEdge":
        size, roots = self.size, list(self.roots)
        for carried in leaf_hashes:
            merged, remaining = carried, size
            while remaining & 1:
                merged = node_hash(roots.pop(), merged)
                remaining >>= 1
            roots.append(merged)
            size += 1
        return RightEdge(size, tuple(roots))

    @property
    def root(self) -> bytes:
        if not self.roots:
            return EMPTY_ROOT
        *left, total = self.roots
        for subtree in reversed(left):
            total = node_hash(subtree, total)
        return total


def right_edge(nodes: Nodes, size: int) -> RightEdge:
    """The right edge of a tree of `size` leaves, one node read for each one-bit of the size."""
    roots, start = [], 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            roots.append(nodes(level, start >> level))
            start += 1 << level
    return RightEdge(size, tuple(roots))


def tree_root(leaf_hashes: Iterable[bytes]) -> bytes:
    return RightEdge().grown(leaf_hashes).root


def complete_root(hashes: list[bytes]) -> bytes:
    """The root over a power of two of hashes (twice as fast as growing)."""
    while len(hashes) > 1:
        hashes = [node_hash(*hashes[at : at + 2]) for at in range(0, len(hashes), 2)]
    return hashes[0]


def _split(size: int) -> int:
    """The largest power of two smaller than `size`."""
    return 1 << (size - 1).bit_length() - 1


def _subtree(nodes: Nodes, start: int, *, size: int) -> bytes:
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return nodes(level, start >> level)
    left = _split(size)
    return node_hash(_subtree(nodes, start, size=left), _subtree(nodes, start + left, size=size - left))


def inclusion_proof(nodes: Nodes, index: int, *, size: int) -> list[bytes]:
    """PATH(index, D[size]) of RFC 6962 §2.1.1, lowest sibling first. ValueError when the leaf is not in the tree."""
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} is not in a tree of {size}")
    proof, start = [], 0
    while size > 1:
        left = _split(size)
        if index - start < left:
            proof.append(_subtree(nodes, start + left, size=size - left))
            size = left
        else:
            proof.append(_subtree(nodes, start, size=left))
            start, size = start + left, size - left
    return proof[::-1]


def consistency_proof(nodes: Nodes, *, old: int, new: int) -> list[bytes]:
    """PROOF(old, D[new]) of RFC 6962 §2.1.2. ValueError unless 0 < old <= new."""
    if not 0 < old <= new:
        raise ValueError(f"no proof leads from a tree of {old} to one of {new}")
    proof: list[bytes] = []
    start, size, known = 0, new, True
    while old - start < size:
        left = _split(size)
        if old - start <= left:
            proof.append(_subtree(nodes, start + left, size=size - left))
            size = left
        else:
            proof.append(_subtree(nodes, start, size=left))
            start, size, known = start + left, size - left, False
    if not known:
        proof.append(_subtree(nodes, start, size=size))
    return proof[::-1]


def root_from_inclusion(leaf: bytes, proof: list[bytes], *, index: int, size: int) -> bytes | None:
    """The root to which `leaf` (a leaf hash) leads, or None where the proof has the wrong length (RFC 9162 §2.1.3.2)."""
    if not 0 <= index < size:
        return None
    at, last, total = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            total = node_hash(sibling, total)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            total = node_hash(total, sibling)
        at, last = at >> 1, last >> 1
    return total if last == 0 else None


def is_consistent(old_root: bytes, new_root: bytes, *, old: int, new: int, proof: list[bytes]) -> bool:
    """Whether the tree of `new` leaves continues that of `old` leaves (RFC 9162 §2.1.4.2)."""
    if old == new:
        return old_root == new_root and not proof
    if not 0 < old < new or not proof:
        return False
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first = second = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root
