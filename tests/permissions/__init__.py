"""Who may open what and do what: every address and command × every person, from one table (`table.yaml`)."""
