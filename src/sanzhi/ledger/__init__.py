"""The ledger 防篡改日志: every command leaves an entry, every entry becomes a leaf of a public Merkle tree.

Owns *entry*, *seal*, *leaf*, *tile*, *checkpoint*, *proof*. A leaf is a salted digest: facts can be erased as
the law demands and the tree still verifies. It refuses to chain hashes inside a command; one sequencer does it.
"""
