#!/usr/bin/env bash
# Make sure a Chromium is there for the browser tests; say what is done.
set -euo pipefail
python=${1:?usage: ensure_browser.sh PYTHON}

if "$python" -m tests.browser.chromium; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "No Chromium found: installing Debian's package chromium."
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "No Chromium found: asking Playwright to download one."
if "$python" -m playwright install chromium; then exit 0; fi
echo "No Chromium could be installed: browser tests will be skipped (and fail in CI)."
