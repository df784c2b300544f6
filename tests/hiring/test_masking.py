"""Names of candidates hidden behind letters."""

import pandas as pd
import pytest

from skillgap.domain.ratings import empty_ratings
from skillgap.hiring.candidates import letter_candidates
from skillgap.hiring.masking import build_mask, mask_names, reveal_names

ARABIC = "محمد الأمين"


def people(*names):
    return letter_candidates(
        (f"id-{n}", name, f"cv-{n}.csv", empty_ratings())
        for n, name in enumerate(names, start=1)
    )


def test_names_become_letters_in_the_order_of_the_files():
    assert mask_names(people("Zed", "Ann")) == {"A": "Candidate A", "B": "Candidate B"}


def test_the_word_is_that_of_the_readers_language():
    assert mask_names(people("Zed"), "Kandidat") == {"A": "Kandidat A"}


def test_revealed_two_of_one_name_are_told_apart_and_the_nameless_by_id():
    assert reveal_names(people("Budi", "Sari", "Budi", " ")) == {
        "A": "Budi (A)", "B": "Sari", "C": "Budi (C)", "D": "id-4",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Budi", "Built by Budi alone"),
        ("Budi", "Built by BUDI alone"),
        ("Siti Nurhaliza", "Built by Nurhaliza alone"),
        ("Siti Nurhaliza", "Built by siti nurhaliza alone"),
        (ARABIC, f"Built by {ARABIC} alone"),
        (ARABIC, "Built by محمد alone"),
        ("Budi", "Built by id-1 alone"),
    ],
)
def test_a_name_in_a_text_is_replaced(name, text):
    assert build_mask(people(name)).text(text) == "Built by Candidate A alone"


@pytest.mark.parametrize(
    ("name", "text", "hidden"),
    [
        ("Éka Putrí", "by Eka and PUTRI", "by Candidate A and Candidate A"),
        ("Eka Putri", "by E\u0301ka, putri\u0301!", "by Candidate A, Candidate A!"),
        ("Eka Putri", "by ＥＫＡ", "by Candidate A"),
        ("Eka Putri", "by P\u200butri", "by Candidate A"),
        ("Eka Putri", "cv_Eka_Putri_2026.pdf", "cv_Candidate A_Candidate A_2026.pdf"),
        ("Eka Putri", "by ekaputri99", "by Candidate A99"),
        ("Eka Putri", "karyanya Putrinya", "karyanya Candidate A"),
        ("Suharto", "Suhartolah, Suhartopun", "Candidate A, Candidate A"),
        ("Suharto", "Suhartono", "Suhartono"),
        ("محمد الأمين", "by الامين", "by Candidate A"),
        ("محمد الأمين", "by مُحَمَّد", "by Candidate A"),
        ("Straße", "by STRASSE", "by Candidate A"),
        ("Li An", "by Li An", "by Candidate A"),
    ],
)
def test_a_name_is_found_in_other_spellings(name, text, hidden):
    assert build_mask(people(name)).text(text) == hidden


def test_an_id_that_ends_in_a_digit_is_not_found_in_a_longer_number():
    assert build_mask(people("Budi")).text("id-12, id-1") == "id-12, Candidate A"


def test_text_without_a_name_stays_to_the_letter():
    text = "Ünïcode café, 3×, ＡＢ, e\u0301, \u200b end"
    assert build_mask(people("Budi")).text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "see github.com/zb99",
        "see https://github.com/budi123/x",
        "see www.budi.id",
        "see b@budi.co.id",
    ],
)
def test_links_and_addresses_are_hidden(text):
    assert build_mask(people("Budi")).text(text) == "see …"


def test_part_of_a_longer_word_is_no_name():
    assert (
        build_mask(people("Budi", "Ali")).text("budidaya, Alice") == "budidaya, Alice"
    )


def test_a_name_two_candidates_share_tells_nobody_apart():
    mask = build_mask(people("Dewi Lestari", "Dewi Sartika"))

    assert mask.text("Dewi, Lestari, Sartika") == "…, Candidate A, Candidate B"


def test_the_file_name_is_hidden_too():
    assert build_mask(people("Budi")).text("cv-1.csv, row 3") == "Candidate A, row 3"


def test_a_remark_in_brackets_is_no_name():
    assert build_mask(people("Budi (example)")).text("An example") == "An example"


def test_a_masked_table_names_nobody_and_keeps_its_numbers():
    table = pd.DataFrame(
        {
            "candidate": ["A", "B"],
            "person_id": ["id-1", "id-2"],
            "name": ["Budi", "Sari"],
            "team": ["Team Budi", ""],
            "source": ["cv-1.csv", "cv-2.csv"],
            "evidence": ["Budi's repo", "with Budi"],
            "level": [3.0, float("nan")],
        }
    )

    masked = build_mask(people("Budi", "Sari")).table(table)

    text = masked.to_csv()
    assert not any(word in text for word in ("Budi", "Sari", "id-1", "cv-"))
    assert list(masked["name"]) == ["Candidate A", "Candidate B"]
    assert masked["level"].equals(table["level"])
    assert list(table["name"]) == ["Budi", "Sari"]


def test_a_table_without_candidates_says_only_that_somebody_is_hidden():
    masked = build_mask(people("Budi")).table(pd.DataFrame({"name": ["Budi"]}))

    assert list(masked["name"]) == ["…"]


def test_without_candidates_only_links_are_hidden():
    assert build_mask([]).text("Budi, https://x.y") == "Budi, …"
