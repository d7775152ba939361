"""Pages of citizens, one module per room."""
