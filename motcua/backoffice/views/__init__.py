"""The managers' pages, one module per room."""
