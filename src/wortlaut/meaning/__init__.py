"""What a statement is about: who, act, condition, when, where. Nothing yet; later versions fill it."""
