"""How fast the program is, how soon it starts and how much memory it takes: `python -m benchmarks`.

Nothing at run time imports this package.
"""
