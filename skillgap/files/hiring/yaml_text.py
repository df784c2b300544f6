"""YAML as ``strict_yaml`` reads it: no anchors, ambiguous words in quotes."""

from typing import Any

import yaml

from skillgap.files.strict_yaml import AMBIGUOUS


def write_yaml(content: dict[str, Any]) -> bytes:
    """Return a mapping as YAML bytes; reading them gives the same mapping."""
    text = yaml.dump(content, Dumper=_Writer, allow_unicode=True, sort_keys=False)
    return str(text).encode("utf-8")


class _Writer(yaml.SafeDumper):
    """Writes no anchors."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _represent(writer: _Writer, text: str) -> yaml.ScalarNode:
    printable = text.replace("\n", "").isprintable()
    style = None if printable and text.lower() not in AMBIGUOUS else '"'
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _represent)
