"""Pages and API. Nothing yet; later versions fill it."""
