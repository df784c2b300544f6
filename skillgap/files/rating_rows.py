"""One row of a ratings CSV: what each cell must be, and what is wrong with it."""

import re
from collections.abc import Sequence
from datetime import date

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem, shorten_value, suggest_name
from skillgap.domain.ratings import BASES, RATING_COLUMNS
from skillgap.files.safe_cells import restore_cell

MAX_CELL = 20_000
FREE_TEXTS = ("person_id", "name", "team", "evidence", "note")
_VERSION = re.compile(r"[0-9]+(\.[0-9]+){0,3}([-+.][0-9A-Za-z.]+)?")


class RowJudge:
    """Accepts rows one by one and notes what is wrong with the others."""

    def __init__(self, name: str, header: Sequence[str], framework: Framework) -> None:
        self.name = name
        self.names = {
            "skill": set(framework.skills),
            "profile": {"", *framework.profiles},
            "basis": set(BASES),
        }
        self.called = {
            text.casefold(): skill
            for skill, each in framework.skills.items()
            for text in (each.name.en, each.name.id, skill.split(".")[1])
        }
        self.hints: dict[tuple[str, str], str] = {}
        self.width = len(header)
        self.positions = {c: header.index(c) for c in RATING_COLUMNS if c in header}
        self.accepted: list[dict[str, object]] = []
        self.problems: list[Problem] = []
        self.seen: dict[tuple[str, str, str], int] = {}

    def take(self, line: int, row: list[str]) -> None:
        """Accept a row, or report everything that is wrong with it."""
        if len(row) != self.width:
            self._report(line, "row_width", "", len(row), expected=self.width)
            return
        cells = {column: row[place] for column, place in self.positions.items()}
        before = len(self.problems)
        record = self._record(line, cells)
        if len(self.problems) == before and self._is_first(line, record):
            self.accepted.append(record)

    def _record(self, line: int, cells: dict[str, str]) -> dict[str, object]:
        """Return the typed row; what does not hold is reported."""
        found: dict[str, object] = {"evidence": "", "note": ""}
        for column in FREE_TEXTS:
            if column in cells:
                found[column] = self._free_text(line, column, cells[column])
        if not str(found["person_id"]).strip():
            self._report(line, "person_missing", "person_id", "")
        found["skill"] = self._named(line, "skill", cells["skill"])
        found["profile"] = self._named(line, "profile", cells["profile"])
        found["level"] = self._level(line, cells["level"])
        found["rated_on"] = self._day(line, cells["rated_on"], cells["level"])
        found["basis"] = self._basis(line, cells["basis"], cells["level"])
        found["framework"] = self._version(line, cells["framework"])
        return found

    def _free_text(self, line: int, column: str, cell: str) -> str:
        if len(cell) > MAX_CELL:
            self._report(line, "cell_too_long", column, cell[:40], limit=MAX_CELL)
        return restore_cell(cell)

    def _named(self, line: int, column: str, cell: str) -> str:
        value = cell.strip()
        if value not in self.names[column]:
            hint = self._hint(column, value)
            self._report(line, f"{column}_unknown", column, value, suggestion=hint)
        return value

    def _hint(self, column: str, value: str) -> str:
        """Return the name that is meant; a value that returns is looked up once."""
        if (column, value) not in self.hints:
            meant = self.called.get(value.casefold()) if column == "skill" else None
            self.hints[column, value] = meant or suggest_name(value, self.names[column])
        return self.hints[column, value]

    def _level(self, line: int, cell: str) -> float:
        value = cell.strip()
        if re.fullmatch(r"[0-5]", value):
            return float(value)
        if value:
            is_number = re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)?", value)
            code = "level_off_scale" if is_number else "level_not_a_number"
            self._report(line, code, "level", value)
        return float("nan")

    def _day(self, line: int, cell: str, level: str) -> str:
        value = cell.strip()
        if not value and not level.strip():
            return ""
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value, re.ASCII):
                return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
        self._report(line, "date_unreadable", "rated_on", value)
        return ""

    def _basis(self, line: int, cell: str, level: str) -> str:
        return self._named(line, "basis", cell) if cell.strip() or level.strip() else ""

    def _version(self, line: int, cell: str) -> str:
        value = cell.strip()
        if not _VERSION.fullmatch(value):
            self._report(line, "version_unreadable", "framework", value)
        return value

    def _is_first(self, line: int, record: dict[str, object]) -> bool:
        key = (str(record["person_id"]), str(record["skill"]), str(record["rated_on"]))
        first = self.seen.setdefault(key, line)
        if first != line:
            self._report(line, "rating_repeated", "skill", record["skill"], first=first)
        return first == line

    def _report(
        self, line: int, code: str, column: str, value: object, **more: object
    ) -> None:
        shown = shorten_value(value) if isinstance(value, str) else value
        blanks = {"row": line, "column": column, "value": shown, **more}
        self.problems.append(Problem(self.name, code, blanks))
