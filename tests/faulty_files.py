"""Random ratings files for the review: good rows, and every fault one can think of."""

from hypothesis import strategies as st

LIMIT = 200
"""The longest cell the tests allow, instead of 20,000 characters."""

HEADER = [
    "person_id", "name", "team", "profile", "skill", "level", "basis", "rated_on",
    "framework",
]  # fmt: skip
GOOD = {
    "person_id": ["p1", "p2", "p3", "007", "NA", "null", "'=1", "=1", " p1", "ä"],
    "name": ["Sari", "", "O'Brien", "'+62", "李", "Doe, Jane", 'the "boss"', "a\nb"],
    "team": ["One", "Two", "", "=1+1", "'=1+1"],
    "profile": ["p", "", " p "],
    "skill": ["programming.git", "ml.nlp", " ml.nlp", "ethics.safety"],
    "level": ["0", "1", "2", "3", "4", "5", " 3 ", ""],
    "basis": ["claimed", "evidenced", "checked", "", "checked "],
    "rated_on": ["2026-01-02", "2026-05-18", "2025-11-25", " 2024-02-29", ""],
    "framework": ["1.0.0", "2024.10", "1", "1.0.0-rc.1"],
    "evidence": ["", "text", "one, two", "a\r\nb", '"', "x" * 70],
    "mood": ["", "fine", "7", "a;b\tc"],
}
BAD = {
    "person_id": ["", "  ", "'", "\u00a0"],
    "name": ["n" * 201],
    "team": ["t" * 200, "ä" * 150, "'" + "=" * 200],
    "profile": ["pp", "LLM engineer"],
    "skill": ["", "programming.gti", "git", "ml.nlp.x"],
    "level": ["6", "-1", "2.5", "2,5", "3.0", "five", "٣", "+3", "1e3", "NaN"],
    "basis": ["claim", "NA", "Checked"],
    "rated_on": [
        "2026-13-01", "2026-02-30", "18.05.2026", "2026-5-1", "NaT", "0000-1-1",
    ],
    "framework": ["", "v1", "1.0.0.0.0", "1..0"],
    "evidence": ["e" * 201, "line\n" * 41],
    "mood": ["m" * 201],
}  # fmt: skip
RAW = [
    "", "", "\r", " ", ",,,,,,,,", '"",,,,,,,,', ",,,,,,,,,,", "p1,x", ";;", "\ufeff",
    'p1,"a"b,One,,ml.nlp,3,claimed,2026-01-02,1.0.0',
    'p1,5" disk,One,,ml.nlp,3,claimed,2026-01-03,1.0.0',
    'p2,7" vinyl,Two,,ml.nlp,3,claimed,2026-01-03,1.0.0,""',
    'p1,"never closed,One,,ml.nlp,3,claimed,2026-01-02,1.0.0',
]  # fmt: skip


@st.composite
def files(draw: st.DrawFn, most_rows: int = 30) -> bytes:
    """Draw the bytes of a ratings file; most rows are good, some are not."""
    extra = draw(st.lists(st.sampled_from(["evidence", "mood"]), unique=True))
    header = draw(st.permutations([*HEADER, *extra]))
    delimiter = draw(st.sampled_from([",", ",", ",", ";", "\t"]))
    end = draw(st.sampled_from(["\n", "\r\n", "\r\n", "\r"]))
    lines = [delimiter.join(header)]
    faults = draw(st.sampled_from([0, 0, 1, 5]))
    for _ in range(draw(st.integers(0, most_rows))):
        kind = draw(st.integers(0, 20))
        if kind < faults and kind == 0:
            lines.append(draw(st.sampled_from(RAW)).replace(",", delimiter))
            continue
        cells = {name: draw(st.sampled_from(GOOD[name])) for name in header}
        if kind < faults:
            name = draw(st.sampled_from(header))
            cells[name] = draw(st.sampled_from(BAD[name]))
        lines.append(delimiter.join(_quote(cells[n], delimiter) for n in header))
    text = end.join(lines) + draw(st.sampled_from(["", end, end, end + end]))
    mark = draw(st.sampled_from([b"", b"", b"\xef\xbb\xbf"]))
    broken = draw(st.sampled_from([b""] * 9 + [b"\xff"]))
    return mark + text.encode() + broken


def _quote(cell: str, delimiter: str) -> str:
    if any(sign in cell for sign in f'{delimiter}"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
