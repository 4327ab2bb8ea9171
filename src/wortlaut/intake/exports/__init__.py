"""Text exports of press databases: many articles in one text."""
