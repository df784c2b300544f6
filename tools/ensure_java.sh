#!/usr/bin/env bash
# Make sure a Java is there for the tests on Spark; say what is done.
set -euo pipefail
python=${1:?usage: ensure_java.sh PYTHON}

if "$python" -m tests.files.engines.java; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "No Java found: installing the package default-jre-headless."
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq default-jre-headless >/dev/null || true
  if "$python" -m tests.files.engines.java; then exit 0; fi
fi
echo "No Java could be installed: tests on Spark will be skipped (and fail in CI)."
