"""Finds procedures by what people say: the words typed are understood first, then the database ranks."""
