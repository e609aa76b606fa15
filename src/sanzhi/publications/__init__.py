"""What is public 已公示: frozen, redacted copies with stable addresses; nothing here can see a case.

Owns publication 公示件. All copies of one record have one public state: a correction makes a new copy and empties the
earlier ones, a withdrawal empties all, and each address keeps a notice (行政处罚法 §48). The end of a period is asked
when reading: it hides, and empties nothing.
"""
