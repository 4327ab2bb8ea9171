"""Documents of word processors and printed pages: RTF, DOCX, PDF."""
