"""Same work, peers side by side, ratios in one run. Each module has `run() -> list[Measurement]`."""
