"""Relaxations planted one at a time: what the tests do not notice, the rebuilding may lose."""
