"""Addresses: which may be asked, how that is done politely and within bounds, and what they answer."""
