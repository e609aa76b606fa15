"""The demonstration: an invented bureau and its cases, made only by running the commands under a moved clock.

Nothing here writes a table; everything follows from one seed; every person is invented (identity numbers from
the impossible region 000000).
"""
