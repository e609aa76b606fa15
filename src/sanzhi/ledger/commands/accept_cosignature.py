"""Keep a checkpoint that a witness has signed; refuses one that is not ours or not of this history."""

from pydantic import Field

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger import events
from sanzhi.ledger.checkpoint import Checkpoint, opened_checkpoint
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.log_files import LogFolder, log_folder
from sanzhi.ledger.merkle import right_edge
from sanzhi.ledger.models import Cosignature, Witness
from sanzhi.ledger.note import NoteError, PublicKey, is_signed_by, parse_note
from sanzhi.ledger.policies import may_administer_ledger
from sanzhi.ledger.tiles import Tiles


class AcceptCosignature(Order):
    """`note` is the whole cosigned checkpoint, as `manage.py witness` prints it."""

    witness: int
    note: str = Field(max_length=10000)

    model_config = {"str_strip_whitespace": False}  # a note ends in a newline


@command("ledger.accept_cosignature", title="收存见证联签")
def accept_cosignature(actor: Actor, order: AcceptCosignature) -> Cosignature:
    witness = Witness.objects.filter(pk=order.witness, retired_on=None).first()
    if witness is None:
        raise NotVisible
    folder = log_folder()
    checkpoint = _read(order.note, folder=folder, witness=PublicKey.parse(witness.key))
    require(may_administer_ledger(actor))
    require(Verdict.when(checkpoint is not None, "联签或者检查点的签名不对。"))
    assert checkpoint is not None
    fresh = not Cosignature.objects.filter(witness=witness, size=checkpoint.size).exists()
    require(
        Verdict.when(_is_ours(folder, checkpoint), "联签的检查点与本日志不是同一部历史。请立即核查。"),
        Verdict.when(fresh, f"{witness.title}对{checkpoint.size}条的联签已经收存。"),
    )
    kept = Cosignature(witness=witness, size=checkpoint.size, note=order.note, accepted_at=clock.now())
    kept.save()
    facts = {"title": witness.title, "size": checkpoint.size}
    record(events.CHECKPOINT_COSIGNED, actor=actor, subject=witness, facts=facts)
    return kept


def _read(note: str, *, folder: LogFolder, witness: PublicKey) -> Checkpoint | None:
    try:
        checkpoint = opened_checkpoint(note, folder.public_key())
        return checkpoint if is_signed_by(parse_note(note), witness) else None
    except NoteError:
        return None


def _is_ours(folder: LogFolder, checkpoint: Checkpoint) -> bool:
    published = folder.checkpoint()
    if published is None or checkpoint.size > published.size:
        return False
    return right_edge(Tiles(folder.read, published.size).node, checkpoint.size).root == checkpoint.root
