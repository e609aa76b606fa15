"""Spreadsheets in and out, without any domain: read what a bureau's Excel produced, find the table in it, write our own.

Every cell is text. What cannot be read is refused with sheet, row and column; nothing is dropped without a word.
"""
