"""Statements for others: one format a module, each a stream where it can be.

statement   the JSON object of a statement and its schema        `statement_json`, `statement_schema`
lines       JSON Lines                                           `json_lines`
table       CSV                                                  `csv_lines`
page        one article as a self-contained HTML page            `page`
segments    overlapping marks as flat segments; `paint` makes HTML of them
visible     text from outside made harmless to look at
"""
