"""Input without measure: over all commands and all addresses a sentence, never a crash."""
