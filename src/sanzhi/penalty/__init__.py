"""Penalties 行政处罚: order to correct, proposal, decision, on the spot, late penalty; the first kind on the core.

Owns correction 责令改正, late penalty 加处罚款. It answers the penalty's words in a procedure; the other kinds do
not exist for it, and whatever it changes in the core it changes by internal commands of `cases`.
"""
