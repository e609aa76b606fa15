"""The kernel: what every command stands on, without a word of the domain.

Owns *command*, *verdict*, *event*, *actor*, *clock*, *storage*, *job* and the guarded base table. It refuses
to know what a case or an officer is; those who know plug in through the small ports named in the modules.
"""
