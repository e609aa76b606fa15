"""依据调整: what happens when a law changes or ends.

Owns: 依据调整 item (Adjustment). Every row of a list in force, form and rule of the code that cites a touched article
gets one item; until it is settled the public page says 依据调整中. Refuses to settle what still rests on an ended article.
"""
