"""PDF: objects, fonts, content streams, and the paragraphs on its pages."""
