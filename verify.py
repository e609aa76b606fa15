#!/usr/bin/env python3
"""离线核验：证明文件、文书和防篡改日志。只用 Python 3.11 标准库，不需要安装本系统，不联网。

    python verify.py 证明.json [文书.pdf] [--key 公钥] [--witness 见证方公钥]
    python verify.py --log 日志目录 [--key 公钥]

退出码：0 全部相符；1 有不符；2 文件读不出来或格式不对。规范见 docs/design/ledger.md；
散列树 RFC 6962，瓦片、检查点、签名 C2SP（c2sp.org），签名算法 Ed25519（RFC 8032）。
"""

import argparse
import hashlib
import json
import sys
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = "sanzhi-proof/1"
WIDTH = 256


class Unreadable(Exception):
    """The input is not what it claims to be; nothing can be said about it (exit code 2)."""


@dataclass(frozen=True)
class Finding:
    """One check. `part` is 文件, 条目, 包含证明, 检查点, 签名, 见证 or 瓦片."""

    part: str
    holds: bool
    sentence: str


# --- Ed25519, RFC 8032 §5.1, verification only ---------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]


def _add(a: Point, b: Point) -> Point:
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    x, y, z, t = f - e, h - g, h + g, f + e
    return x * y % P, z * t % P, y * z % P, x * t % P


def _times(factor: int, point: Point) -> Point:
    total: Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            total = _add(total, point)
        point = _add(point, point)
        factor >>= 1
    return total


def _point(encoded: bytes) -> Point | None:
    sign, y = encoded[31] >> 7, int.from_bytes(encoded, "little") & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = _point((4 * pow(5, -1, P) % P).to_bytes(32, "little")) or (0, 1, 1, 0)


def is_signed(public: bytes, message: bytes, *, signature: bytes) -> bool:
    """Whether the 64 bytes are this key's Ed25519 signature over `message`."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, nonce = _point(public), _point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or nonce is None or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    left = _times(scalar, BASE)
    right = _add(nonce, _times(int.from_bytes(digest, "little") % ORDER, key))
    return not (
        (left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P
    )


# --- the tree, RFC 6962 §2.1 ---------------------------------------------------------------------------------


def canonical(value: Any) -> bytes:
    """The one spelling that is hashed: UTF-8, keys sorted, no spaces, Chinese as itself."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def leaf_hash(leaf: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_from_inclusion(leaf: bytes, proof: list[bytes], *, index: int, size: int) -> bytes | None:
    """The root to which a leaf hash leads; None where the proof has the wrong length."""
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


# --- keys, notes, checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature) ---------------------------


@dataclass(frozen=True)
class Key:
    """`kind` 1 is a log's key, 4 a witness's."""

    name: str
    hash: bytes
    kind: int
    public: bytes


@dataclass(frozen=True)
class Checkpoint:
    text: str
    origin: str
    size: int
    root: bytes
    signatures: tuple[tuple[str, bytes], ...]


def parse_key(line: str) -> Key:
    try:
        name, fingerprint, encoded = line.strip().split("+", 2)
        material = b64decode(encoded, validate=True)
        expected = hashlib.sha256(name.encode() + b"\n" + material).digest()[:4]
        if len(material) != 33 or expected.hex() != fingerprint:
            raise ValueError
    except ValueError as wrong:
        raise Unreadable("公钥格式不对，应为 名称+散列+内容 的一行文字。") from wrong
    return Key(name, expected, material[0], material[1:])


def parse_checkpoint(note: str) -> Checkpoint:
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    try:
        origin, size, root, *_ = text.split("\n")
        signatures = []
        for line in lines.removesuffix("\n").split("\n"):
            dash, name, encoded = line.split(" ")
            if dash != "—":
                raise ValueError
            signatures.append((name, b64decode(encoded, validate=True)))
        checkpoint = Checkpoint(text, origin, int(size), b64decode(root, validate=True), tuple(signatures))
    except ValueError as wrong:
        raise Unreadable("检查点格式不对，可能被截断。") from wrong
    return checkpoint


def is_signed_by(checkpoint: Checkpoint, key: Key) -> bool:
    """Whether the checkpoint carries a right signature of `key`."""
    for name, content in checkpoint.signatures:
        if (name, content[:4]) != (key.name, key.hash):
            continue
        if key.kind == 1:
            return is_signed(key.public, checkpoint.text.encode(), signature=content[4:])
        at = int.from_bytes(content[4:12], "big")
        return is_signed(
            key.public, f"cosignature/v1\ntime {at}\n{checkpoint.text}".encode(), signature=content[12:]
        )
    return False


def checked_signature(checkpoint: Checkpoint, key: Key) -> Finding:
    if checkpoint.origin != key.name:
        return Finding("签名", False, f"检查点属于{checkpoint.origin}，不是公钥所指的{key.name}。")
    holds = is_signed_by(checkpoint, key)
    return Finding(
        "签名", holds, f"检查点{'由' if holds else '没有'}{key.name}的{'' if holds else '有效'}签名。"
    )


# --- a proof bundle ------------------------------------------------------------------------------------------


def check_proof(
    bundle: dict[str, Any], file: Path | None = None, *, key: str = "", witnesses: tuple[str, ...] = ()
) -> list[Finding]:
    """Every check that the bundle allows, also after the first that fails. Unreadable when it is no bundle."""
    try:
        if bundle["format"] != FORMAT:
            raise Unreadable(f"证明文件的格式是{bundle['format']}，本程序只认{FORMAT}。")
        entry, digest = bundle["entry"], bytes.fromhex(bundle["digest"])
        content = hashlib.sha256(bytes.fromhex(bundle["salt"]) + canonical(entry)).digest()
        proof = [b64decode(step, validate=True) for step in bundle["proof"]]
        index, checkpoint = int(bundle["index"]), parse_checkpoint(bundle["checkpoint"])
        log_key = parse_key(key or bundle["key"])
    except (KeyError, TypeError, ValueError) as wrong:
        raise Unreadable("证明文件缺少内容或格式不对。") from wrong
    findings = [] if file is None else [checked_file(entry, file)]
    holds = content == digest
    findings.append(
        Finding("条目", holds, "条目内容与它的摘要" + ("相符。" if holds else "不符：条目被改动过。"))
    )
    root = root_from_inclusion(leaf_hash(digest), proof, index=index, size=checkpoint.size)
    holds = root == checkpoint.root
    where = f"在日志的第{index}号，日志共{checkpoint.size}条。" if holds else "无法与检查点的树根对上。"
    findings.append(Finding("包含证明", holds, f"条目{where}"))
    findings.append(checked_signature(checkpoint, log_key))
    for line in witnesses:
        witness = parse_key(line)
        holds = is_signed_by(checkpoint, witness)
        findings.append(
            Finding("见证", holds, f"{witness.name}{'见证过' if holds else '没有见证'}这个检查点。")
        )
    return findings


def checked_file(entry: dict[str, Any], file: Path) -> Finding:
    expected = (entry.get("facts") or {}).get("sha256")
    if expected is None:
        return Finding("文件", False, "条目没有记载文件散列，不能用来核对文件。")
    with file.open("rb") as content:
        holds = hashlib.file_digest(content, "sha256").hexdigest() == expected
    return Finding(
        "文件",
        holds,
        f"{file.name}{'与记载的散列相符。' if holds else '与记载的散列不符：被改动过，或不是这一份。'}",
    )


# --- a whole log ---------------------------------------------------------------------------------------------


def _numbered(index: int) -> str:
    groups = [f"{index % 1000:03}"]
    while index := index // 1000:
        groups.append(f"x{index % 1000:03}")
    return "/".join(reversed(groups))


def _tile(level: int | str, index: int, *, width: int) -> str:
    return f"tile/{level}/{_numbered(index)}" + ("" if width == WIDTH else f".p/{width}")


def _leaves(content: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(content):
        end = at + 2 + int.from_bytes(content[at : at + 2], "big")
        yield content[at + 2 : end]
        at = end


class Regrown:
    """The tree grown again from its leaves; every tile is compared with the file as soon as it is complete."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self.levels: list[list[bytes]] = [[]]
        self.counts = [0]
        self.wrong: list[Finding] = []

    def add(self, leaves: list[bytes]) -> None:
        for leaf in leaves:
            self._push(0, leaf_hash(leaf))

    def _push(self, level: int, value: bytes) -> None:
        if level == len(self.levels):
            self.levels.append([])
            self.counts.append(0)
        self.levels[level].append(value)
        if len(self.levels[level]) == WIDTH:
            full, self.levels[level] = self.levels[level], []
            self._compare(level, full)
            self.counts[level] += 1
            self._push(level + 1, _folded(full))

    def _compare(self, level: int, hashes: list[bytes]) -> None:
        path = self.log / _tile(level, self.counts[level], width=len(hashes))
        if not path.is_file():
            self.wrong.append(Finding("瓦片", False, f"缺少{path.relative_to(self.log)}。"))
        elif path.read_bytes() != b"".join(hashes):
            self.wrong.append(Finding("瓦片", False, f"{path.relative_to(self.log)}与条目推算的散列不符。"))

    def root(self) -> bytes:
        """Compares the partial tiles and returns the root over everything added."""
        total: bytes | None = None
        for level, hashes in enumerate(self.levels):
            if hashes:
                self._compare(level, hashes)
            for subtree in reversed(_edge(hashes)):
                total = subtree if total is None else node_hash(subtree, total)
        return total or hashlib.sha256(b"").digest()


def _folded(hashes: list[bytes]) -> bytes:
    while len(hashes) > 1:
        hashes = [node_hash(*hashes[at : at + 2]) for at in range(0, len(hashes), 2)]
    return hashes[0]


def _edge(hashes: list[bytes]) -> list[bytes]:
    """The roots of the complete subtrees of up to 255 hashes, largest first."""
    roots, start = [], 0
    for bit in reversed(range(8)):
        if len(hashes) >> bit & 1:
            roots.append(_folded(hashes[start : start + (1 << bit)]))
            start += 1 << bit
    return roots


def check_log(log: Path, *, key: str = "") -> list[Finding]:
    """Grow the published tree again from its entry bundles and compare everything with the signed checkpoint."""
    try:
        checkpoint = parse_checkpoint((log / "checkpoint").read_text(encoding="utf-8"))
        log_key = parse_key(key or (log / "public-key").read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise Unreadable(f"日志目录里没有{Path(missing.filename).name}。") from missing
    regrown = Regrown(log)
    for index in range(-(-checkpoint.size // WIDTH)):
        width = min(WIDTH, checkpoint.size - index * WIDTH)
        path = log / _tile("entries", index, width=width)
        leaves = list(_leaves(path.read_bytes())) if path.is_file() else []
        if len(leaves) != width:
            regrown.wrong.append(
                Finding("瓦片", False, f"{path.relative_to(log)}应有{width}条，实有{len(leaves)}条。")
            )
            break
        regrown.add(leaves)
    root = regrown.root()
    holds = root == checkpoint.root and not regrown.wrong
    findings = [*regrown.wrong, checked_signature(checkpoint, log_key)]
    return [
        Finding("检查点", holds, f"{checkpoint.size}条日志推算的树根与检查点{'相符' if holds else '不符'}。"),
        *findings,
    ]


# --- the command line ----------------------------------------------------------------------------------------


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="离线核验证明文件、文书和防篡改日志")
    parser.add_argument("proof", nargs="?", type=Path, help="证明文件（JSON）")
    parser.add_argument("file", nargs="?", type=Path, help="要核对的文书")
    parser.add_argument("--log", type=Path, metavar="目录", help="核验整个日志目录")
    parser.add_argument("--key", default="", metavar="公钥", help="从公示网或司法局取得的日志公钥")
    parser.add_argument("--witness", action="append", default=[], metavar="公钥", help="要求这个见证方的联签")
    chosen = parser.parse_args(arguments)
    if (chosen.log is None) == (chosen.proof is None):
        parser.error("请给出证明文件，或用 --log 给出日志目录。")
    try:
        if chosen.log is not None:
            findings = check_log(chosen.log, key=chosen.key)
        else:
            bundle = json.loads(chosen.proof.read_text(encoding="utf-8"))
            findings = check_proof(bundle, chosen.file, key=chosen.key, witnesses=tuple(chosen.witness))
    except (Unreadable, OSError, UnicodeDecodeError, json.JSONDecodeError) as trouble:
        print(f"读不出来：{trouble}", file=sys.stderr)
        return 2
    for finding in findings:
        print(f"{'相符' if finding.holds else '不符'}  {finding.part}：{finding.sentence}")
    if not chosen.key:
        print("注意  公钥取自被核验的材料本身。请用 --key 给出另外取得的公钥，才能排除整套伪造。")
    return 0 if all(finding.holds for finding in findings) else 1


if __name__ == "__main__":
    sys.exit(main())
