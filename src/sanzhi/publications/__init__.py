"""What is public 已公示: frozen, redacted copies with stable addresses; nothing here can see a case.

Owns publication 公示件. A copy is never edited: a correction makes a new one, a withdrawal leaves a notice with
its reason (行政处罚法 §48).
"""
