"""What people decide, look back on, take back and erase."""
