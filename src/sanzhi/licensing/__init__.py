"""Licensing 行政许可: applications from the window to the certificate, and what becomes of a licence afterwards (行政许可法)."""
