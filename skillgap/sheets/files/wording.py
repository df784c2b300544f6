"""The sentences about spreadsheets that are not ours: problems, questions, assumptions."""

from types import MappingProxyType

from skillgap.files.wording import N_, Sentences

PROBLEMS = MappingProxyType(
    {
        # what is no skills matrix
        "no_table": N_("{where}: no table of people, skills and levels was found here. Choose the file or the sheet that holds one."),
        "no_levels": N_("{where}: skills are named here, but nobody's levels (columns: {found}). Choose a file with a level for each person and skill."),
        "no_people": N_("{where}: the levels belong to no people but to {value}. Choose a file in which people are rated."),
        "no_single_table": N_("{where}: a second table begins at {value}. Put each table in a sheet or a file of its own."),
        "no_levels_budget": N_("{where}: everybody shares out the same {value} points, so these numbers are no levels. Choose a file in which each skill is rated by itself."),
        "no_levels_periods": N_("{where}: the columns are times ({value}), not skills or people. Keep one of them and name it after its skill, or “level” where another column names the skills."),
        "too_many_skills": N_("{where}: {value} different skills are named, so these are probably no skills. Say in a mapping which column names them."),
        "too_many_faults": N_("{where}: more than {value} cells or rows are faulty, so the file is read in the wrong way. Correct the mapping, above all the scale."),
        # questions a mapping answers
        "ask_sheet": N_("{where}: several sheets hold ratings ({value}). Say in a mapping which one to read, under “sheet”."),
        "ask_people": N_("{where}: nothing says which column names the people. Say it in a mapping, under “columns”."),
        "ask_person": N_("{where}: no column names the people. Say in a mapping which one does, under “columns”, or whose levels these are, under “person”."),
        "ask_rated": N_("{where}: “{value}” and “{other}” both name people, and nothing tells for sure whose levels these are. Say it in a mapping, under “columns”."),
        "ask_layout": N_("{where}: nothing tells whether “{value}” names people or skills. Say it in a mapping, under “layout”."),
        "ask_brackets": N_("{where}: nothing tells whether the brackets of the questions name people or skills ([{value}]). Say it in a mapping, under “in_brackets”."),
        "ask_level_column": N_("{where}: nothing tells for sure which column holds the level ({value}). Say it in a mapping, under “columns”."),
        "ask_skill_column": N_("{where}: nothing tells for sure which column names the skill ({value}). Say it in a mapping, under “columns”."),
        "ask_date_order": N_("{where}: {value} may be two days: nothing tells whether the day or the month comes first. Say it in a mapping, under “date_order”."),
        "ask_date": N_("{where}: no date says when this was rated. Give one in a mapping, under “date”."),
        "ask_levels_none": N_("{where}: the table has skills and people, but no level in any cell. Fill it in first, or say in a mapping which columns hold the levels."),
        "ask_legend": N_("{where}: the legend explains {value} with words that have no level here. Say the level of each in a mapping, under “scale”."),
        "ask_words": N_("{where}: there are more level words than our six levels ({value}). Say the level of each in a mapping, under “scale”."),
        "ask_yes_no": N_("{where}: these marks say whether somebody has a skill, not how well ({value}). Say the level of each in a mapping, under “scale”."),
        "ask_marks": N_("{where}: these marks have no known meaning: {value}. Say the level of each in a mapping, under “scale”."),
        "ask_scale_end": N_("{where}: the highest mark is {value}, and nothing says where the scale ends ({options}). Say it in a mapping, under “scale”, or add a legend to the file."),
        "ask_scale_numbers": N_("{where}: numbers up to {value} are on no scale we know. Say in a mapping where the scale begins and ends, under “scale”, or leave these columns out."),
        # a mapping that does not fit
        "mapping_empty": N_("{where}: the mapping is empty. Write one, or let the reading assistant propose it."),
        "mapping_role_missing": N_("{where}: no column is “{value}”, but the layout {layout} needs one. Add it under “columns”."),
        "mapping_header_rows": N_("{where}: “{value}” is no header. Give one row, or two that follow each other, counted from 1."),
        "mapping_scale_ends": N_("{where}: the scale goes from {value}. Give “low” and “high” together, the higher number last."),
        "mapping_skill_twice": N_("{where}: “{value}” and “{first}” are both {skill}. Keep one of them, and make the other “own” or “out”."),
        "mapping_beyond_sheet": N_("{where}: the mapping has a header in row {value}, but there are only {rows} rows. Correct “header_rows”."),
        "mapping_column_missing": N_("{where}: there is no column “{value}”, which the mapping names. Correct the name, or choose the file the mapping was made for."),
        "mapping_column_private": N_("{where}: the column “{value}” holds addresses or secrets and is never read. Make it “out” in the mapping."),
        "mapping_column_unsaid": N_("{where}: the mapping does not say what column {value} is. Add it under “columns”, “out” if it does not count."),
        "mapping_sheet_missing": N_("{where}: the sheet the mapping names is not here (found: {value}). Correct “sheet”."),
        # rows and cells
        "row_without_person": N_("{where}, row {row}: the row has levels but names nobody. Enter the name, or leave the row out."),
        "row_without_skill": N_("{where}, row {row}: the row has levels but names no skill. Enter the skill, or leave the row out."),
        "foreign_date_unreadable": N_("{where}, row {row}, column {column}: “{value}” is not a date. Write it like 2026-11-25."),
        "row_person_repeated": N_("{where}, row {row}: {value} already has row {first} with the same date. Keep one of the two, or tell two people apart by an id."),
        "row_skill_unsaid": N_("{where}, row {row}, column {column}: the mapping does not say what the skill “{value}” is. Add it under “skills”."),
        "row_mark_unknown": N_("{where}, row {row}, column {column}: “{value}” is not on the scale {scale}, so this cell stays unknown. Correct it, or give the mark a level in a mapping."),
        "packed_broken": N_("{where}, row {row}, column {column}: the list of skills in this cell cannot be read. Write it as Python: 3; SQL: 2."),
    }
)  # fmt: skip

SCALES = MappingProxyType(
    {
        "words": N_("of words"),
        "symbols": N_("of symbols"),
        "percent": N_("0 to 100 %"),
        "yes-no": N_("yes or no"),
    }
)

ORDERS = MappingProxyType({"day first": N_("the day"), "month first": N_("the month")})

ASSUMPTIONS = MappingProxyType(
    {
        "encoding_guessed": N_("The letters were read as {value}, which fits best."),
        "rows_unwrapped": N_("Each row stood in one quoted cell, as in a file saved twice; the rows were unpacked."),
        "sheet_chosen": N_("Of several sheets, “{value}” was read."),
        "header_found": N_("The header stands in row {value}."),
        "columns_out": N_("Left out, because they hold no levels of people: {value}."),
        "rows_out": N_("Left out, because they are no people or skills: rows {value}."),
        "skill_matched": N_("“{value}” was taken for {skill}; the names are {score} of 100 alike."),
        "skill_torn": N_("“{value}” and “{other}” could both be {skill}, so they stay the team's own."),
        "skill_near": N_("“{value}” stays the team's own; nearest of ours is {skill}, {score} of 100 alike."),
        "skills_own": N_("Skills without a counterpart here, kept as the team's own: {value}."),
        "people_numbered": N_("Nobody is named, so each row counts as somebody of its own."),
        "people_filled_down": N_("A blank name means the person of the row above."),
        "scale_from_legend": N_("The legend of the file explains {value} marks; their meaning counts."),
        "scale_assumed": N_("The scale is {scale}, as {value} marks show; its ends go to the ends of ours, halves are rounded down."),
        "scale_of_words": N_("Words got the level that fits their meaning."),
        "scale_of_symbols": N_("Symbols got their usual level ({value})."),
        "levels_from": N_("Levels from the scale {scale}: {value}."),
        "days_read": N_("Dates are read with {order} first, as their form shows."),
        "rated_today": N_("No date says when this was rated, so {value} counts."),
    }
)  # fmt: skip

SENTENCES = Sentences(PROBLEMS, ASSUMPTIONS, {"scale": SCALES, "order": ORDERS})
