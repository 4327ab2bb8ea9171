"""Web pages: the article's text with the place of every character, and what the page says of it.

    page ── markup.html ──▶ tree ── blocks ──▶ runs of text ── main, by names ──▶ the article's paragraphs
                             └── linked_data, metas, heading ──▶ facts

No rule is for one site: `names` and `phrases` have those by which sites mark what is no article.
"""
