"""Wikis: dumps of MediaWiki, and the text in its markup."""
