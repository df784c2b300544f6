"""Rows and columns that add up others instead of rating anybody."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from statistics import fmean, median

from skillgap.domain.sheet import Sheet
from skillgap.sheets.marks import read_mark

CLOSE = 0.06
ALMOST_ALL = 0.8
MOST = 300
FEWEST = 5
Aggregate = Callable[[Sequence[float]], float]
_AGGREGATES: tuple[Aggregate, ...] = (
    sum, fmean, max, min, median,
)  # fmt: skip


def number_in(cell: str) -> float | None:
    """Return the number of a cell, None if it has none."""
    mark = read_mark(cell)
    return mark.value if mark and mark.kind in ("number", "percent") else None


def is_aggregate(
    sheet: Sheet,
    row: int,
    others: Sequence[int],
    columns: Sequence[int],
    name: str = "",
) -> bool:
    """Say whether a row holds the sums, means, medians or ends of the others.

    A row called Max (or Min) is asked only whether it holds the highest (or lowest),
    one of any other name only for sums and means; then all of its cells must be so.
    """
    wanted, given = [], []
    for column in columns[:MOST]:
        total = number_in(sheet.cell(row, column))
        cells = [number_in(sheet.cell(other, column)) for other in others[:MOST]]
        values = [value for value in cells if value is not None]
        if total is not None and len(values) > 1:
            wanted.append(total)
            given.append(values)
    usual = (sum, fmean) if name else _AGGREGATES
    ends: dict[str, tuple[Aggregate, ...]] = {"max": (max,), "min": (min,)}
    return _fits(
        wanted, given, ends.get(name.casefold(), usual), 1.0 if name else ALMOST_ALL
    )


def _fits(
    wanted: Sequence[float],
    given: Sequence[Sequence[float]],
    aggregates: Iterable[Aggregate],
    share: float,
) -> bool:
    if len(wanted) < 2:
        return False
    return any(
        sum(
            abs(aggregate(values) - total) <= CLOSE
            for total, values in zip(wanted, given, strict=True)
        )
        >= share * len(wanted)
        for aggregate in aggregates
    )


def total_columns(
    sheet: Sheet,
    rows: Sequence[int],
    columns: Sequence[int],
    ends: Collection[int] = (),
) -> tuple[int, ...]:
    """Return the rating columns whose cells are sums or means of the others.

    Only the last three are looked at, and only where at least three rows tell. Those in
    ``ends`` are called Max or Min and may hold the highest or lowest of the others.
    """
    found: list[int] = []
    asked = dict.fromkeys([*columns[-3:], *ends]) if len(columns) > 3 else ()
    for column in asked:
        others = [c for c in columns if c != column and c not in found]
        wanted, given = [], []
        for row in rows[:MOST]:
            total = number_in(sheet.cell(row, column))
            cells = [number_in(sheet.cell(row, other)) for other in others[:MOST]]
            values = [value for value in cells if value is not None]
            if total is not None and len(values) > 1:
                wanted.append(total)
                given.append(values)
        is_told = len(wanted) > 2 and len({tuple(v) for v in given}) > 2
        aggregates = (max, min) if column in ends else (sum, fmean)
        if is_told and any(_matches(each, wanted, given) for each in aggregates):
            found.append(column)
    return tuple(found)


def _matches(
    aggregate: Aggregate,
    wanted: Sequence[float],
    given: Sequence[Sequence[float]],
) -> bool:
    return all(
        abs(aggregate(values) - total) <= CLOSE
        for total, values in zip(wanted, given, strict=True)
    )


def points_budget(points: Mapping[Hashable, Iterable[float]]) -> float | None:
    """Return the number of points each person shared out, None if it is no budget.

    It is one if nearly all people, five at least, come to the same sum although they
    shared it out in different ways; a hundred is one from two people on. Small numbers
    come to the same sum by chance, so they need more people; a round sum of many people
    needs a smaller share of them.
    """
    shares = [tuple(values) for values in points.values()]
    shares = [share for share in shares if len(share) > 2 and sum(share) > 0]
    sums = [round(sum(share), 2) for share in shares]
    if len(set(shares)) > 1 and set(sums) == {100}:
        return 100
    if len(shares) < FEWEST or len(set(shares)) < FEWEST:
        return None
    common = max(set(sums), key=sums.count)
    if max(map(max, shares)) <= 5:
        needed = 0.95 if len(shares) > 2 * FEWEST else 2.0
    else:
        is_round = common % 10 == 0 and len(shares) > FEWEST + 2
        needed = 0.6 if is_round else ALMOST_ALL
    return common if sums.count(common) >= needed * len(sums) else None
