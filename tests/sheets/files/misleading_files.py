"""Spreadsheets whose words or places mislead, with invented people and numbers.

Each stands for a shape met in public files that a reader in haste gets wrong: a person
called Tim, a skill called "Gap analysis", a second table under the first.
"""

from openpyxl import Workbook
from openpyxl.styles import PatternFill

from tests.sheets.files.foreign_files import Shape, text, workbook


def _tint(book: Workbook) -> None:
    """Give far more cells a colour than hold anything."""
    tint = PatternFill("solid", fgColor="FFFFEE")
    for row in book.worksheets[0].iter_rows(max_row=400, max_col=60):
        for cell in row:
            cell.fill = tint


READ = [
    Shape(
        "people-called-like-words.csv",
        text("""
        Skill,Tim,Max,Hari,Min,Ayu,Nik
        Python,1,2,5,4,5,
        SQL,2,3,4,5,1,
        Docker,3,5,5,1,2,
        Git,5,5,1,2,3,
        """),
        "people_in_columns", 6, 4, 20, "1-5",
    ),
    Shape(
        "highest-in-max.csv",
        text("""
        Skill,Ayu,Bima,Citra,Max,Min
        Python,1,2,3,3,1
        SQL,2,5,4,5,2
        Docker,3,4,5,5,3
        Git,5,5,1,5,1
        """),
        "people_in_columns", 3, 4, 12, "1-5",
    ),
    Shape(
        "one-is-far-better.csv",
        text("""
        Skill,Ayu,Bima,Citra,Dimas
        Python,1,9,4,3
        SQL,2,8,5,1
        Docker,3,10,1,2
        Git,5,6,2,4
        """),
        "people_in_columns", 4, 4, 16, "1-10",
    ),
    Shape(
        "skills-like-words.csv",
        text("""
        Name,Python,SQL,Git,Requirements analysis,Target setting,Gap analysis
        Ayu,1,2,3,4,5,1
        Bima,2,3,4,5,1,2
        Citra,5,4,3,2,1,5
        """),
        "people_in_rows", 3, 6, 18, "1-5",
    ),
    Shape(
        "skills-like-words-below.csv",
        text("""
        Skill,Ayu,Bima,Citra
        Python,1,2,4
        Total quality management,2,3,4
        Gap analysis,3,4,5
        Feedback,4,5,1
        Target setting,5,1,2
        Average pricing,1,1,5
        Total,16,16,21
        Target level,5,5,5
        """),
        "people_in_columns", 3, 6, 18, "1-5",
    ),
    Shape(
        "skill-called-user.csv",
        text("""
        ,Alias,AVG,Stats,User,Prog,Interests
        "<input value=""1"">",Ayu,5.7,1,10,6,"Music, Art"
        "<input value=""2"">",Bima,7,8,7,6,Sport
        "<input value=""3"">",Citra,5.3,2,8,6,"Art, Sport"
        "<input value=""4"">",Dimas,7.3,2,10,10,
        ,Lower Bound,1,1,1,1,
        ,Higher Bound,10,10,10,10,
        """),
        "people_in_rows", 4, 3, 12, "1-10",
    ),
    Shape(
        "everybody-is-good-at-one.csv",
        text("""
        Name,Teamwork,Python,SQL,Docker
        Ayu,9,1,2,10
        Bima,8,2,3,5
        Citra,10,3,4,4
        Dimas,7,4,5,3
        """),
        "people_in_rows", 4, 4, 16, "1-10",
    ),
    Shape(
        "header-one-short.tsv",
        b"Python\tSQL\tDocker\nAyu\t1\t5\t4\nBima\t2\t3\t4\nCitra\t5\t5\t1\n",
        "people_in_rows", 3, 3, 9, "1-5",
    ),
    Shape(
        "numbered-skills.csv",
        text("""
        Name,1. Python,2. SQL,3. Docker
        Ayu,1,5,4
        Bima,2,3,4
        """),
        "people_in_rows", 2, 3, 6, "1-5",
    ),
    Shape(
        "skills-by-number.csv",
        text("""
        employee_skill_id,employee_id,skill_id,proficiency_level
        1,7,101,4
        2,7,208,2
        3,8,101,5
        4,8,209,1
        """),
        "long", 2, 3, 4, "1-5",
    ),
    Shape(
        "previous-and-current.csv",
        text("""
        assessment_id,worker_id,skill_id,assessment_date,previous_level,current_level
        A1,W1,S7,2026-08-23,3,4
        A2,W1,S9,2026-08-23,2,5
        A3,W2,S7,2026-08-24,1,1
        """),
        "long", 2, 2, 3, "1-5",
    ),
    Shape(
        "japanese-list.csv",
        text("""
        タイトル,氏名,スキル名,カテゴリ,サブカテゴリ,レベル,更新日
        青木_Java,青木 一,Java,技術,言語,4,2026-08-01
        青木_提案力,青木 一,提案力,ビジネス,対話,5,2026-08-01
        森_Python,森 花,Python,技術,言語,3,2026-08-01
        """),
        "long", 2, 3, 3, "1-5",
    ),
    Shape(
        "wide-digits.csv",
        text("""
        氏名,Python,SQL
        青木,１,５
        森,④,2
        """),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
    Shape(
        "no-among-words.csv",
        text("""
        Сотрудник;Python;SQL
        Иван;нет;базовый
        Мария;эксперт;нет
        """, "cp1251"),
        "people_in_rows", 2, 2, 4, "words",
    ),
    Shape(
        "portuguese.csv",
        text("""
        Colaborador;Cargo;Python;SQL
        Ana;Dev;Nenhum;Básico
        Rui;Dev;Intermediário;Especialista
        """),
        "people_in_rows", 2, 2, 4, "words",
    ),
    Shape(
        "chinese.csv",
        text("""
        姓名,部门,Python,SQL,测试
        张伟,研发,了解,熟悉,掌握
        王芳,研发,精通,掌握,了解
        """, "gb18030"),
        "people_in_rows", 2, 3, 6, "words",
    ),
    Shape(
        "counts-below.csv",
        text("""
        Name,Python,SQL
        Ayu,1,5
        Bima,4,3
        # of experts,0,1
        ≥3,1,2
        Number of people,2,2
        """),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
    Shape(
        "coloured-cells.xlsx",
        workbook({"S": [["Name", "Git", "SQL"], ["Ayu", 1, 5], ["Bima", 4, 3]]}, _tint),
        "people_in_rows", 2, 2, 4, "1-5",
    ),
]  # fmt: skip

REFUSED = [
    Shape(
        "second-table-below.csv",
        text("""
        Technical,,
        Name,Python,SQL
        Ayu,1,5
        Bima,2,3
        ,,
        Name,Writing,Speaking
        Citra,5,1
        Dimas,3,2
        """),
        asks=("no_single_table",),
    ),
    Shape(
        "second-table-beside.csv",
        text("""
        Name,Python,SQL,,Name,Python,SQL
        Ayu,1,5,,Citra,3,4
        Bima,2,3,,Dimas,5,1
        """),
        asks=("no_single_table",),
    ),
    Shape(
        "sizes.csv",
        text("""
        name,category,size
        Python,Language,5
        SQL,Language,3
        Docker,Tool,1
        """),
        asks=("ask_person",),
    ),
    Shape(
        "has-or-has-not.csv",
        text("""
        ID-id,ID-name,skills-Python,skills-SQL,tools-Docker
        0,Ayu,0,1,0
        1,Bima,1,1,0
        2,Citra,0,0,1
        """),
        asks=("ask_yes_no",),
    ),
    Shape(
        "numbers-of-no-name.csv",
        text("""
        Employee,Skill,Zyx
        Ayu,Python,3
        Bima,SQL,5
        """),
        asks=("ask_level_column",),
    ),
    Shape(
        "rows-by-number.csv",
        text("""
        Team_member_id,Team_member_name,Team_member_skills,IsAvailable
        1,Ayu,Java-Python,True
        2,Bima,Python-Torch,False
        3,Citra,Selenium-Jest,True
        """),
        asks=("no_levels",),
    ),
    Shape(
        "figures-of-staff.csv",
        text("""
        Employee,Performance,Attendance,Satisfaction,Engagement
        Ayu,4,5,3,4
        Bima,3,4,5,2
        """),
        asks=("no_table",),
    ),
    Shape(
        "how-often.csv",
        text("""
        Name,Python,SQL,Docker
        Ayu,Daily,Never,Never
        Bima,Weekly,Daily,Never
        Citra,Daily,Never,Never
        Dimas,Never,Daily,Never
        """),
        asks=("ask_marks",),
    ),
    Shape(
        "targets-only.csv",
        text("""
        Name,Python target,SQL target
        Ayu,4,5
        Bima,3,5
        """),
        asks=("no_table",),
    ),
    Shape(
        "everybody-by-everybody.csv",
        text("""
        ,A,B,C,D
        A,5,2,8,9
        B,1,8,1,1
        C,10,5,8,4
        D,1,1,6,7
        """),
        asks=("ask_layout",),
    ),
]  # fmt: skip
