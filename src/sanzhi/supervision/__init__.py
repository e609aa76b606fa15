"""Supervision 督导: the worklist 台账 of everybody's tasks and deadlines, drawn from all the apps below.

It writes nothing: each task leads to the page whose command settles it.
"""
