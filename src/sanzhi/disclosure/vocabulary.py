"""The gate's words in a procedure."""

from sanzhi.cases.board import Vocabulary
from sanzhi.disclosure.guards import copy_withdrawn, may_close

VOCABULARY = Vocabulary(guards={"disclosure.copy_withdrawn": copy_withdrawn}, may_close=may_close)
