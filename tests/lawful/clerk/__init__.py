"""The hostile clerk: walks the lawful roads, bends one act or two, goes on past refusals, and lets the judge look."""
