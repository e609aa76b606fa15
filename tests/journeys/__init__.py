"""Stories in a real browser: given, when, then."""
