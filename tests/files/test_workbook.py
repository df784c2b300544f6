"""Files as grids of texts: encodings, separators, workbooks, and what is refused."""

import csv
import gzip
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from skillgap.domain.problems import Problem
from skillgap.files.text_tables import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    find_separator,
    name_first_column,
)
from skillgap.files.wording import describe_problem
from skillgap.files.workbook import open_file
from tests.files.payloads import zip_archive
from tests.sheets.files.foreign_files import packed_workbook, text, workbook

LINES = "Nama;Café;SQL\nRenée;1;2\nJürgen;3;4\n"


def rows_of(content, name="a.csv"):
    """Return the rows of the first sheet."""
    return [list(row) for row in open_file(name, content).sheets[0].rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_in_the_encodings_spreadsheets_write(encoding):
    file = open_file("a.csv", LINES.encode(encoding))

    assert (file.encoding, file.delimiter) == (encoding, ";")
    assert file.sheets[0].rows[1] == ("Renée", "1", "2")
    assert file.is_guess == (encoding == "cp1252")


@pytest.mark.parametrize(
    ("encoding", "lines"),
    [
        ("utf-16-le", LINES),
        ("cp932", "氏名,受付\nはるのはな,3\nあきやま,1\n"),
        ("cp1251", "Имя;Питон\nДенис;3\nЕкатерина;4\n"),
    ],
)
def test_other_encodings_are_a_guess_that_is_said(encoding, lines):
    file = open_file("a.csv", lines.encode(encoding))

    assert file.is_guess
    assert "\n".join(map(file.delimiter.join, file.sheets[0].rows)) == lines.strip()


SEPARATED = {
    "decimal commas": (";", "Nama;Python;SQL\nAyu;3,5;4,0\nBima;2,5;1,5\n"),
    "names with commas": (";", "Nama;Python\nDewi, Ayu;3\nPutra, Bima;4\n"),
    "tabs and commas": ("\t", "Name\tSkills, rated\nAyu\t3\nBima\t2\n"),
    "bars": ("|", "Name|Python\nAyu|1\nBima|3\n"),
    "JSON in a cell": (",", 'Name,S\nAyu,"{""Go"": 4, ""SQL"": 3}"\nBima,"{}"\n'),
    "packed with semicolons": (",", "Name,S\nAyu,Go:3;SQL:2;C:1\nBima,Go:1;SQL:4\n"),
    "a legend above": (
        ";", "Matrix;;\n0 = none, 1 = basic, 2 = good;;\n;;\nName;Go;C\nAyu;1;2\n",
    ),
    "a ragged footer": (",", "Name,Go,C\nAyu,1,2\nBima,3,4\nnote; two; three\n"),
    "line breaks in cells": (";", 'Name;N;Go\nAyu;"a, b\nc, d";3\nBima;"e, f\ng";2\n'),
    "free text with commas": (";", "id;text;n\n1;a, b, c;3\n2;d, e, f;4\n"),
    "one row": (";", "Name;Python;SQL\n"),
}  # fmt: skip


@pytest.mark.parametrize(("sign", "lines"), SEPARATED.values(), ids=list(SEPARATED))
def test_the_separator_is_the_one_that_gives_an_even_table(sign, lines):
    assert find_separator(lines) == sign


def test_a_file_saved_twice_is_unwrapped():
    content = text("""
        "Name,""Python, SQL"",Git";;
        "Ayu,3,4";;
        "Bima,1,2";;
        """)

    file = open_file("a.csv", content)

    assert file.is_wrapped
    assert rows_of(content) == [["Name", "Python, SQL", "Git"], ["Ayu", "3", "4"],
                                ["Bima", "1", "2"]]  # fmt: skip


def test_a_single_column_of_texts_with_commas_is_no_file_saved_twice():
    content = b'Names\n"Ayu"\n"Bima"\n"Citra"\n'

    assert not open_file("a.csv", content).is_wrapped


def test_the_hint_of_excel_for_the_separator_is_no_row():
    assert rows_of(b"sep=;\r\nName;Go\r\nAyu;3\r\n") == [["Name", "Go"], ["Ayu", "3"]]


def test_blank_rows_keep_their_place():
    assert rows_of(b"\n\nName,Go\n\nAyu,3\n")[4] == ["Ayu", "3"]


# Workbooks


def test_cells_of_a_workbook_are_the_texts_one_sees():
    def finish(book):
        sheet = book.worksheets[0]
        for place, shape in (("B2", "0%"), ("A2", "000"), ("C2", "General")):
            sheet[place].number_format = shape

    content = workbook({"S": [["id", "share", "n"], [7, 0.8, 3.0]]}, finish)

    assert rows_of(content, "a.xlsx")[1] == ["007", "80%", "3"]


def test_cells_merged_downwards_are_filled_and_those_across_are_known():
    def finish(book):
        book.worksheets[0].merge_cells("A2:A3")
        book.worksheets[0].merge_cells("B1:C1")

    content = workbook({"S": [["", "Tech", None], ["Ayu", 1, 2], [None, 3, 4]]}, finish)

    sheet = open_file("a.xlsx", content).sheets[0]
    assert sheet.rows[2][0] == "Ayu"
    assert sheet.spans == {(0, 1): 2}


def test_hidden_sheets_are_not_looked_at():
    def finish(book):
        book.worksheets[1].sheet_state = "hidden"

    content = workbook({"A": [["x"]], "B": [["y"]]}, finish)

    assert [sheet.name for sheet in open_file("a.xlsx", content).sheets] == ["A"]


def test_a_formula_counts_by_its_last_value_and_is_blank_without_one():
    content = workbook({"S": [["Name", "Go"], ["Ayu", "=1+1"], ["Bima", 3]]})

    assert rows_of(content, "a.xlsx") == [["Name", "Go"], ["Ayu"], ["Bima", "3"]]


def _archive(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


def _far_cell(row, column):
    book = Workbook()
    book.active["A1"] = "Name"
    book.active.cell(row, column, 3)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


REFUSED = {
    "nothing": (b"", "file_without_rows"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
                        "not_a_spreadsheet"),
    "a PDF": (b"%PDF-1.7\n...", "not_a_spreadsheet"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "not_a_spreadsheet"),
    "a page": (b"<!DOCTYPE html><table><tr><td>Name", "not_a_spreadsheet"),
    "JSON": (b'[{"name": "Ayu"}]', "not_a_spreadsheet"),
    "gzip": (gzip.compress(b"Name,Go\nAyu,3\n", mtime=0), "not_a_spreadsheet"),
    "a plain archive": (zip_archive(b"Name,Go\nAyu,3\n"), "not_a_spreadsheet"),
    "an open document": (
        _archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
        "not_a_spreadsheet",
    ),
    "half an archive": (workbook({"S": [["a"]]})[:400], "workbook_broken"),
    "a workbook without parts": (_archive(xl__workbook_xml="<x/>"), "workbook_broken"),
    "a cell one column too far to the right": (
        _far_cell(1, MAX_COLUMNS + 1), "sheet_too_wide",
    ),
    "a cell one row too far below": (_far_cell(MAX_ROWS + 1, 1), "sheet_too_large"),
    "one column too many": (b"a," * MAX_COLUMNS + b"a\n", "sheet_too_wide"),
    "one row too many": (b"a,1\n" * (MAX_ROWS + 1), "sheet_too_large"),
    "a quote left open": (b'Name,Go\n"Ayu,3\nBima,2\nCitra,1\nDimas,4\n',
                          "csv_broken"),
    "noise": (bytes(range(256)) * 8, "encoding_unknown"),
    "one byte too many": (b" " * (MAX_BYTES + 1), "file_too_large"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "code"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_no_table_is_refused_with_one_plain_reason(content, code):
    problem = open_file("a.csv", content)

    assert isinstance(problem, Problem)
    assert problem.code == code
    assert describe_problem(problem).startswith("a.csv")


SMALL = workbook({"S": [["Name", "Go"], ["Ayu", 3]]})


def _sizes(packed):
    """Return how many parts a workbook has, and their size unpacked and packed."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        parts = archive.infolist()
    return {
        "parts": len(parts),
        "unpacked": sum(part.file_size for part in parts),
        "packed": sum(part.compress_size for part in parts),
    }


LIMITS = {
    "MAX_PACKED": (len(SMALL), "file_too_large"),
    "MAX_UNPACKED": (_sizes(SMALL)["unpacked"], "workbook_too_large"),
    "MAX_MEMBERS": (_sizes(SMALL)["parts"], "workbook_too_large"),
    "MAX_COLUMNS": (2, "sheet_too_wide"),
    "MAX_CELLS": (4, "sheet_too_large"),
    "MAX_BLANK": (4, "sheet_too_large"),
}


@pytest.mark.parametrize(
    ("limit", "size", "code"),
    [pytest.param(limit, *LIMITS[limit], id=limit) for limit in LIMITS],
)
def test_a_workbook_may_be_as_large_as_a_limit_and_no_larger(
    monkeypatch, limit, size, code
):
    """Outside, small files were seen to unpack to more than a machine holds."""
    place = f"skillgap.files.xlsx_tables.{limit}"
    monkeypatch.setattr(place, size)
    assert rows_of(SMALL, "a.xlsx") == [["Name", "Go"], ["Ayu", "3"]]

    monkeypatch.setattr(place, size - 1)
    assert open_file("a.xlsx", SMALL).code == code


def test_a_text_may_have_as_many_cells_as_the_limit_and_no_more(monkeypatch):
    place = "skillgap.files.text_tables.MAX_CELLS"
    monkeypatch.setattr(place, 4)
    assert rows_of(b"Name,Go\nAyu,3\n")

    monkeypatch.setattr(place, 3)
    assert open_file("a.csv", b"Name,Go\nAyu,3\n").code == "sheet_too_large"


def test_a_text_of_more_than_twice_the_cells_is_not_read_to_its_end(monkeypatch):
    """Its last cell is longer than the reader takes, which nobody gets to hear."""
    monkeypatch.setattr("skillgap.files.text_tables.MAX_CELLS", 4)
    end = b"Ayu," + b"3" * (csv.field_size_limit() + 1)

    few, many = (b"Name,Go\n" + b"Ayu,3\n" * rows + end for rows in (3, 4))

    assert open_file("a.csv", few).code == "csv_broken"
    assert open_file("a.csv", many).code == "sheet_too_large"


def test_a_workbook_that_declares_a_document_type_is_not_read():
    """Outside, the names such a part may declare were seen to grow without end."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SMALL)) as old,
        zipfile.ZipFile(packed, "w") as new,
    ):
        for part in old.namelist():
            declared = b"<!DOCTYPE a>" if part == "xl/workbook.xml" else b""
            new.writestr(part, declared + old.read(part))

    assert open_file("a.xlsx", packed.getvalue()).code == "workbook_broken"


def test_only_a_large_workbook_is_asked_how_far_it_unpacks(monkeypatch):
    sizes = _sizes(SMALL)
    assert sizes["unpacked"] > 2 * sizes["packed"]
    tables = "skillgap.files.xlsx_tables"
    monkeypatch.setattr(f"{tables}.MAX_RATIO", 2)
    assert rows_of(SMALL, "a.xlsx")

    monkeypatch.setattr(f"{tables}.RATIO_COUNTS_FROM", sizes["unpacked"] - 1)
    assert open_file("a.xlsx", SMALL).code == "workbook_too_large"


def test_a_workbook_that_unpacks_to_twelve_times_its_size_is_read_whole():
    packed = packed_workbook()
    file = open_file("a.xlsx", packed)

    assert _sizes(packed)["unpacked"] > 10 * len(packed)
    assert len(file.sheets[0].rows) == 701


@settings(max_examples=200)
@given(content=st.binary(max_size=400))
def test_no_bytes_raise(content):
    opened = open_file("a.csv", content)

    if isinstance(opened, Problem):
        assert describe_problem(opened)
    else:
        assert opened.sheets


@pytest.mark.parametrize(
    ("lines", "separator"),
    [
        ("Name,Skills\nAyu,Git: 1; SQL: 2; Go: 3\nBima,Git: 4; SQL: 5; Go: 1\n", ","),
        ("Scale 0-5\nName,Skills\nAyu,Git: 1; SQL: 2\nBima,Git: 4; SQL: 5\n", ","),
        ("Nom;Git;SQL\nAyu;1,5;2,5\nBima;3,5;4,5\n", ";"),
        ("Title, with a comma\nName;Git;SQL\nAyu;1;2\nBima;3;4\n", ";"),
    ],
)
def test_the_sign_that_parts_every_row_alike_goes_before_signs_inside_cells(
    lines, separator
):
    assert find_separator(lines) == separator


def test_a_header_one_cell_short_lacks_the_one_above_the_names():
    short = [("Git", "SQL"), ("Ayu", "1", "2"), ("Bima", "3", "4")]
    trailing = [("Git", "SQL"), ("1", "2", ""), ("3", "4", "")]
    ragged = [("Git", "SQL"), ("Ayu", "1", "2"), ("3", "4")]

    assert name_first_column(short)[0] == ("", "Git", "SQL")
    assert name_first_column(trailing) == trailing
    assert name_first_column(ragged) == ragged


def test_cells_that_only_have_a_colour_do_not_count_as_filled(monkeypatch):
    monkeypatch.setattr("skillgap.files.xlsx_tables.MAX_CELLS", 1000)
    book = Workbook()
    book.active.append(["Name", "Git"])
    book.active.append(["Ayu", 3])
    for row in book.active.iter_rows(min_row=3, max_row=300, max_col=20):
        for cell in row:
            cell.number_format = "0%"
    packed = io.BytesIO()
    book.save(packed)

    opened = open_file("team.xlsx", packed.getvalue())

    assert opened.sheets[0].rows == (("Name", "Git"), ("Ayu", "3"))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_damaged_inside_is_refused_with_one_problem(part):
    content = bytearray(workbook({"A": [["Name", "Python"], ["Ayu", 3]]}))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        start = archive.getinfo(part).header_offset
    begin = start + 30 + len(part)
    content[begin : begin + 40] = b"\xff" * 40

    found = open_file("a.xlsx", bytes(content))

    assert isinstance(found, Problem)
    assert found.code == "workbook_broken"
