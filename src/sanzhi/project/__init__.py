"""Composition only: settings, addresses, wiring of ports, the worker. No rule of the domain lives here."""
