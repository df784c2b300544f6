"""``python -m skillgap``: the same functions without a browser."""

from skillgap.cli import main

raise SystemExit(main())
