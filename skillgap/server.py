"""The app for browsers, started from the command line."""

from collections.abc import Sequence

from streamlit.web.cli import main

from skillgap.settings import ROOT


def serve_app(port: int | None, address: str | None, more: Sequence[str]) -> None:
    """Serve the app until it is stopped, and end the process.

    What is not given stands in ``.streamlit/config.toml`` beside ``app.py``, which is
    in force whatever folder one stands in.

    Args:
        port: where it listens.
        address: on which of the machine's addresses it listens.
        more: other options of ``streamlit run``.

    """
    chosen = {"--server.port": port, "--server.address": address}
    words = [str(w) for pair in chosen.items() if pair[1] is not None for w in pair]
    main(["run", str(ROOT / "app.py"), *words, *more], prog_name="streamlit")
