"""`python -m wortlaut.cli`, for where the script is not on the path."""

import sys

from wortlaut.cli import main

sys.exit(main())
