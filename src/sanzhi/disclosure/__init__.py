"""The gate 公示: what goes public, when, redacted how; correction and withdrawal.

Owns release 公示办理. It sees the case and writes a frozen copy; the copy sees nothing. A decision opens a
release by itself, and the worklist counts down seven working days (国办发〔2018〕118号; facts F1-04, F8-01).
"""
