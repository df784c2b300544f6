"""``python -m skillgap`` and ``skillgap``: the same functions without a browser."""

import os
import sys

from skillgap.cli import main


def run() -> int:
    """Run the command line; whoever reads its output may stop when they have enough."""
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    return code


if __name__ == "__main__":
    raise SystemExit(run())
