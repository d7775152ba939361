"""Pages of those who manage procedures and agencies: an interface, no rules."""
