"""Items that are one text: wire text, plain text, Markdown."""
