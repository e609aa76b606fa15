"""Sanzhi 三制: one install on one computer for a county bureau; the same code for a province."""
