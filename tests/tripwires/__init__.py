"""Traps that are armed during every test; each bans one mistake for good."""
