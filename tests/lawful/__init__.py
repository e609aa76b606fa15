"""What tells whether the platform is lawful: a judge written from the statutes, and a clerk who tries to break it.

`chronicle` says what happened, `adapter` reads that from rows, ledger and papers, `judge` holds it against the
statutes, `clerk` walks and bends. The judge imports neither guards nor `sanzhi.law`: it counts anew.
"""
