"""One module a page: routes, what they ask of `wortlaut.service`, and the template that shows it.

A module with a `PAGE` is part of the site; there is no list to add it to.
"""
