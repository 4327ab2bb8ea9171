"""The file and its tables: opening it, what stands in which row, and rows back into records."""
