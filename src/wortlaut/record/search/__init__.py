"""What the record gives back: lists, words, what is like a statement, what is new."""
