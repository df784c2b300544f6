"""One row of a ratings CSV: what it says, or what is wrong with it."""

from collections.abc import Sequence

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem, shorten_value, suggest_name
from skillgap.domain.ratings import RATING_COLUMNS
from skillgap.files.rating_rules import (
    CODED_COLUMNS,
    FREE_TEXTS,
    MAX_CELL,
    CellRules,
    Fault,
    is_too_long,
    judge_person,
    list_faults,
)
from skillgap.files.safe_cells import restore_cell


class RowJudge:
    """Accepts rows one by one and notes what is wrong with the others."""

    def __init__(self, name: str, header: Sequence[str], framework: Framework) -> None:
        self.name = name
        self.rules = CellRules(framework.skills, framework.profiles)
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
        values = {column: cells[column].strip() for column in CODED_COLUMNS}
        before = len(self.problems)
        self._check(line, cells, values)
        if len(self.problems) > before:
            return
        record = _record(cells, values)
        if self._is_first(line, record):
            self.accepted.append(record)

    def _check(self, line: int, cells: dict[str, str], values: dict[str, str]) -> None:
        """Report what is wrong with a row."""
        for column in FREE_TEXTS:
            if column in cells and is_too_long(cells[column]):
                shown = cells[column][:40]
                self._report(line, "cell_too_long", column, shown, limit=MAX_CELL)
        marks = judge_person(restore_cell(cells["person_id"]))
        for column, value in values.items():
            marks |= self.rules.judge(column, value)
        for fault in list_faults(marks):
            self._report_fault(line, fault, values.get(fault.column, ""))

    def _report_fault(self, line: int, fault: Fault, value: str) -> None:
        if fault.column in self.rules.names:
            hint = self._hint(fault.column, value)
            self._report(line, fault.code, fault.column, value, suggestion=hint)
        else:
            self._report(line, fault.code, fault.column, value)

    def _hint(self, column: str, value: str) -> str:
        """Return the name that is meant; a value that returns is looked up once."""
        if (column, value) not in self.hints:
            meant = self.called.get(value.casefold()) if column == "skill" else None
            names = self.rules.names[column]
            self.hints[column, value] = meant or suggest_name(value, names)
        return self.hints[column, value]

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


def _record(cells: dict[str, str], values: dict[str, str]) -> dict[str, object]:
    """Return a sound row with its types; columns that are not there are empty."""
    texts = {column: restore_cell(cells.get(column, "")) for column in FREE_TEXTS}
    level = float(values["level"] or "nan")
    return {**texts, **values, "level": level}
