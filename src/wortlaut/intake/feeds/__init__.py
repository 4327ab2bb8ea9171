"""Feeds and what lists articles like them: RSS, Atom, JSON Feed, sitemaps."""
