"""Pages about a person's account: signing up, signing in, a forgotten password, one's own data."""
