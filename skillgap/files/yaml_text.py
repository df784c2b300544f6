"""YAML as ``strict_yaml`` reads it: no anchors, ambiguous words in quotes."""

import json
from collections.abc import Mapping
from typing import Any

import yaml

from skillgap.files.strict_yaml import AMBIGUOUS


class Quoted(str):
    """A text that stands in double quotes on one line, whatever its signs."""

    __slots__ = ()


class OnOneLine(list[Any]):
    """A list that stands in brackets on one line."""


def write_yaml(content: Mapping[str, Any], about: str = "", width: float = 80) -> bytes:
    """Return a mapping as YAML bytes; reading them gives the same mapping.

    Args:
        content: mappings, lists, texts and numbers.
        about: a comment for its head, on one line.
        width: where lines of several words or items are broken.

    """
    text = yaml.dump(
        dict(content),
        Dumper=_Writer,
        allow_unicode=True,
        sort_keys=False,
        width=width,
    )
    head = f"# {about}\n" if about else ""
    return (head + str(text)).encode("utf-8")


class _Writer(yaml.SafeDumper):
    """Writes no anchors, and quoted texts in one way for values and keys."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True

    def check_simple_key(self) -> bool:
        is_quoted = isinstance(getattr(self.event, "value", None), Quoted)
        return is_quoted or super().check_simple_key()

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        if isinstance(text, Quoted):
            self.write_indicator(_quote(text), True)
        else:
            super().write_double_quoted(text, split)


def _represent(writer: _Writer, text: str) -> yaml.ScalarNode:
    printable = text.replace("\n", "").isprintable()
    is_plain = printable and text.lower() not in AMBIGUOUS
    style = None if is_plain and not isinstance(text, Quoted) else '"'
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_line(writer: _Writer, items: OnOneLine) -> yaml.SequenceNode:
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Writer.add_representer(str, _represent)
_Writer.add_representer(Quoted, _represent)
_Writer.add_representer(OnOneLine, _represent_line)


def _quote(text: str) -> str:
    """Return a text in double quotes as YAML reads it."""
    if text.isprintable():
        return json.dumps(text, ensure_ascii=False)
    signs = (
        sign if sign.isprintable() and sign not in '"\\' else _escape(sign)
        for sign in text
    )
    return '"' + "".join(signs) + '"'


def _escape(sign: str) -> str:
    return f"\\U{ord(sign):08x}"
