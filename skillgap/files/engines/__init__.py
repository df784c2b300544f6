"""Where the parts of large files are judged: on this machine or on a cluster."""
