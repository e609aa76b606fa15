"""Ways in that insiders and strangers once found, each shut."""
