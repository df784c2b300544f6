"""Where a Chromium stands on this machine; run as a module it tells."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str | None:
    """Return the path of a Chromium: the one named, an installed one, Playwright's."""
    named = os.environ.get("SKILLGAP_BROWSER")
    if named:
        return named
    for name in NAMES:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


if __name__ == "__main__":
    path = find_chromium()
    print(f"Browser: {path}" if path else "Browser: none")
    raise SystemExit(0 if path else 1)
