"""What a team can do next: modules for the group, pairs, stand-ins."""

import pandas as pd
import streamlit as st

from skillgap.domain.team.cohort import (
    MOST_PEOPLE,
    NextAction,
    Proof,
    Session,
    choose_sessions,
    find_gains,
)
from skillgap.domain.team.fits import measure_team_gaps
from skillgap.domain.team.mentors import pair_up, rank_stand_ins
from skillgap.domain.team.state import label_people, rows_behind
from skillgap.ui.language import label, number, percent, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework
from skillgap.ui.state import ROOM_HOURS, ROOM_SEATS
from skillgap.ui.team.behind import choose_row, level_words, show_behind
from skillgap.ui.team.choices import TeamChoice

MOST_PAIRS = 200
SECONDS = 10.0


def show_modules(choice: TeamChoice) -> None:
    """Offer hours and seats; show the modules that close most worth per hour."""
    with st.container(horizontal=True):
        hours = _choose_number(_("Hours of one person"), (4, 400, 40, 4), ROOM_HOURS)
        seats = _choose_number(_("Seats in a room"), (1, 100, 20, 1), ROOM_SEATS)
    if len(choice.state.people) > MOST_PEOPLE:
        st.info(_("The group is too large for one room. Choose a team."))
        return
    with st.spinner(_("Working out the best choice")):
        action = choose_sessions(
            framework(), choice.state, choice.demand, hours, seats, seconds=SECONDS
        )
    if not action.sessions:
        st.info(_empty_words(choice, action.proof))
        return
    table = _session_table(action, label_people(choice.state.people))
    st.markdown(_proof_words(action.proof))
    st.caption(
        _(
            "Closes counts worth: each grade of weight doubles what a level towards "
            "the target is worth to a person, and each further level counts half."
        )
    )
    place = choose_row(table, "sessions", _("Modules for the group"))
    if place is not None:
        _show_session(choice, action.sessions[place])


def _choose_number(words: str, scale: tuple[int, int, int, int], key: str) -> int:
    """Offer a number from, to, at first, and in steps of; the session keeps it."""
    return st.number_input(words, *scale, key=key, persist_state="session")


def _empty_words(choice: TeamChoice, proof: Proof) -> str:
    """Say why no session is held."""
    if proof.status == "time_limit":
        return _("Time ran out before a choice was found. Choose a team: fewer people "
                 "are worked out sooner.")  # fmt: skip
    gains = find_gains(framework(), choice.state, choice.demand)
    if gains:
        return _(
            "No choice fits these hours: the shortest module that helps somebody takes "
            "{hours} hours."
        ).format(hours=number(min(each.hours for each in gains), 1))
    if (measure_team_gaps(choice.state, choice.demand) > 0).any():
        return _("There are gaps, but no module closes one from where people stand "
                 "today.")  # fmt: skip
    return _("Nothing is left to close: everybody who is rated is at target.")


def _show_session(choice: TeamChoice, session: Session) -> None:
    """Show who sits in a session, and from and to which level it leads them."""
    module = framework().modules[session.module]
    st.markdown(f"**{plain(label(module.title))}**")
    state = choice.state
    here = state.select(state.people["person_id"].isin(session.people).to_numpy())
    rows = rows_behind(here, list(module.lifts))
    rows["to"] = rows["skill"].map({s: to for s, (_start, to) in module.lifts.items()})
    rows = rows[~(rows["level"] >= rows["to"])].sort_values("name", kind="stable")
    targets = choice.targets
    labels = label_people(state.people)
    table = pd.DataFrame(
        {
            _("Person"): [labels[person] for person in rows["person_id"]],
            _("Skill"): skill_names(rows["skill"]),
            _("From level"): level_words(rows),
            _("To level"): [number(level) for level in rows["to"]],
            _("Target"): [
                number(targets[s].level) if s in targets else "" for s in rows["skill"]
            ],
        }
    )
    st.dataframe(table, key="session-behind", hide_index=True, alt=_("Who sits in it"))


def _session_table(action: NextAction, names: dict[str, str]) -> pd.DataFrame:
    held = action.sessions
    titles = [label(framework().modules[each.module].title) for each in held]
    people = [", ".join(names[person] for person in each.people) for each in held]
    return pd.DataFrame(
        {
            _("Module"): titles,
            _("Hours"): [number(each.hours, 1) for each in held],
            _("Closes"): [each.closes for each in held],
            _("Closes an hour"): [number(each.closes / each.hours, 1) for each in held],
            _("People"): people,
        }
    )


def _proof_words(proof: Proof) -> str:
    if proof.status == "optimal":
        words = _("No other choice closes more than {closes}: this one is proven.")
    else:
        words = _(
            "Time ran out: this choice closes {closes}, and none closes more than "
            "{bound}."
        )
    return words.format(closes=number(proof.closes), bound=number(proof.bound))


def show_mentors(choice: TeamChoice) -> None:
    """Show pairs of mentor and learner, and who could stand in for whom."""
    people = choice.state.people
    names = label_people(people)
    st.subheader(_("Pairs of mentor and learner"), anchor=False)
    if len(people) > MOST_PAIRS:
        words = _("Pairs are worked out for up to {count} people. Choose a team.")
        st.info(words.format(count=number(MOST_PAIRS)))
    else:
        _show_pairs(choice, pair_up(choice.state, choice.demand), names)
    st.subheader(_("Stand-ins"), anchor=False)
    person = st.selectbox(
        _("Who could stand in for"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=_("Choose a person"),
        key="stand-in-for",
        persist_state="session",
    )
    if person:
        _show_stand_ins(choice, person)


def _show_pairs(choice: TeamChoice, pairs: pd.DataFrame, names: dict[str, str]) -> None:
    if pairs.empty:
        st.info(_("Nobody is at target and two levels above somebody short of it."))
        return
    table = pd.DataFrame(
        {
            _("Mentor"): [names[m] for m in pairs["mentor"]],
            _("Learner"): [names[p] for p in pairs["learner"]],
            _("Skill"): skill_names(pairs["skill"]),
            _("Mentor's level"): pairs["mentor_level"],
            _("Learner's level"): pairs["learner_level"],
            _("Target"): pairs["target"],
            _("Priority"): pairs["priority"],
        }
    )
    st.caption(_("Together these pairs close most priority; each person mentors one "
                 "colleague at most and learns from one at most. A mentor stands at "
                 "target or above, two levels above the learner."))  # fmt: skip
    place = choose_row(table, "pairs", _("Pairs"))
    if place is not None:
        pair = pairs.iloc[place]
        st.markdown(f"**{plain(skill_names([pair['skill']])[0])}**")
        both = [pair["mentor"], pair["learner"]]
        show_behind(choice, [pair["skill"]], "pairs-behind", both)


def _show_stand_ins(choice: TeamChoice, person: str) -> None:
    found = rank_stand_ins(choice.state, choice.demand, person)
    table = pd.DataFrame(
        {
            _("Person"): found["name"].where(found["name"] != "", found["person_id"]),
            _("Fit with what they bring"): [
                percent(fit) if fit == fit else "?" for fit in found["fit"]
            ],
            _("Rated share"): [percent(share) for share in found["rated_share"]],
            _("Skills short"): found["short"],
        }
    )
    place = choose_row(table, "stand-ins", _("Stand-ins"))
    if place is not None:
        both = [person, found["person_id"].iloc[place]]
        show_behind(choice, list(choice.targets), "stand-ins-behind", both)
