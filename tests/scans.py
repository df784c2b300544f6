"""What must be the same of two scans: everything they hold."""

from skillgap.files.scan.team_scan import Scan


def contents_of(scan: Scan) -> dict[str, object]:
    """Return a scan as plain values that can be compared."""
    history = scan.history
    return {
        "people": history.people.to_dict("records"),
        "skills": history.skills,
        "keys": history.keys.tolist(),
        "files": scan.files,
        "problems": scan.problems,
        "counts": scan.counts,
        "versions": scan.versions,
    }
