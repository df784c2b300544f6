"""Any two profiles side by side: how near the person is to each, and why."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from skillgap.charts.difference_bars import draw_difference_bars
from skillgap.domain.fit import Fit
from skillgap.domain.framework import Adjustment
from skillgap.domain.gaps import measure_gaps, set_targets
from skillgap.domain.person.specializations import mean_level
from skillgap.domain.person.two_profiles import (
    TENTHS,
    Comparison,
    compare_profiles,
)
from skillgap.ui.choose import aimed_framework
from skillgap.ui.fields import begin_with
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, number, percent, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework
from skillgap.ui.state import FIRST_OF_TWO, SECOND_OF_TWO

NAMED = 3  # skills named on each side
SHOWN = 8  # skills drawn


def show_two_profiles(
    levels: pd.DataFrame, adjustments: Sequence[Adjustment] = ()
) -> None:
    """Let two profiles be chosen, and say how near the person is to each, and why.

    Args:
        levels: from ``levels_on``; if all are unknown, what each asks is compared.
        adjustments: a career context and trends.

    """
    keys = _choose_two()
    if keys[0] == keys[1]:
        st.info(_("Choose two different profiles."))
        return
    profiles = aimed_framework().profiles
    gaps = [measure_gaps(set_targets(profiles[k], adjustments), levels) for k in keys]
    found = compare_profiles(gaps[0], gaps[1], mean_level(levels))
    one, other = (label(profiles[key].name) for key in keys)
    if found.is_known:
        _show_fits(found, one, other)
    _show_asked(found, one, other)
    _show_table(found, one, other)


def _choose_two() -> list[str]:
    """Offer both profiles, each with what it is about; return their ids."""
    profiles = framework().profiles
    names = {key: label(profile.name) for key, profile in profiles.items()}
    captions = (_("First profile"), _("Second profile"))
    chosen = []
    with st.grid(2, min_column_width=280) as grid:
        for key, caption, first in zip(
            (FIRST_OF_TWO, SECOND_OF_TWO), captions, framework().profession.compared
        ):
            with grid.cell():
                profile = st.selectbox(
                    caption,
                    list(names),
                    format_func=names.__getitem__,
                    key=begin_with(key, first),
                    persist_state="session",
                )
                st.caption(plain(label(profiles[profile].focus)))
            chosen.append(profile)
    return chosen


def _show_fits(found: Comparison, one: str, other: str) -> None:
    with st.grid(2, min_column_width=140) as grid:
        for name, fit in ((one, found.one), (other, found.other)):
            with grid.cell():
                st.metric(plain(name), percent(fit.fit, 1), border=True)
                st.caption(_rated_words(fit))
    st.markdown(_sum_words(found, one, other))
    _draw(found, "difference", one, other)
    if found.tenths and not found.is_told_apart:
        st.markdown(
            _(
                "With ratings that may each be off by a level, this does not tell the "
                "two apart."
            )
        )
    even = _(
        "A part is what the gap in a skill costs the second fit less what it costs the "
        "first, in percentage points. A profile that asks less fits everybody better: "
        "somebody at your mean level in everything would meet {first} of {one} and "
        "{second} of {other}."
    ).format(
        one=plain(one),
        other=plain(other),
        first=percent(found.even[0]),
        second=percent(found.even[1]),
    )
    st.caption(even)


def _rated_words(fit: Fit) -> str:
    words = _("{rated} of {asked} rated")
    return words.format(rated=number(fit.rated), asked=number(fit.asked))


def _sum_words(found: Comparison, one: str, other: str) -> str:
    """Return the difference of the fits as a sum whose shown parts add up to it."""
    if found.tenths:
        words = _("You are **{points} points** nearer to {profile}.")
        nearer = plain(one if found.tenths > 0 else other)
        lead = words.format(points=number(abs(found.tenths) / 10, 1), profile=nearer)
    else:
        lead = _("You are equally near to both.")
    rows = found.skills[found.skills["tenths"] != 0]
    named = pd.concat([rows.head(NAMED), rows.tail(NAMED)]).drop_duplicates("skill")
    if named.empty:
        return lead
    parts = [
        f"{plain(name)} {_signed(tenths)}"
        for name, tenths in zip(skill_names(named["skill"]), named["tenths"])
    ]
    others = len(rows) - len(named)
    if others:
        rest = _signed(found.tenths - named["tenths"].sum())
        words = translate_count("{count} other skill", "{count} other skills", others)
        parts.append(f"{words} {rest}")
    total = _("{one} less {other}: {total} points =").format(
        one=plain(one), other=plain(other), total=_signed(found.tenths)
    )
    return f"{lead} {total} " + "; ".join(parts) + "."


def _signed(tenths: int) -> str:
    """Return tenths of a point with their sign, the minus as wide as the plus."""
    sign = "−" if tenths < 0 else "+" if tenths > 0 else "±"
    return sign + number(abs(tenths) / 10, 1)


def _show_asked(found: Comparison, one: str, other: str) -> None:
    """Say which skills take a greater share of what each profile asks."""
    rows = found.skills.sort_values("asked", ascending=False, kind="stable")
    lines = []
    for name, part in ((one, rows.head(NAMED)), (other, rows[::-1].head(NAMED))):
        skills = [
            f"{plain(skill)} ({number(100 * abs(share), 1)})"
            for skill, share in zip(skill_names(part["skill"]), part["asked"])
            if round(share, 3)
        ]
        if skills:
            words = _("**{profile}** asks relatively more of: {skills}.")
            lines.append(words.format(profile=plain(name), skills=", ".join(skills)))
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.caption(
        _(
            "In percentage points of everything a profile asks: weight times target of "
            "the skill, divided by the sum over all skills."
        )
    )
    if not found.is_known:
        _draw(found, "asked", one, other)


def _show_table(found: Comparison, one: str, other: str) -> None:
    """Show every skill; the table is drawn only when it is opened."""
    shown = st.expander(
        _("All skills as a table"),
        icon=":material/table:",
        key="two-all-skills",
        on_change="rerun",
    )
    if shown.open:
        table = _table(found.skills, found.is_known, one, other)
        shown.caption(_("Under a profile: target · weight."))
        shown.dataframe(table, key="two-skills", hide_index=True)


def _draw(found: Comparison, what: str, one: str, other: str) -> None:
    """Draw the largest parts, those for the first profile on top."""
    tenths = (TENTHS * found.skills["asked"]).round().astype(int)
    if what == "difference":
        tenths = found.skills["tenths"]
    largest = tenths[tenths != 0].sort_values(key=abs, ascending=False, kind="stable")
    order = largest.head(SHOWN).sort_values(ascending=False, kind="stable").index
    if order.empty:
        return
    table = _table(found.skills.loc[order], found.is_known, one, other)
    details = [
        "<br>".join(f"{name}: {cell}" for name, cell in zip(table.columns, cells))
        for cells in table.itertuples(index=False)
    ]
    bars = pd.DataFrame(
        {
            "label": table.iloc[:, 0],
            "points": tenths[order].to_numpy() / 10,
            "text": [_signed(each) for each in tenths[order]],
            "detail": details,
        }
    )
    show_figure(
        draw_difference_bars(bars, (other, one)),
        key="bars-two",
        alt=_("Skills in which {one} and {other} differ most").format(
            one=one, other=other
        ),
    )


def _table(rows: pd.DataFrame, is_known: bool, one: str, other: str) -> pd.DataFrame:
    columns = {_("Skill"): skill_names(rows["skill"])}
    if is_known:
        columns[_("Points")] = [
            "?" if pd.isna(row.difference) else _signed(row.tenths)
            for row in rows.itertuples()
        ]
        columns[_("You")] = [
            "?" if pd.isna(level) else number(level) for level in rows["level"]
        ]
    for name, side in ((one, "one"), (other, "other")):
        columns[name] = [
            f"{number(target)} · {number(weight)}" if weight else ""
            for target, weight in zip(rows[f"target_{side}"], rows[f"weight_{side}"])
        ]
    return pd.DataFrame(columns)
