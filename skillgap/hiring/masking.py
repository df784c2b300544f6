"""Names of candidates hidden behind letters, in tables, texts and file names.

A free text can say who somebody is in more ways than a program finds. Names, ids and
file names are replaced and links and addresses hidden; the reader should still look.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import category, combining, normalize

import pandas as pd

from skillgap.hiring.candidates import Candidate

LINK = re.compile(
    r"(?:https?://|www\.)\S+|[^\s@<>]+@[^\s@<>]+\.\w+"
    r"|(?:[\w-]+\.)+(?:ai|app|co|com|dev|id|io|me|net|org)/\S+",
    re.IGNORECASE,
)
ENCLITIC = "(?:nya|lah|kah|pun)?"
NEVER = r"(?!)"
HIDDEN = "…"
SHORTEST_PART = 3  # signs of a name; a judgement: shorter ones are common words
IDENTIFYING = ("name", "person_id", "source")


def mask_names(
    candidates: Sequence[Candidate], word: str = "Candidate"
) -> dict[str, str]:
    """Return what each letter is called while names are hidden: "Candidate A"."""
    return {each.letter: f"{word} {each.letter}" for each in candidates}


def reveal_names(candidates: Sequence[Candidate]) -> dict[str, str]:
    """Return the name behind each letter; two of one name are told apart by letter.

    Without a name the person id stands for it.
    """
    shown = {c.letter: c.name.strip() or c.person_id for c in candidates}
    alike = list(shown.values())
    return {
        letter: f"{name} ({letter})" if alike.count(name) > 1 else name
        for letter, name in shown.items()
    }


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """Return a text without what does not tell names apart, and where each sign was.

    Capitals, accents, signs nobody sees and other forms of the same letter go.
    """
    folded, places = [], []
    for place, sign in enumerate(text):
        for part in normalize("NFKD", sign).casefold():
            if not combining(part) and category(part) != "Cf":
                folded.append(part)
                places.append(place)
    return "".join(folded), [*places, len(text)]


@dataclass(frozen=True)
class NameMask:
    """What hides candidates: their masked names by letter, and what to look for.

    ``replacements`` maps every name, part of a name, id and file name, folded, to
    what stands for it; a part two candidates share becomes an ellipsis.
    """

    labels: Mapping[str, str]
    replacements: Mapping[str, str]

    def text(self, text: str) -> str:
        """Return a text without the names of candidates, links and addresses."""
        hidden = LINK.sub(HIDDEN, text)
        if not self._pattern:
            return hidden
        folded, places = _fold_with_places(hidden)
        parts, end = [], 0
        for match in self._pattern.finditer(folded):
            parts += [hidden[end : places[match.start()]], self._label(match)]
            end = places[match.end()]
        return "".join([*parts, hidden[end:]])

    def _label(self, match: re.Match[str]) -> str:
        return self.replacements[match["word"] or match["number"]]

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """What finds a name: not within other letters, but beside digits and signs."""
        longest_first = sorted(self.replacements, key=len, reverse=True)
        if not longest_first:
            return None
        numbers = "|".join(re.escape(n) for n in longest_first if n[-1].isdigit())
        words = "|".join(re.escape(n) for n in longest_first if not n[-1].isdigit())
        return re.compile(
            rf"(?<![^\W\d_])(?:(?P<word>{words or NEVER}){ENCLITIC}(?![^\W\d_])"
            rf"|(?P<number>{numbers or NEVER})(?![^\W_]))"
        )

    def table(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return a table that names nobody.

        ``name``, ``person_id`` and ``source`` become the masked name of the row's
        ``candidate`` (a letter; an ellipsis without one), ``team`` is emptied, and
        every other text is searched. Numbers stay as they are.
        """
        masked = table.copy()
        if "candidate" in table:
            label = table["candidate"].map(dict(self.labels)).fillna(HIDDEN)
        else:
            label = pd.Series(HIDDEN, index=table.index)
        for column in table.columns:
            if column in IDENTIFYING:
                masked[column] = label
            elif column == "team":
                masked[column] = ""
            elif column != "candidate":
                masked[column] = table[column].map(self._cell)
        return masked

    def _cell(self, value: object) -> object:
        return self.text(value) if isinstance(value, str) else value


def build_mask(candidates: Sequence[Candidate], word: str = "Candidate") -> NameMask:
    """Return what hides these candidates."""
    labels = mask_names(candidates, word)
    found: dict[str, str] = {}
    for candidate in candidates:
        label = labels[candidate.letter]
        for wanted in _identifying_texts(candidate):
            known = found.get(wanted)
            found[wanted] = label if known in (None, label) else HIDDEN
    return NameMask(labels, found)


def _identifying_texts(candidate: Candidate) -> set[str]:
    called = re.sub(r"\(.*?\)", "", candidate.name)
    stem = candidate.source.rsplit(".", 1)[0]
    whole = [candidate.name, called, candidate.person_id, candidate.source, stem]
    parts = re.findall(r"[^\W_]+", _fold_with_places(called)[0])
    joined = ["".join(parts), *(p for p in parts if len(p) >= SHORTEST_PART)]
    texts = {_fold_with_places(text.strip())[0] for text in (*whole, *joined)}
    return {text for text in texts if re.search(r"\w", text)}
