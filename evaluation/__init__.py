"""What the program is worth: scorers for every stage, and the floors that no change may fall below.

`python -m evaluation --help` lists the commands. Nothing at run time imports this package.
"""
