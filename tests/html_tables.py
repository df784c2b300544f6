"""The tables of an HTML page, for tests that read what a report says."""

from collections import Counter
from html.parser import HTMLParser

ADDRESSES = ("src", "srcset", "href", "data", "action", "poster", "background")


class Tables(HTMLParser):
    """The tables of a page by heading, cell by cell, and every tag there is."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags[tag] += 1
        self.open.append(tag)
        self.addresses += [value for name, value in attrs if name in ADDRESSES]
        if tag == "tr":
            self.tables[self.heading].append([])
        if tag in ("td", "th"):
            self.tables[self.heading][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "h2" in self.open:
            self.heading = data
            self.tables[data] = []
        elif "td" in self.open or "th" in self.open:
            self.tables[self.heading][-1][-1] += data

    def rows(self, *columns: str) -> list[dict[str, str]]:
        """Return the rows of the one table that has these columns, by heading."""
        fits = [t for t in self.tables.values() if t and {*columns} <= {*t[0]}]
        ((header, *body),) = fits
        return [dict(zip(header, row, strict=True)) for row in body]
