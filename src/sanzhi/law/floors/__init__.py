"""The floor 底线 of each kind of enforcement: what statute demands of every procedure, whatever a local list says."""
