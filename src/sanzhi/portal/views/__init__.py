"""Views of the portal: parse, ask a query, render."""
