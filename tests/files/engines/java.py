"""Whether this machine has a Java that Spark runs on; run as a module it tells."""

import os
import re
import shutil
import subprocess
from pathlib import Path

OLDEST = 17


def find_java() -> str | None:
    """Return the path of a Java new enough: that of ``JAVA_HOME``, or on the path."""
    home = os.environ.get("JAVA_HOME")
    path = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    if path is None or not Path(path).is_file():
        return None
    told = subprocess.run([path, "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(\d+)', told)
    return path if version and int(version[1]) >= OLDEST else None


if __name__ == "__main__":
    found = find_java()
    print(f"Java: {found}" if found else f"Java: none from version {OLDEST} on")
    raise SystemExit(0 if found else 1)
