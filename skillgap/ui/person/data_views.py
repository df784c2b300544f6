"""A person's own data: taken away as CSV, loaded back, erased."""

import pandas as pd
import streamlit as st

from skillgap.domain.framework import Framework
from skillgap.domain.ratings import OWN_WORDS, RATING_COLUMNS
from skillgap.files.ratings import RatingsReading, read_ratings, write_ratings
from skillgap.files.wording import describe_problem
from skillgap.storage.people import change_person, erase_person
from skillgap.storage.ratings import save_ratings
from skillgap.ui.language import long_date, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import (
    Visit,
    engine,
    ensure_visitor,
    find_visitor,
    framework,
    today,
)
from skillgap.ui.state import FRAME, LANGUAGE, PROFILE, VISITOR_KEY


def export_table(visit: Visit, framework: Framework) -> pd.DataFrame:
    """Return the person's ratings and an empty row for each skill without one.

    Columns as in ``empty_ratings``. Answers come by day and skill, unrated skills
    last, in framework order.
    """
    assert visit.person is not None
    person = visit.person
    rated = set(visit.ratings["skill"])
    unrated = pd.DataFrame(
        [
            {
                "person_id": person.person_id,
                "name": person.name,
                "team": person.team,
                "profile": person.profile,
                "skill": skill,
                "level": float("nan"),
                "basis": "",
                "rated_on": "",
                "framework": framework.version,
                "evidence": "",
                "note": "",
            }
            for skill in framework.skills
            if skill not in rated
        ],
        columns=list(RATING_COLUMNS),
    )
    return pd.concat([visit.ratings, unrated], ignore_index=True)


MOST_PROBLEMS = 50


def edit_names(visit: Visit) -> None:
    """Offer the name and team that stand in the exported file."""
    here = visit.person
    for field, words in (("name", _("Name")), ("team", _("Team"))):
        key = f"person-{field}"
        st.session_state.setdefault(key, getattr(here, field) if here else "")
        st.text_input(
            words, key=key, max_chars=200, on_change=_keep_name, args=(field,)
        )


def _keep_name(field: str) -> None:
    value = str(st.session_state[f"person-{field}"])
    change_person(engine(), ensure_visitor(), {field: value})


def offer_export(visit: Visit) -> None:
    """Offer the ratings as CSV; own words go along only where they are ticked."""
    if visit.is_example:
        st.info(_("There is nothing of yours to export yet. Rate a skill first."))
        return
    names = {"evidence": _("my evidence lines"), "note": _("my notes")}
    shared = st.pills(
        _("Send along"),
        OWN_WORDS,
        selection_mode="multi",
        format_func=names.__getitem__,
        key="own_words",
    )
    table = export_table(visit, framework())
    st.download_button(
        _("Download my ratings as CSV"),
        data=write_ratings(table, shared),
        file_name=f"skillgap-{today()}.csv",
        mime="text/csv",
        key="download-ratings",
        icon=":material/download:",
        type=main_kind(),
        on_click="ignore",
    )
    st.caption(
        _(
            "{rows} rows with the columns {columns}. A spreadsheet opens it; whoever "
            "reviews a team collects it; here it loads back unchanged."
        ).format(rows=number(len(table)), columns=", ".join(table.columns[:9]))
    )


def offer_import() -> None:
    """Offer to read a ratings CSV; a faulty one changes nothing."""
    upload = st.file_uploader(
        _("Ratings CSV of one person"), type=["csv"], key="import-file"
    )
    if upload is None:
        return
    reading = read_ratings(upload.name, upload.getvalue(), framework())
    people = sorted(set(reading.ratings["person_id"])) if reading.accepted else []
    if reading.problems:
        show_problems(reading)
    elif len(people) > 1:
        st.error(
            _("The file holds {count} people. Choose the export of one person.").format(
                count=len(people)
            )
        )
    elif reading.ratings["rated_on"].eq("").all():
        st.error(_("The file holds no answer, only skills that are not rated."))
    else:
        _confirm(reading)


def show_problems(reading: RatingsReading) -> None:
    """List the problems of a file, numbered; say that nothing was changed."""
    st.error(
        _(
            "{problems} problems; nothing was changed. {accepted} of {rows} rows are "
            "sound, {rejected} are not."
        ).format(
            problems=number(len(reading.problems)),
            accepted=number(reading.accepted),
            rejected=number(reading.rejected),
            rows=number(reading.rows),
        ),
        icon=":material/error:",
    )
    lines = [
        f"{place}. {plain(describe_problem(problem, _))}"
        for place, problem in enumerate(reading.problems[:MOST_PROBLEMS], start=1)
    ]
    st.markdown("\n".join(lines))
    more = len(reading.problems) - MOST_PROBLEMS
    if more > 0:
        st.caption(_("and {count} more").format(count=number(more)))


def _confirm(reading: RatingsReading) -> None:
    answers = reading.ratings[reading.ratings["rated_on"] != ""]
    days = sorted(set(answers["rated_on"]))
    words = translate_count("{count} answer", "{count} answers", len(answers))
    st.success(
        _("{rows} rows read, all sound: {answers} from {first} to {last}.").format(
            rows=number(reading.rows),
            answers=words,
            first=long_date(days[0]),
            last=long_date(days[-1]),
        )
    )
    if reading.kept_out:
        names = ", ".join(reading.kept_out)
        st.caption(plain(_("Columns left out: {names}").format(names=names)))
    st.button(
        _("Add these to my ratings"),
        key="import-confirm",
        type=main_kind(),
        on_click=_take_in,
        args=(reading.ratings,),
        help=_("Where skill and day are the same, the file's answer replaces yours."),
    )


def _take_in(table: pd.DataFrame) -> None:
    here = ensure_visitor()
    first = table.iloc[0]
    newest = table.sort_values("rated_on").iloc[-1]
    change_person(
        engine(),
        here,
        {
            "person_id": first["person_id"],
            "name": first["name"],
            "team": first["team"],
            "profile": newest["profile"],
        },
    )
    save_ratings(engine(), here, table)
    for key in list(st.session_state):
        if str(key).startswith(("level-", "evidence-", "person-")):
            del st.session_state[key]
    if newest["profile"]:
        st.session_state[PROFILE] = newest["profile"]
    st.toast(_("Your ratings are back."), icon=":material/check:")


def offer_erase(visit: Visit) -> None:
    """Offer to erase everything kept about the person, after a second look."""
    if visit.person is None:
        return
    sure = st.checkbox(
        _("Yes, erase my answers, name and team for good"), key="erase-sure"
    )
    st.button(
        _("Erase everything about me"),
        key="erase",
        icon=":material/delete_forever:",
        disabled=not sure,
        on_click=_erase,
    )


def _erase() -> None:
    here = find_visitor()
    if here:
        erase_person(engine(), here)
    kept = {LANGUAGE, FRAME, VISITOR_KEY}
    for key in [key for key in st.session_state if key not in kept]:
        del st.session_state[key]
