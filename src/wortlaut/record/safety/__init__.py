"""Checking that nothing changed unseen; backups."""
