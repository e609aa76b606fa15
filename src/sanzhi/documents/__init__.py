"""Documents 文书: forms as data, filling, rendering, numbering, signing, service.

Owns the words form 文书式样, document 文书, number series 文号, signature 签批, service 送达. An issued document
is frozen (bytes, hash, number); a wrong one is voided and keeps its number. It refuses to know why a document
may be written: the procedure is asked first, so every command here is called by a case's command.
"""
