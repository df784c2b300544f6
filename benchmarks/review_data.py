"""Ratings files of any size for measuring: ten columns, free text, some faults."""

from pathlib import Path

import numpy as np

from skillgap.domain.framework import Framework

HEADER = "person_id,name,team,profile,skill,level,basis,rated_on,framework,evidence"
EVIDENCE = (
    "", "", "", "", "", "", "Wrote the ingestion job", "Merapikan pipeline data harian",
    '"Led the review, then wrote it up"', '"Said ""done"", and it was"',
    '"Deployed it,\nmeasured, rolled back"', '"Catatan: “selesai”, sudah diperiksa"',
)  # fmt: skip
BASES = ("claimed", "evidenced", "checked")
DATES = [str(np.datetime64("2025-01-01") + day) for day in range(690)]
ROUNDS, ONE_FAULT_IN, CHUNK = 2, 1000, 200_000


def write_ratings_file(
    path: Path, framework: Framework, rows: int, *, is_shuffled: bool
) -> None:
    """Write a file in which everybody rates all skills twice, some ten months apart.

    One row in ``ONE_FAULT_IN`` is faulty, in a way that breaks no type: a skill or
    basis that does not exist, a level off the scale, no person, a repeated answer.

    Args:
        path: where.
        framework: whose skills and profiles.
        rows: how many, header not counted.
        is_shuffled: rows in no order; else person after person, as exports joined.

    """
    chance = np.random.default_rng(rows)
    skills, profiles = list(framework.skills), list(framework.profiles)
    places = np.arange(rows)
    if is_shuffled:
        chance.shuffle(places)
    person, answer = np.divmod(places, len(skills) * ROUNDS)
    skill, late = np.divmod(answer, ROUNDS)
    day = chance.integers(0, 330, rows) + 330 * late
    with path.open("w", encoding="utf-8", newline="") as target:
        target.write(HEADER + "\r\n")
        for start in range(0, rows, CHUNK):
            part = slice(start, start + CHUNK)
            count = len(person[part])
            columns = (
                person[part], skill[part], day[part], chance.integers(0, 6, count),
                chance.integers(0, 3, count), chance.integers(0, len(EVIDENCE), count),
            )  # fmt: skip
            lines = [
                f"p{p:07},Person {p},Team {p % 500},{profiles[p % 10]},{skills[s]},{v},"
                f"{BASES[b]},{DATES[d]},1.0.0,{EVIDENCE[e]}\r\n"
                for p, s, d, v, b, e in zip(*(column.tolist() for column in columns))
            ]
            _spoil(lines, chance)
            target.writelines(lines)


def _spoil(lines: list[str], chance: np.random.Generator) -> None:
    """Put a fault into some of the lines."""
    for number in chance.integers(1, len(lines), len(lines) // ONE_FAULT_IN).tolist():
        cells = lines[number].split(",", 9)
        match number % 5:
            case 0:
                cells[4] += "s"
            case 1:
                cells[6] = "claim"
            case 2:
                cells[5] = "7"
            case 3:
                cells[0] = ""
            case 4:
                lines[number] = lines[number - 1]
                continue
        lines[number] = ",".join(cells)
