"""Items that are records of fields: JSON and JSON Lines."""
