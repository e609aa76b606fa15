"""What a witness does: follows a log from checkpoint to checkpoint and signs only what continues what it has seen.

Needs the published files alone, no database. Refuses (WitnessRefusal) a log that forgets or rewrites.
"""

from sanzhi.ledger.checkpoint import Checkpoint, opened_checkpoint
from sanzhi.ledger.merkle import consistency_proof, is_consistent, right_edge
from sanzhi.ledger.note import Note, NoteError, PublicKey, SigningKey, cosign, parse_note
from sanzhi.ledger.tiles import Read, Tiles


class WitnessRefusal(Exception):
    """The log does not continue what the witness has seen, or its files do not make up its checkpoint."""


def cosigned(read: Read, log: PublicKey, *, key: SigningKey, seen: Checkpoint | None, at: int) -> Note:
    """The published checkpoint with the witness's line, made at `at` (seconds since 1970).

    `seen` is the last checkpoint that the witness has signed, None the first time.
    """
    try:
        content = read("checkpoint").decode()
        checkpoint = opened_checkpoint(content, log)
    except (FileNotFoundError, NoteError) as wrong:
        raise WitnessRefusal(f"检查点缺失或者签名不对（{wrong}）。") from wrong
    check_growth(read, seen=seen, checkpoint=checkpoint)
    note = parse_note(content)
    return Note(note.text, (*note.signatures, cosign(note.text, key, at=at)))


def check_growth(read: Read, *, seen: Checkpoint | None, checkpoint: Checkpoint) -> None:
    """Raises WitnessRefusal unless the files make up `checkpoint` and it continues `seen`."""
    nodes = Tiles(read, checkpoint.size).node
    try:
        if right_edge(nodes, checkpoint.size).root != checkpoint.root:
            raise WitnessRefusal("日志的瓦片与检查点不符。")
        if seen is None or seen.size == 0:
            return
        if seen.size > checkpoint.size:
            raise WitnessRefusal(f"日志变短：上次{seen.size}条，这次{checkpoint.size}条。")
        proof = consistency_proof(nodes, old=seen.size, new=checkpoint.size)
    except (FileNotFoundError, ValueError) as missing:
        raise WitnessRefusal(f"日志的瓦片缺失（{missing}）。") from missing
    if not is_consistent(seen.root, checkpoint.root, old=seen.size, new=checkpoint.size, proof=proof):
        raise WitnessRefusal(f"前{seen.size}条日志被改写，与上次的不是同一部历史。")
