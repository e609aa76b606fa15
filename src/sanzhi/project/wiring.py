"""The one readable table of who plugs into whom."""


def join() -> None:
    """Connect the ports; called once when Django has loaded every app."""
