"""The sentence of every problem and reason: where, what is wrong, what to do.

English is the source text; ``skillgap/locale`` holds the Indonesian. A feature adds its
own sentences when it joins (``skillgap.features``).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from skillgap.domain.person.plan import Reason
from skillgap.domain.problems import Note, Problem

Translate = Callable[[str], str]


def N_(text: str) -> str:
    """Mark a sentence for translation; it is translated where it is used."""
    return text


PROBLEMS: dict[str, str] = {
        # the framework
        "file_missing": N_("{where}: the file is missing. Put it back or restore it from version control."),
        "file_empty": N_("{where}: the file is empty. Fill it as competencies/README.md shows."),
        "file_not_listed": N_("{where}: framework.yaml does not list “{value}” under {folder}. Add it there in reading order, or remove the file."),
        "yaml_too_large": N_("{where}: the file is larger than {limit} kB. Split it into two files."),
        "yaml_not_utf8": N_("{where}: the file is not UTF-8. Save it again with UTF-8 encoding."),
        "yaml_syntax": N_("{where}: this is not valid YAML ({value}). Check indentation, colons and quotes around this line."),
        "yaml_too_deep": N_("{where}: {path} is nested deeper than {limit} levels. Flatten it."),
        "yaml_anchor": N_("{where}: anchors, aliases and merge keys are not allowed here. Write the content out."),
        "yaml_key": N_("{where}: a list or a mapping stands here as a key. Write a plain text instead."),
        "yaml_tag": N_("{where}: the tag {value} is not allowed here. Write a plain text or number."),
        "yaml_repeated_key": N_("{where}: the key “{value}” stands here a second time. Keep one of the two."),
        "yaml_ambiguous": N_("{where}: {path} is the bare word “{value}”, which YAML may read as true or false. Put it in quotes."),
        "key_missing": N_("{where}: {path} has no “{value}”. Add it."),
        "key_unknown": N_("{where}: {path}: the key “{value}” has no meaning here.{hint} Rename or remove it."),
        "value_not_allowed": N_("{where}: {path} is “{value}”. Use one of these: {expected}."),
        "value_wrong_kind": N_("{where}: {path} is {value}, but a {expected} is wanted here. Correct the value, or quote it if it is a text."),
        "skills_missing": N_("{where}: {path} names no skill. Name at least one."),
        "text_missing": N_("{where}: {path} is empty. Write the sentence in this language, too."),
        "anchor_missing": N_("{where}: {path} has no sentence for level {level}. Write one in both languages."),
        "skill_outside_area": N_("{where}: the skill “{value}” does not carry the name of its area.{hint} Rename it."),
        "skill_unknown": N_("{where}: there is no skill “{value}”.{hint} Correct the name."),
        "source_unknown": N_("{where}: framework.yaml names no source “{value}”.{hint} Correct the name or add the source."),
        "profile_unknown": N_("{where}: there is no profile “{value}”.{hint} Correct the name."),
        "resource_unknown": N_("{where}: there is no resource “{value}”.{hint} Correct the name."),
        "prerequisite_cycle": N_("{where}: these skills wait for each other: {value}. Take one prerequisite out."),
        "step_not_upward": N_("{where}: {path} goes from {value}, which leads nowhere. The second level must be the higher one."),
        "url_not_web": N_("{where}: “{value}” is no web address. It must begin with https://."),
        "day_not_iso": N_("{where}: {path} is “{value}”, which is no date. Write it like 2026-11-25, in quotes."),
        "hours_not_positive": N_("{where}: {path} is {value}. Give a number of hours above zero."),
        "stage_too_long": N_("{where}: {path} is {value}, but a stage takes at most {limit} hours. Part it in two."),
        "stages_do_not_add_up": N_("{where}: {path} take {value} hours together, the module {hours}. Make the two agree."),
        "resource_does_not_fit": N_("{where}: the resource “{value}” serves none of the skills and levels this module lifts. Choose another, or correct its skills and levels."),
        "check_without_answer": N_("{where}: the check “{value}” needs either options or a number. Give it one of the two."),
        "correct_not_an_option": N_("{where}: {path} is {value}, but there are {options} options. Give the position of the right one, counted from 1."),
        "target_unreachable": N_("{where}: level {target} of “{value}” cannot be reached: modules lead to level {level} only. Add a module, or mend its prerequisites."),
        "synonym_torn": N_("{where}: “{value}” already stands for {skill}. Keep it with one of the two skills."),
        # ratings files
        "file_too_large": N_("{where}: the file is larger than {limit} MB. Export fewer rows, or use the command line."),
        "file_not_utf8": N_("{where}: the file is not UTF-8 text. In the spreadsheet, save it as “CSV UTF-8”."),
        "file_without_rows": N_("{where}: the file is empty. Choose the CSV that was exported here."),
        "too_many_columns": N_("{where}: the file has more than {limit} columns. Choose the CSV that was exported here."),
        "csv_broken": N_("{where}, row {row}: the row cannot be read, so reading stopped here. Look for a quotation mark that is not closed."),
        "columns_missing": N_("{where}, row 1: the columns {value} are missing. Found: {found}. Use the header row of an export."),
        "columns_repeated": N_("{where}, row 1: the columns {value} stand there twice. Remove one of each."),
        "row_width": N_("{where}, row {row}: the row has {value} cells, the header {expected}. Look for a missing or extra separator."),
        "person_missing": N_("{where}, row {row}, person_id: the cell is empty. Enter the person's id."),
        "level_not_a_number": N_("{where}, row {row}, level: “{value}” is not a level. Enter 0 to 5, or leave it empty if not rated."),
        "level_off_scale": N_("{where}, row {row}, level: {value} is not on the scale. Enter a whole number from 0 to 5, or leave it empty if not rated."),
        "date_unreadable": N_("{where}, row {row}, rated_on: “{value}” is not a date. Write it like 2026-11-25."),
        "basis_unknown": N_("{where}, row {row}, basis: there is no basis “{value}”.{hint} Use claimed, evidenced or checked."),
        "version_unreadable": N_("{where}, row {row}, framework: “{value}” is not a version. Write it like 1.0.0."),
        "cell_too_long": N_("{where}, row {row}, {column}: the text is longer than {limit} characters. Shorten it."),
        "rating_repeated": N_("{where}, row {row}: this person already has a rating of {value} on this date in row {first}. Keep one of the two."),
        "cell_rated_elsewhere": N_("{where}, row {row}, column {column}: {person} has a level of {skill} on {day} in another file already, and that one counts. Leave one of the two out, or correct its date."),
        "rating_repeated_elsewhere": N_("{where}, row {row}: this person already has a rating of {value} on this date in row {first} of {other}. Keep one of the two."),
        "file_changed": N_("{where}: the file changed while it was read, so nothing of it counts. Wait until it is complete and read it again."),
        "several_people": N_("{where}: the file holds several people ({value}). Choose one person's export."),
        "person_not_found": N_("{where}: nobody has the id “{value}”.{hint} Correct the id."),
        "file_unreadable": N_("{where}: the file cannot be opened ({value}). Check the path."),
        "file_unreadable_there": N_("{where}: a worker cannot open the file ({value}). It must be reachable under the same path on every worker."),
        "engine_not_started": N_("{where}: the cluster cannot be reached or started ({value}). Check its address and settings (Spark needs Java), or read the files with --engine local."),
        "engine_failed": N_("{where}: the cluster gave up ({value}), so nothing was counted. Look at its logs, or read the files with --engine local."),
        # tables of any kind
        "not_a_spreadsheet": N_("{where}: the content is {value}, not CSV or XLSX. Open it in a spreadsheet and save it as XLSX or as CSV UTF-8."),
        "workbook_broken": N_("{where}: the workbook cannot be opened: it is damaged, incomplete or protected by a password. Get it again, or save it without a password."),
        "workbook_too_large": N_("{where}: unpacked the workbook would be {value} MB, more than {limit} MB are not opened. Copy the sheet with the ratings into a workbook of its own."),
        "sheet_too_wide": N_("{where}: the table has {value} columns, at most {limit} are read. Leave out the columns that are no skills or people."),
        "sheet_too_large": N_("{where}: the table has more than {rows} rows or {limit} cells. Split it into several files, or leave out what is no rating."),
        "encoding_unknown": N_("{where}: the letters of this file cannot be read. In the spreadsheet, save it as “CSV UTF-8”."),
        # rows that name an unknown skill or profile
        "row_skill_unknown": N_("{where}, row {row}, skill: there is no skill “{value}”.{hint} Correct the name."),
        "row_profile_unknown": N_("{where}, row {row}, profile: there is no profile “{value}”.{hint} Correct the name or leave it empty."),
        "row_skill_unknown_empty": N_("{where}, row {row}, skill: the cell is empty. Enter the skill's id."),
        "date_unreadable_empty": N_("{where}, row {row}, rated_on: the cell is empty, but there is a level. Enter the day, like 2026-11-25."),
        "basis_unknown_empty": N_("{where}, row {row}, basis: the cell is empty, but there is a level. Enter claimed, evidenced or checked."),
        "version_unreadable_empty": N_("{where}, row {row}, framework: the cell is empty. Enter the version of the framework, like 1.0.0."),
}  # fmt: skip

REASONS = MappingProxyType(
    {
        "closes_gap": N_("{skill} is at level {start}, the profile asks {target}, and it weighs {weight} of 5."),
        "opens_way": N_("{skill} is at level {start}, the profile asks {target}, and {needed_for} waits for it."),
        "needed_before": N_("{skill} must reach level {level} before {needed_for}."),
        "pinned": N_("You want this one for sure."),
        "no_module": N_("No module leads from level {start} to {to} yet."),
        "no_time": N_("Does not fit into the weeks you gave."),
        "begun": N_("Begins in the weeks you gave and ends after them."),
    }
)  # fmt: skip

# What pydantic calls a value of the wrong kind, and what is wanted in its place.
KINDS = MappingProxyType(
    {
        "string_type": N_("text"),
        "int_type": N_("whole number"),
        "int_parsing": N_("whole number"),
        "int_from_float": N_("whole number"),
        "float_type": N_("number"),
        "float_parsing": N_("number"),
        "finite_number": N_("number"),
        "tuple_type": N_("list"),
        "dict_type": N_("mapping"),
        "dataclass_type": N_("mapping"),
        "too_long": N_("shorter list"),
        "missing": N_("longer list"),
    }
)
NOTES: dict[str, str] = {}
NAMES: dict[str, Mapping[str, str]] = {}
OTHER_KIND = N_("different value")
WHOLE_FILE = N_("the file")
SUGGESTION = N_(" Did you mean “{suggestion}”?")


@dataclass(frozen=True)
class Sentences:
    """What a feature says: by code its problems, and what its readings assumed.

    ``names`` has, for a blank of these sentences, the words its values go by.
    """

    problems: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def add_sentences(sentences: Sentences) -> None:
    """Let a feature's sentences be told; adding them again changes nothing."""
    PROBLEMS.update(sentences.problems)
    NOTES.update(sentences.notes)
    NAMES.update(sentences.names)


def describe_problem(problem: Problem, translate: Translate = N_) -> str:
    """Return the sentence of a problem: where, what is wrong, what to do."""
    code = problem.code
    if "row" in problem.values and f"row_{code}" in PROBLEMS:
        code = f"row_{code}"
    if problem.values.get("value") == "" and f"{code}_empty" in PROBLEMS:
        code = f"{code}_empty"
    suggestion = problem.values.get("suggestion")
    hint = translate(SUGGESTION).format(suggestion=suggestion) if suggestion else ""
    blanks = {**problem.values, "where": problem.where, "hint": hint}
    blanks |= _say_names(problem.values, translate)
    if blanks.get("path") == "":
        blanks["path"] = translate(WHOLE_FILE)
    if code == "value_wrong_kind":
        blanks["expected"] = translate(KINDS.get(str(blanks["expected"]), OTHER_KIND))
    return translate(PROBLEMS[code]).format_map(blanks)


def describe_reason(reason: Reason, translate: Translate = N_) -> str:
    """Return the sentence that says why a step stands in a plan, or a gap stays."""
    return translate(REASONS[reason.code]).format_map(reason.values)


def describe_note(note: Note, translate: Translate = N_) -> str:
    """Return the sentence that says what a reading assumed."""
    blanks = {**note.values, **_say_names(note.values, translate)}
    return translate(NOTES[note.code]).format_map(blanks)


def _say_names(values: Mapping[str, object], translate: Translate) -> dict[str, str]:
    """Return the values that have a name among ours in words."""
    return {
        key: translate(names[str(values[key])])
        for key, names in NAMES.items()
        if str(values.get(key)) in names
    }
