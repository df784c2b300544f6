"""A manager's way: ugly files in, one picture, a report to take along."""

import re
from pathlib import Path
from urllib.request import urlopen

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.tab import Tab, eventually

HEADER = "person_id,name,team,profile,skill,level,basis,rated_on,framework"
EXPORT = [
    HEADER,
    "ayu,Ayu Lestari,Data,llm_engineer,programming.python,4,checked,2026-11-01,1.0.0",
    "ayu,Ayu Lestari,Data,llm_engineer,programming.gti,4,checked,2026-11-01,1.0.0",
]
MATRIX = [
    ["Matriks kompetensi", "", "", "", ""],
    ["Skala 0 sampai 5", "", "", "", ""],
    ["Nama", "Tim", "Python", "Kafka", "Password"],
    ["Budi Santoso", "Data", 2, 5, "rahasia-1!"],
    ["<b>Citra</b>", "Web", 3, "", "rahasia-2!"],
    ["Rata-rata", "", 2.5, 5, ""],
]


def write_files(folder: Path) -> list[Path]:
    export, matrix = folder / "ayu.csv", folder / "matriks.xlsx"
    export.write_text("\n".join(EXPORT), "utf-8")
    book = openpyxl.Workbook()
    for row in MATRIX:
        book.active.append(row)
    book.save(matrix)
    return [export, matrix]


def upload(tab: Tab, *files: Path) -> None:
    tab.page.locator('.st-key-team-files-0 input[type="file"]').set_input_files(files)


def test_a_manager_reads_an_export_and_an_ugly_spreadsheet_and_takes_a_report(
    open_browser: Open, tmp_path: Path
) -> None:
    tab = open_browser("id").open("review")
    upload(tab, *write_files(tmp_path))
    expect(tab.at("sheet-confirm")).to_be_visible()
    tab.press("sheet-confirm")
    expect(tab.at("review-part")).to_be_visible()
    said = "4 baris dibaca = 3 diterima + 1 ditolak"
    expect(tab.page.get_by_text(said)).to_be_visible()

    report = take(tab, "team-report", tmp_path)
    text = report.read_text("utf-8")
    assert "Budi Santoso" in text
    assert "&lt;b&gt;Citra" in text
    assert "rahasia" not in text + tab.page.content()
    assert open_alone(tab, report) == [report.as_uri()]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Did you mean “programming.git”?"),
        ("id", "Maksud Anda “programming.git”?"),
    ],
)
def test_the_problems_come_as_a_table_in_the_language_of_the_screen(
    open_browser: Open, tmp_path: Path, language: str, said: str
) -> None:
    tab = open_browser(language).open("review")
    upload(tab, write_files(tmp_path)[0])
    expect(tab.at("team-forget")).to_be_visible()
    table = take(tab, "team-problems", tmp_path).read_text("utf-8-sig")
    assert said in table


def take(tab: Tab, key: str, folder: Path) -> Path:
    """Download what a button of the last part offers."""
    tab.at("review-part").get_by_role("radio").last.click()
    expect(tab.at(key)).to_be_visible()
    with tab.page.expect_download() as waiting:
        tab.press(key)
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def open_alone(tab: Tab, report: Path) -> list[str]:
    """Open a report without the app; return every address it asks for."""
    browser = tab.context.browser
    assert browser is not None
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.close()
    return asked


def test_what_was_uploaded_is_let_go_of_once_it_is_read(
    open_browser: Open, tmp_path: Path
) -> None:
    tab = open_browser("en").open("review")
    rows = [
        f"p{n},Person {n},T,,programming.python,{n % 6},claimed,2026-11-01,1.0.0"
        for n in range(60_000)
    ]
    big = tmp_path / "big.csv"
    big.write_text("\n".join([HEADER, *rows]), "utf-8")
    before = uploaded_bytes(tab)  # of others, whose sessions have not ended yet
    upload(tab, big)
    expect(tab.page.get_by_text("60,000 rows read = 60,000 accepted")).to_be_visible()

    eventually(lambda: uploaded_bytes(tab) <= before)
    tab.press("team-forget")
    expect(tab.page.get_by_text("made-up people")).to_be_visible()


def test_a_click_while_files_are_read_does_not_lose_them(
    open_browser: Open, tmp_path: Path
) -> None:
    tab = open_browser("en").open("review")
    expect(tab.at("review-part")).to_be_visible()
    rows = [
        f"p{n},Person {n},T,,programming.python,{n % 6},claimed,2026-11-01,1.0.0"
        for n in range(60_000)
    ]
    big = tmp_path / "big.csv"
    big.write_text("\n".join([HEADER, *rows]), "utf-8")
    upload(tab, big)
    for part in range(12):
        tab.at("review-part").get_by_role("radio").nth(part % 7).click(force=True)
        tab.page.wait_for_timeout(60)

    expect(tab.page.get_by_text("60,000 rows read = 60,000 accepted")).to_be_visible()


def uploaded_bytes(tab: Tab) -> int:
    """Return what the server says it keeps of uploads."""
    with urlopen(f"{tab.server.url}_stcore/metrics") as answer:
        metrics = answer.read().decode()
    assert "cache_memory_bytes{" in metrics
    found = re.findall(r'cache_type="UploadedFileManager".*?\} (\d+)', metrics)
    return sum(map(int, found))
