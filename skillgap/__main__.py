"""``python -m skillgap``: the same functions without a browser."""

import os
import sys

from skillgap.cli import main

try:
    code = main()
    sys.stdout.flush()
except BrokenPipeError:  # whoever read the output has read enough
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = 0
raise SystemExit(code)
