"""The ledger's verbs. `record` is called inside every command of every app."""

from sanzhi.ledger.commands.accept_cosignature import AcceptCosignature, accept_cosignature
from sanzhi.ledger.commands.confirm_joint_act import ConfirmJointAct, confirm_joint_act
from sanzhi.ledger.commands.decline_joint_act import DeclineJointAct, decline_joint_act
from sanzhi.ledger.commands.erase_entry import EraseEntry, erase_entry
from sanzhi.ledger.commands.propose_joint_act import ProposeJointAct, propose_joint_act
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.commands.record_secret import RecordSecret, ensure_secret_recorded, record_secret
from sanzhi.ledger.commands.register_witness import RegisterWitness, register_witness
from sanzhi.ledger.commands.reseal_rows import ResealRows, reseal_rows
from sanzhi.ledger.commands.retire_witness import RetireWitness, retire_witness

__all__ = [
    "AcceptCosignature",
    "ConfirmJointAct",
    "DeclineJointAct",
    "EraseEntry",
    "ProposeJointAct",
    "RecordSecret",
    "RegisterWitness",
    "ResealRows",
    "RetireWitness",
    "accept_cosignature",
    "confirm_joint_act",
    "decline_joint_act",
    "ensure_secret_recorded",
    "erase_entry",
    "propose_joint_act",
    "record",
    "record_secret",
    "register_witness",
    "reseal_rows",
    "retire_witness",
]
