"""What a newcomer reads, and where a returning person stands."""

import streamlit as st

from skillgap.charts.radar import draw_radar
from skillgap.domain.gaps import (
    drawn_areas,
    measure_fit,
    measure_gaps,
    set_targets,
    summarise_areas,
)
from skillgap.domain.person.progress import measure_progress
from skillgap.domain.person.worth import order_by_worth
from skillgap.ui.choose import aimed_framework
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, long_date, number, percent, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import ButtonKind, main_kind, radar_names
from skillgap.ui.pages import link_page, open_page
from skillgap.ui.person.answers import asked_skills, minutes_for
from skillgap.ui.person.gap_views import (
    sentence,
    show_basis,
    show_unsure_areas,
)
from skillgap.ui.person.next_step import show_next_step
from skillgap.ui.person.progress_words import show_sentence
from skillgap.ui.session import Visit, framework
from skillgap.ui.state import MODE


def show_promise() -> None:
    """Say to a newcomer what they will have in the end."""
    st.title(_("How far are you from the AI engineer you want to be?"), anchor=False)
    st.markdown(
        _(
            "Place yourself on {count} skills by what you have really done, see the "
            "distance to a specialization, and leave with a plan and a file of your "
            "own."
        ).format(count=len(framework().skills))
    )


def offer_modes(profile: str) -> None:
    """Offer to begin with the quick or the full assessment."""
    modes = {
        "quick": _("Quick: {count} skills, about {minutes} minutes"),
        "full": _("Full: {count} skills, about {minutes} minutes"),
    }
    with st.container(horizontal=True):
        for mode, words in modes.items():
            asked = asked_skills(mode, profile)
            minutes = number(minutes_for(asked))
            text = words.format(count=number(len(asked)), minutes=minutes)
            kind: ButtonKind = main_kind() if mode == "quick" else "secondary"
            if st.button(text, key=f"begin-{mode}", type=kind):
                st.session_state[MODE] = mode
                open_page("person/assess")


def show_preview(visit: Visit, profile: str) -> None:
    """Show the reader's own radar, or the example's, clearly marked."""
    chosen = aimed_framework().profiles[profile]
    gaps = measure_gaps(set_targets(chosen), visit.levels())
    fit = measure_fit(gaps)
    areas = summarise_areas(gaps, framework().area_of)
    areas["label"] = [label(framework().areas[a].name) for a in areas["area"]]
    name = label(chosen.name)
    with st.container(border=True):
        heading = _("Example: Sari, a web developer") if visit.is_example else _("You")
        st.markdown(f"**{heading}** · {name}")
        show_figure(
            draw_radar(drawn_areas(areas), radar_names(), height=340),
            key="radar-preview",
            alt=_("Radar of ten areas, my level against {profile}").format(
                profile=name
            ),
        )
        if fit.rated:
            words = _(
                "{fit} fit over {rated} of {asked} rated skills, last answer {day}"
            )
            st.caption(
                words.format(
                    fit=percent(fit.fit),
                    rated=number(fit.rated),
                    asked=number(fit.asked),
                    day=long_date(visit.days()[-1]),
                )
            )
            show_basis(visit.levels())
            show_unsure_areas(areas)


def show_return(visit: Visit, profile: str) -> None:
    """Say to who comes back where they stand, what moved, and what is next."""
    name = visit.person.name if visit.person else ""
    words = _("Welcome back, {name}").format(name=plain(name))
    st.title(words if name else _("Welcome back"), anchor=False)
    aimed = aimed_framework().profiles[profile]
    gaps = measure_gaps(set_targets(aimed), visit.levels())
    ranked = order_by_worth(framework(), gaps)
    st.markdown(sentence(label(aimed.name), measure_fit(ranked), ranked))
    days = visit.days()
    if len(days) > 1:
        since = (days[0], days[-1])
        progress = measure_progress(
            visit.ratings, set_targets(aimed), since, framework().version
        )
        show_sentence(progress, label(aimed.name))
    show_next_step(visit, "start", profile)


def show_audiences() -> None:
    """Show the three doors: for oneself, for a team, for a panel."""
    doors = (
        (
            _("For me"),
            _("Rate yourself, see your gaps, learn in weeks."),
            ("person/assess", _("Rate yourself"), "checklist"),
        ),
        (
            _("For my team"),
            _("Read the exports of your people together: who holds what, what next."),
            ("team/review", _("Team review"), "groups"),
        ),
        (
            _("For a panel"),
            _("Fix what a role needs, compare candidates, score each on your own."),
            ("hiring/needs", _("Role needs"), "target"),
        ),
    )
    for column, (heading, words, link) in zip(st.columns(3), doors):
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{heading}**")
            st.caption(words)
            link_page(*link)


def show_convictions() -> None:
    """Show what sets an honest assessment apart, in three short paragraphs."""
    for column, (icon, heading, words) in zip(st.columns(3), _convictions()):
        with column.container(border=True, height="stretch"):
            st.markdown(f":material/{icon}: **{heading}**")
            st.caption(words)


def _convictions() -> list[tuple[str, str, str]]:
    return [
        (
            "fact_check",
            _("A claim is not a fact"),
            _(
                "A level is an act you have done, not a mark. From level 3 on we ask "
                "what shows it, and every chart tells claimed from evidenced."
            ),
        ),
        (
            "help",
            _("Unknown is not zero"),
            _(
                "What you have not rated, cannot say, or have never done stay three "
                "different things, in every figure."
            ),
        ),
        (
            "lock",
            _("Your answers are yours"),
            _(
                "They are kept under a key in this browser. Nobody else sees them "
                "unless you export the file and hand it over."
            ),
        ),
    ]


def show_duties() -> None:
    """Say what an AI engineer does, with the skills each duty takes."""
    st.subheader(_("What an AI engineer does"), anchor=False)
    skills = framework().skills
    for column, duty in zip(st.columns(4), framework().profession.duties.values()):
        names = ", ".join(label(skills[skill].name) for skill in duty.skills)
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{plain(label(duty.name))}**")
            st.caption(plain(names))
    link_page("about/profession", _("About the profession"), "engineering")
