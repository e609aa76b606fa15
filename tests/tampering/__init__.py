"""Fifty-two and more ways of changing what was recorded, and the verification that names each of them."""
