"""Spreadsheets as other people make them, with invented people and words.

Their shapes are those of skills matrices, competency tables and form exports that
stand in public repositories: the names, words and numbers are ours.
"""

# ruff: noqa: E501 (a row of a spreadsheet is one line)

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook


@dataclass(frozen=True)
class Shape:
    """A file and what has to come out of it.

    ``asks`` has the codes of the problems a file is refused with; then nothing counts.
    """

    name: str
    content: bytes
    layout: str = ""
    people: int = 0
    skills: int = 0
    ratings: int = 0
    scale: str = ""
    asks: tuple[str, ...] = ()


def text(lines: str, encoding: str = "utf-8") -> bytes:
    """Return lines as a file; blanks before a line are no part of it."""
    rows = [line.strip(" ") for line in lines.strip("\n").splitlines()]
    return ("\r\n".join(rows) + "\r\n").encode(encoding)


def packed_workbook() -> bytes:
    """Return a workbook that unpacks to more than ten times its size."""
    rows = [[f"P{n}", *((n * k) % 6 for k in range(300))] for n in range(700)]
    return workbook({"S": [["Name", *(f"Skill {k}" for k in range(300))], *rows]})


def workbook(
    sheets: dict[str, Sequence[Sequence[object]]],
    finish: Callable[[Workbook], None] | None = None,
) -> bytes:
    """Return a workbook with some sheets."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if finish:
        finish(book)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _merge(*ranges: str) -> Callable[[Workbook], None]:
    def finish(book: Workbook) -> None:
        for place in ranges:
            book.worksheets[0].merge_cells(place)

    return finish


PEOPLE = ("Ayu", "Bima", "Citra", "Dimas", "Eka", "Fajar", "Gita", "Hadi")


def _grid(people: Sequence[str], skills: Sequence[str], top: int, low: int = 1) -> str:
    """Return rows of marks in which every step of a scale occurs."""
    steps = top - low + 1
    rows = [
        ",".join(
            [who, *(str(low + (3 * r + 2 * c) % steps) for c in range(len(skills)))]
        )
        for r, who in enumerate(people)
    ]
    return "\n".join(rows)


ROWS = [
    Shape(
        "plain.csv",
        text("""
        Name,Python,SQL,Docker
        Ayu,3,4,1
        Bima,5,2,2
        """),
        "people_in_rows", 2, 3, 6, "1-5",
    ),
    Shape(
        "zero-to-five.csv",
        text("""
        Employee Name,Department,Python,SQL
        Ayu,Data,0,5
        Bima,Web,2,4
        """),
        "people_in_rows", 2, 2, 4, "0-5",
    ),
    Shape(
        "legend-sections-totals.csv",
        text("""
        Matriks Kompetensi Tim Data;;;;;;
        Keterangan: 0 = Tidak ada, 1 = Dasar, 2 = Menengah, 3 = Mahir;;;;;;
        ;;;;;;
        ;;Teknis;;Nonteknis;;
        No;Nama;Python;Café;Komunikasi;Negosiasi;Total
        1;Ayu Lestari;3;2;1;0;6
        2;René Bima;1;;3;2;6
        3;Citra;0;1;2;3;6
        ;Rata-rata;1,3;1,5;2;1,7;6
        ;Bobot;2;1;1;1;
        ;Target;3;2;2;2;9
        """, "cp1252"),
        "people_in_rows", 3, 4, 11, "0-3",
    ),
    Shape(
        "words.tsv",
        text("""
        Team member\tRole\tPython\tKubernetes\tWriting
        Ayu\tEngineer\tExpert\tNone\tBeginner
        Bima\tAnalyst\tIntermediate\tBeginner\tn/a
        Citra\tLead\tAdvanced\t-\tExpert
        """),
        "people_in_rows", 3, 3, 7, "words",
    ),
    Shape(
        "kata.csv",
        text("""
        Nama Karyawan,Jabatan,Python,Basis Data,Presentasi
        Ayu,Staf,Mahir,Dasar,Tidak ada
        Bima,Staf,Menengah,Ahli,Dasar
        Citra,Manajer,,Mahir,Menengah
        """),
        "people_in_rows", 3, 3, 8, "words",
    ),
    Shape(
        "labelled.csv",
        text("""
        please fill in before Friday,,,,
        Name,Login,Team,Java,Spring
        Ayu Puspita,apuspita,Core,0 - NA,2 - Intermediate
        Bima Surya,bsurya,Edge,1 - Novice,3 - Expert
        thank you all 1
        """),
        "people_in_rows", 2, 2, 3, "1-3",
    ),
    Shape(
        "stars.csv",
        text("""
        Name,Go,Rust,SQL
        Ayu,★★★☆☆,★☆☆☆☆,★★★★★
        Bima,★★☆☆☆,,★★★★☆
        """),
        "people_in_rows", 2, 3, 5, "symbols",
    ),
    Shape(
        "circles.csv",
        text("""
        社員番号,氏名,備考,受付,検品,出荷
        0012,春野花,夜勤なし,◎,○,×
        0007,秋山実,,△,◎,○
        """),
        "people_in_rows", 2, 3, 6, "symbols",
    ),
    Shape(
        "circles-legend.csv",
        text("""
        凡例,◎=指導できる,○=一人でできる,△=補助があればできる,×=できない,
        氏名,溶接,塗装,検査,梱包,
        春野,◎,△,×,○,
        秋山,○,○,△,×,
        """, "cp932"),
        "people_in_rows", 2, 4, 8, "legend",
    ),
    Shape(
        "balls.csv",
        text("""
        Name,Welding,Painting,Packing
        Ayu,○,◔,●
        Bima,◑,◕,◔
        """),
        "people_in_rows", 2, 3, 6, "symbols",
    ),
    Shape(
        "percent.csv",
        text("""
        Name,Python,SQL
        Ayu,80%,40%
        Bima,100%,0%
        """),
        "people_in_rows", 2, 2, 4, "percent",
    ),
    Shape(
        "out-of-ten.csv",
        text("""
        Player,Passing,Shooting,Speed
        Ayu,7,10,3
        Bima,1,8,9
        """),
        "people_in_rows", 2, 3, 6, "1-10",
    ),
    Shape(
        "letters-legend.csv",
        text("""
        "N = Novice | B = Beginner | I = Intermediate | A = Advanced | E = Expert",,,
        Name,Python,SQL,Git
        Ayu,N,B,I
        Bima,A,E,B
        Citra,I,N,
        """),
        "people_in_rows", 3, 3, 8, "legend",
    ),
    Shape(
        "zero-to-three.csv",
        text(f"Name,{','.join(f'Skill {n}' for n in range(1, 9))}\n"
             + _grid(PEOPLE, range(8), 3, 0)),
        "people_in_rows", 8, 8, 64, "0-3",
    ),
    Shape(
        "secrets.csv",
        text("""
        id,name,email,password,api_token,Python,SQL
        007,Ayu,ayu@example.test,hunter2,tok-1,3,4
        008,Bima,bima@example.test,letmein,tok-2,5,1
        """),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
    Shape(
        "first-and-last.csv",
        text("""
        First Name,Last Name,Years of experience,Python,SQL,Certifications
        Ayu,Lestari,12,3,4,2
        Bima,Surya,7,5,1,0
        """),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
    Shape(
        "unrated-person.csv",
        text("""
        Участник;ML;Backend;О себе
        Денис;2;5;Пишу много кода, люблю поезда
        Мария Орлова;;;
        Егор;4;3;
        """),
        "people_in_rows", 3, 2, 4, "1-5",
    ),
    Shape(
        "saved-twice.csv",
        text('''
        "Name,Python,SQL,""Docker, K8s"""
        "Ayu,3,4,1"
        "Bima,5,2,2"
        '''),
        "people_in_rows", 2, 3, 6, "1-5",
    ),
    Shape(
        "current-and-target.csv",
        text("""
        Name,Python,,SQL,
        ,Current,Target,Current,Target
        Ayu,3,5,4,4
        Bima,2,4,5,5
        """),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
    Shape(
        "ratings-named.csv",
        text("""
        Name,Career Interest,Python Rating,SQL Rating,Communication Rating,Python Target
        Ayu,Data,3,4,5,5
        Bima,Web,5,1,2,5
        """),
        "people_in_rows", 2, 3, 6, "1-5",
    ),
    Shape(
        "teams-between.csv",
        text("""
        Name,Python,SQL
        BACKEND TEAM,,
        Ayu,3,4
        Bima,5,1
        FRONTEND TEAM,,
        Citra,2,2
        Max,4,5
        """),
        "people_in_rows", 4, 2, 8, "1-5",
    ),
    Shape(
        "header-again.csv",
        text("""
        sep=;
        Name;Python;SQL
        Ayu;3;4
        Name;Python;SQL
        Bima;5;1
        """),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
    Shape(
        "header-says-scale.csv",
        text("""
        Name,Python (1-3),SQL (1-3)
        Ayu,3,2
        Bima,1,3
        """),
        "people_in_rows", 2, 2, 4, "1-3",
    ),
    Shape(
        "utf16.csv",
        text("""
        Nama\tPython\tSQL
        Ayu\t3\t4
        Bima\t5\t1
        """, "utf-16"),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
]  # fmt: skip

COLUMNS = [
    Shape(
        "people-across.csv",
        text("""
        Kompetensi,Ayu,Bima,Citra,Rata-rata,Target
        Python,1,2,3,2,4
        SQL,3,5,,4,4
        Forklift,5,4,2,3.7,3
        Jumlah,9,11,5,,
        """),
        "people_in_columns", 3, 3, 8, "1-5",
    ),
    Shape(
        "headings-beside.csv",
        text("""
        ,Name ,Ayu,Bima,Citra,Dimas
        Methods,,,,,
        ,DevOps,,2,0,1
        ,Kanban/Scrum,,2,1,3
        Linux,,,,,
        ,Running,,1,0,2
        ,Building,,1,0,2
        Windows,,,,,
        ,Running,,1,0,3
        ,Docker,,3,0,0
        ,Python,,3,0,0
        ,SQL,,3,0,0
        ,,,,,
        Languages,,,,,
        ,English,,3,3,3
        ,Git,,3,3,3
        """),
        "people_in_columns", 4, 10, 30, "0-3",
    ),
    Shape(
        "two-row-header.xlsx",
        workbook(
            {"Skills": [
                ["Area", "Skill", "Backend", None, "Frontend", None, "Average"],
                [None, None, "Ayu", "Bima", "Citra", "Dimas", None],
                ["Code", "Python", 5, 4, 1, 2, 3],
                [None, "SQL", 4, 4, 2, 1, 2.75],
                ["Ops", "Docker", 3, None, 1, 5, 3],
            ]},
            _merge("C1:D1", "E1:F1", "A1:A2", "B1:B2", "G1:G2", "A3:A4"),
        ),
        "people_in_columns", 4, 3, 11, "1-5",
    ),
    Shape(
        "attributes-above.csv",
        text("""
        所属,一課,一課,二課
        社員番号,0039,0069,0133
        氏名,春野 花,秋山 実,冬木 空
        年齢層,40代,50代,30代
        Python,4,0,3
        SQL,0,5,2
        Docker,1,1,0
        Linux,2,3,4
        """),
        "people_in_columns", 3, 4, 12, "0-5",
    ),
]  # fmt: skip

LONG = [
    Shape(
        "long.csv",
        text("""
        Employee,Skill,Level,Assessed on
        Ayu,Python,3,2026-03-01
        Ayu,SQL,4,2026-03-01
        Bima,Python,5,2026-03-02
        """),
        "long", 2, 2, 3, "1-5",
    ),
    Shape(
        "long-words.csv",
        text("""
        person_id,skill_id,proficiency
        p1,s1,expert
        p1,s2,familiar
        p2,s1,learning
        """),
        "long", 2, 2, 3, "words",
    ),
    Shape(
        "long-merged.xlsx",
        workbook(
            {"Daftar": [
                ["Nama", "Kategori", "Keterampilan", "Tingkat", "Tanggal penilaian"],
                ["Ayu", "Teknis", "Python", "Mahir", date(2026, 3, 1)],
                [None, "Teknis", "SQL", "Dasar", date(2026, 3, 1)],
                ["Bima", "Teknis", "Python", "Menengah", date(2026, 3, 2)],
                [None, "Umum", "Komunikasi", "Ahli", date(2026, 3, 2)],
            ]},
            _merge("A2:A3", "A4:A5"),
        ),
        "long", 2, 3, 4, "words",
    ),
    Shape(
        "long-blank-names.csv",
        text("""
        Name,Skill,Rating (1-5)
        Ayu,Python,3
        ,SQL,4
        Bima,Python,5
        ,SQL,1
        """),
        "long", 2, 2, 4, "1-5",
    ),
    Shape(
        "people-first.csv",
        text("""
        Employees,Skills,Level,Notes,Date
        Ayu,,,,
        Bima,,,,
        Ayu,Python,3,good start,2026-06-26
        Ayu,SQL,5,,2026-06-26
        """),
        "long", 2, 2, 2, "1-5",
    ),
]  # fmt: skip

FORMS = [
    Shape(
        "google-form.csv",
        text("""
        Timestamp,Email Address,Name,Rate your skills [Python],Rate your skills [SQL],More?
        25/11/2026 10:00:00,a@example.test,Ayu,3 - Intermediate,1 - Beginner,thanks
        26/11/2026 11:30:00,b@example.test,Bima,4 - Advanced,,
        """),
        "form", 2, 2, 3, "1-4",
    ),
    Shape(
        "formulir.csv",
        text("""
        Cap waktu,Nama Lengkap,Seberapa mahir? [Go],Seberapa mahir? [Git],Seberapa mahir? [K8s]
        25/11/2026 10.00.00,Ayu,Mahir,Dasar,Ahli
        26/11/2026 11.30.00,Bima,Pemula,Belum,Menengah
        """),
        "form", 2, 3, 6, "words",
    ),
    Shape(
        "anonymous-form.csv",
        text("""
        Timestamp,Rate yourself [Python],Rate yourself [SQL]
        11/25/2026 10:00:00,5,4
        11/26/2026 10:00:00,1,2
        """),
        "form", 2, 2, 4, "1-5",
    ),
    Shape(
        "people-in-brackets.csv",
        text("""
        Timestamp,Python [Ayu],Python [Bima],SQL [Ayu],SQL [Bima]
        2026-11-25 10:00:00,5,4,1,2
        """),
        "form", 2, 2, 4, "1-5",
    ),
    Shape(
        "level-and-interest.csv",
        text("""
        Name,Current level [Python],Current level [SQL],Interest [Python],Interest [SQL]
        Ayu,5,4,1,2
        Bima,2,3,5,5
        """),
        "form", 2, 2, 4, "1-5",
    ),
    Shape(
        "microsoft-form.xlsx",
        workbook(
            {"Form1": [
                ["ID", "Start time", "Completion time", "Email", "Name", "Git", "SQL"],
                [1, datetime(2026, 11, 5, 9), datetime(2026, 11, 5, 9, 5),
                 "anonymous", "Ayu", "Expert", "Beginner"],
                [2, datetime(2026, 11, 6, 9), datetime(2026, 11, 6, 9, 5),
                 "anonymous", "Bima", "Intermediate", "Not at all"],
            ]}
        ),
        "people_in_rows", 2, 2, 4, "words",
    ),
]  # fmt: skip

PACKED = [
    Shape(
        "json-cell.csv",
        text('''
        Name,Skill Matrix Results,password
        Ayu,"{""Mining (Skill 12)"": 10, ""Contracts (Skill 19)"": 3}",hunter2
        Bima,"{""Contracts (Skill 19)"": 8, ""Privacy (Skill 143)"": 6}",letmein
        '''),
        "packed", 2, 3, 4, "0-10",
    ),
    Shape(
        "list-cell.csv",
        text("""
        Employee ID,Name,Skills
        E1,Ayu,Python:3; SQL:2; Git:5
        E2,Bima,Python:1; Docker:4
        """),
        "packed", 2, 4, 5, "1-5",
    ),
    Shape(
        "words-in-brackets.csv",
        text("""
        Name;Languages;Tools
        Ayu;Python (Advanced), Go (Basic);Docker (Expert)
        Bima;Python (Basic);Git (Intermediate), Docker (Basic)
        """),
        "packed", 2, 4, 6, "words",
    ),
]  # fmt: skip

SHEETS = [
    Shape(
        "second-sheet.xlsx",
        workbook(
            {
                "Cover": [["Skills matrix"], ["Team Data"], ["Scale: 1 to 4"]],
                "Matrix": [
                    ["Name", "Python", "SQL"],
                    ["Ayu", 1, 4],
                    ["Bima", 3, 2],
                ],
                "Lists": [["Python"], ["SQL"]],
            }
        ),
        "people_in_rows", 2, 2, 4, "1-4",
    ),
    Shape(
        "side-legend.xlsx",
        workbook(
            {"S": [
                ["Name", "Python", "SQL", None, "Legend", None],
                ["Ayu", 0, 2, None, 0, "None"],
                ["Bima", 3, 1, None, 1, "Basic"],
                ["Citra", 2, 2, None, 2, "Advanced"],
                [None, None, None, None, 3, "Expert"],
            ]}
        ),
        "people_in_rows", 3, 2, 6, "0-3",
    ),
    Shape(
        "rated-only.csv",
        text("""
        Reviewee,Occurred at,Python,SQL
        Ayu,2026-11-01,4,5
        Bima,2026-11-02,3,3
        """),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
    Shape(
        "skills-in-groups.csv",
        text("""
        employee,competency,skill,score
        Ayu,Craft,Interaction design,4
        Ayu,Craft,User testing,3
        Bima,Craft,User testing,5
        """),
        "long", 2, 2, 3, "1-5",
    ),
    Shape(
        "target-and-actual.csv",
        text("""
        Empleado;Competencia;Nivel requerido;Nivel actual
        Ana;Python;4;2
        Ana;SQL;5;5
        Luis;Docker;3;1
        """),
        "long", 2, 3, 3, "1-5",
    ),
    Shape(
        "sure-before-level.csv",
        text("""
        employee,levels
        E1,"[{""skill"": ""Python"", ""self_confidence"": 5, ""self_level"": 2}]"
        E2,"[{""skill"": ""Python"", ""self_confidence"": 1, ""self_level"": 4}]"
        """),
        "packed", 2, 1, 2, "1-5",
    ),
    Shape(
        "legend-in-one-column.xlsx",
        workbook(
            {"S": [
                ["Name", "Python", "SQL", None, "Legend"],
                ["Ayu", 0, 3, None, "0 = No knowledge"],
                ["Bima", 4, 2, None, "1 = Novice"],
                ["Citra", 2, 1, None, "2 = Intermediate"],
                [None, None, None, None, "3 = Advanced"],
                [None, None, None, None, "4 = Expert"],
            ]}
        ),
        "people_in_rows", 3, 2, 6, "0-4",
    ),
    Shape(
        "legend-below.xlsx",
        workbook(
            {"S": [
                ["Name", "Python", "SQL"],
                ["Ayu", 1, 3],
                ["Bima", 4, 2],
                [],
                ["Scale:"],
                [1, "Beginner"],
                [2, "Intermediate"],
                [3, "Advanced"],
                [4, "Expert"],
            ]}
        ),
        "people_in_rows", 2, 2, 4, "1-4",
    ),
    Shape(
        "yes-or-no-at-the-end.csv",
        text("""
        Timestamp,Nama,Python,SQL,Apakah Anda bersedia menjadi mentor?
        11/25/2026 9:01:22,Ayu,4,3,Ya
        11/25/2026 9:05:10,Bima,2,5,Tidak
        """),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
    Shape(
        "degrees-of-mahir.csv",
        text("""
        Nama;Python;SQL;Git
        Ayu;Sangat Mahir;Mahir;Kurang Mahir
        Bima;Tidak Mahir;Cukup Mahir;Mahir
        """),
        "people_in_rows", 2, 3, 6, "words",
    ),
    Shape(
        "titles-above.xlsx",
        workbook(
            {"S": [
                ["PT Maju Jaya"],
                ["Matriks Kompetensi Tim Data", None, None, "Periode:", "Q3 2026"],
                [],
                ["Keterangan: 1=Dasar, 2=Cukup, 3=Baik, 4=Sangat Baik, 5=Ahli"],
                [],
                ["No", "Nama", "Jabatan", "Python", "SQL", "Git", "Total", "Rata-rata"],
                [1, "Ayu", "DE", 4, 3, 5],
                [2, "Bima", "DS", 2, 5, 3],
                [],
                [None, "Disetujui oleh:", "HRD"],
            ]}
        ),
        "people_in_rows", 2, 3, 6, "1-5",
    ),
    Shape(
        "parts-added-up.csv",
        text("""
        Department,Employee,Python,SQL,SQL remarks
        IT,Ayu,3,4,
        IT,Bima,5,1,n/a
        IT Total,,8,5,
        HR,Citra,2,2,
        Grand Total,,10,7,
        """),
        "people_in_rows", 3, 2, 6, "1-5",
    ),
]  # fmt: skip

REFUSED = [
    Shape(
        "row-numbers.csv",
        text("""
        reviewId,employeeId,performanceScore
        1,11,5.1
        2,12,8.1
        3,13,5.7
        """),
        asks=("no_table",),
    ),
    Shape(
        "professions.csv",
        text("""
        Skill,Data Engineer,Data Scientist,MLE
        Python,4,2,3
        SQL,3,3,4
        """),
        asks=("no_people",),
    ),
    Shape(
        "flags-beside-levels.csv",
        text("""
        employee,skill_name,assessed_proficiency,assessment_score,verified
        Ayu,LOTO,4,72,True
        Ayu,Hot work,3,66,False
        Bima,LOTO,2,50,True
        """),
        asks=("ask_level_column",),
    ),
    Shape(
        "one-more-text.csv",
        text("""
        operator_id,machine_type,skill_level
        OP_001,Lathe,Expert
        OP_002,Drill,Beginner
        OP_003,Lathe,Expert
        """),
        asks=("ask_skill_column",),
    ),
    Shape(
        "who-rates-whom.csv",
        text("""
        Timestamp,Nama,Atasan yang dinilai,Memecahkan masalah,Menghormati orang
        2026-11-01,Ayu,Bima,4,5
        2026-11-02,Citra,Dimas,3,3
        """),
        asks=("ask_rated",),
    ),
    Shape(
        "quarters.csv",
        text("""
        Name,Skill,Q1 2026,Q2 2026
        Ayu,Python,2,3
        Bima,SQL,3,4
        """),
        asks=("no_levels_periods",),
    ),
    Shape(
        "days-as-columns.csv",
        text("""
        Name,Skill,2026-03-01,2026-09-01
        Ayu,Python,2,3
        Bima,SQL,3,4
        """),
        asks=("no_levels_periods",),
    ),
    Shape(
        "a-hundred-each.csv",
        text("""
        Name,Python,SQL,Git
        Ayu,50,30,20
        Bima,10,60,30
        """),
        asks=("no_levels_budget",),
    ),
    Shape(
        "points.csv",
        text("""
        Name,Python,SQL,Git
        Ayu,10,10,10
        Bima,20,5,5
        Citra,15,10,5
        Dimas,0,20,10
        Eka,5,5,20
        """),
        asks=("no_levels_budget",),
    ),
    Shape(
        "skill-lists.csv",
        text("""
        Employee Name,Skill 1,Skill 2,Skill 3
        Ayu,DevOps,C#,JavaScript
        Bima,Project Management,React,Node
        """),
        asks=("no_levels",),
    ),
    Shape(
        "has-skill.csv",
        text("""
        employee_id,skill_id
        E1,S1
        E1,S2
        E2,S1
        """),
        asks=("no_levels",),
    ),
    Shape(
        "training-needs.csv",
        text("""
        Skill,Category,Proficiency Expected (Day 1),Proficiency Expected (90 Days),Gap
        Chat,Tools,Basic,Proficient,No
        Board,Tools,Awareness,Basic,Yes
        """),
        asks=("no_levels",),
    ),
    Shape(
        "grades.csv",
        text("""
        Competency,Junior,Mid,Senior,Lead
        Python,1,2,3,4
        SQL,1,3,4,5
        """),
        asks=("no_people",),
    ),
    Shape(
        "one-person.csv",
        text("""
        skill,category,current_level_1_to_5,target_level_1_to_5,next_action
        prompting,AI,2,4,write templates
        automation,Ops,3,5,build one
        """),
        asks=("ask_person",),
    ),
    Shape(
        "codes.csv",
        text("""
        Employees,Skills,Level,Date
        Ayu,Python,D3,2026-06-26
        Bima,SQL,D1,2026-06-26
        """),
        asks=("ask_marks",),
    ),
    Shape(
        "ticks.csv",
        text("""
        Name,Python,SQL,Git
        Ayu,✓,,✓
        Bima,,✓,✓
        """),
        asks=("ask_yes_no",),
    ),
    Shape(
        "short-scale.csv",
        text("""
        Name,Python,SQL
        Ayu,3,2
        Bima,1,2
        """),
        asks=("ask_scale_end",),
    ),
    Shape(
        "two-days.csv",
        text("""
        Name,Date,Python,SQL
        Ayu,05/06/2026,5,2
        Bima,07/08/2026,1,2
        """),
        asks=("ask_date_order",),
    ),
    Shape(
        "two-sheets.xlsx",
        workbook(
            {
                "2025": [["Name", "Python", "SQL"], ["Ayu", 1, 4], ["Bima", 5, 2]],
                "2026": [["Name", "Python", "SQL"], ["Ayu", 2, 4], ["Bima", 5, 3]],
            }
        ),
        asks=("ask_sheet",),
    ),
    Shape(
        "nothing-tells.csv",
        text("""
        ,Zyx,Wvu
        Abc,5,4
        Def,1,2
        """),
        asks=("ask_layout",),
    ),
    Shape(
        "addresses.csv",
        text("""
        name,city,street
        Ayu,Bandung,Dago
        Bima,Malang,Ijen
        """),
        asks=("no_table",),
    ),
]  # fmt: skip

READ = [*ROWS, *COLUMNS, *LONG, *FORMS, *PACKED, *SHEETS]
EVERY = [*READ, *REFUSED]
