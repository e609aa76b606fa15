"""The verbs of coercion."""

from sanzhi.coercion.commands.begin_seizure import BeginSeizure, begin_seizure
from sanzhi.coercion.commands.carry_out_seizure import CarryOutSeizure, carry_out_seizure
from sanzhi.coercion.commands.decide_seizure import DecideSeizure, decide_seizure
from sanzhi.coercion.commands.extend_seizure import ExtendSeizure, extend_seizure
from sanzhi.coercion.commands.forgo_seizure import ForgoSeizure, forgo_seizure
from sanzhi.coercion.commands.let_things_go import LetThingsGo, let_things_go
from sanzhi.coercion.commands.move_things import MoveThings, move_things
from sanzhi.coercion.commands.propose_extension import ProposeExtension, propose_extension
from sanzhi.coercion.commands.propose_seizure import ProposeSeizure, propose_seizure
from sanzhi.coercion.commands.regularise_seizure import RegulariseSeizure, regularise_seizure
from sanzhi.coercion.commands.seize_at_once import SeizeAtOnce, seize_at_once
from sanzhi.coercion.commands.settle_things import SettleThings, settle_things

__all__ = [
    "BeginSeizure",
    "CarryOutSeizure",
    "DecideSeizure",
    "ExtendSeizure",
    "ForgoSeizure",
    "LetThingsGo",
    "MoveThings",
    "ProposeExtension",
    "ProposeSeizure",
    "RegulariseSeizure",
    "SeizeAtOnce",
    "SettleThings",
    "begin_seizure",
    "carry_out_seizure",
    "decide_seizure",
    "extend_seizure",
    "forgo_seizure",
    "let_things_go",
    "move_things",
    "propose_extension",
    "propose_seizure",
    "regularise_seizure",
    "seize_at_once",
    "settle_things",
]
