"""Short names of the units of days, so that a row of a table stays one row."""

from sanzhi.law.days import DayUnit

W, C, M = DayUnit.WORKING, DayUnit.CALENDAR, DayUnit.MONTH
