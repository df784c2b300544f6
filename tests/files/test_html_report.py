"""What people wrote is text in a report, wherever in the file it stands."""

from skillgap.files.html_report import Section, write_html

WORDS = '"><b>bold-7</b>'
SHOWN = "&quot;&gt;&lt;b&gt;bold-7&lt;/b&gt;"


def test_title_heading_label_column_and_cell_are_all_text():
    section = Section(WORDS, (WORDS,), (WORDS, WORDS), ((WORDS, WORDS),))

    page = write_html(WORDS, [section], "en").decode()

    assert "<b>" not in page
    assert f"<title>{SHOWN}</title>" in page
    assert f'aria-label="{SHOWN}"' in page
    assert page.count(SHOWN) == 9
