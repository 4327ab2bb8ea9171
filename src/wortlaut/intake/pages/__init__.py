"""Web pages: the article's text with the place of every character, and what the page says of it.

    page ── markup.html ──▶ tree ── blocks ──▶ runs of text ── main, by words ──▶ the article's paragraphs
                             └── linked_data, metas, heading ──▶ facts

No rule is for one site: `words` has the names and phrases by which sites mark what is no article.
"""
