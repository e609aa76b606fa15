"""Which places that can say no have said it under a test; the silent ones stand in `silent.yaml`."""
