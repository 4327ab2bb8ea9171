"""What news agencies send: NewsML-G2, NewsML 1, NITF, ninjs."""
