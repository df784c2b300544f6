"""The files of a team: read once, kept in this session's memory, uploads released."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.domain.team.own_skills import OwnSkills
from skillgap.files.own_exports import own_export
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.sources import Source
from skillgap.files.team.joined import join_sheets
from skillgap.files.team.report import OTHER_VERSIONS
from skillgap.files.wording import describe_problem
from skillgap.settings import ROOT
from skillgap.ui.language import number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework
from skillgap.ui.team.kept_files import (
    forget_team,
    joined_team,
    keep_scan,
    left_out_names,
)
from skillgap.ui.uploads import Content, let_go, take_files, tell_what_is_gone

EXAMPLE = ROOT / "examples" / "example-team.csv"
SHOWN = 30
MOST_FILES = 500
TYPES = ("csv", "tsv", "txt", "xlsx")


@dataclass(frozen=True)
class TeamFiles:
    """What was read, the team's own skills in it, and whether it is the example."""

    scan: Scan
    own: OwnSkills
    is_example: bool


def current_files() -> TeamFiles:
    """Return the files read in this session, or the example."""
    joined = joined_team()
    if joined is not None:
        return TeamFiles(*joined, is_example=False)
    return TeamFiles(*join_sheets(_example(), []), is_example=True)


@st.cache_resource(show_spinner=False)
def _example() -> Scan:
    return scan_files([Source(EXAMPLE.name, path=EXAMPLE)], framework())


def offer_upload(let_wait: Callable[[list[Content]], None]) -> None:
    """Offer to read the files of a team; reading shows how far it is.

    Our exports are read, what is none of them is given to ``let_wait``.
    """
    words = _("Ratings of the team: our CSV exports, or a spreadsheet (CSV, TSV, XLSX)")
    given = take_files("team-files", words, TYPES, MOST_FILES, until_kept=True)
    st.caption(
        _(
            "Files stay in the memory of this session; nothing is stored. New files "
            "replace what was read before, so give all of a team together."
        )
    )
    if given:
        try:
            _read(_name_apart(given), let_wait)
        except Exception:
            let_go("team-files")  # whatever it is, it would be so again
            raise
        let_go("team-files")
        st.rerun()


def _read(given: list[Content], let_wait: Callable[[list[Content]], None]) -> None:
    """Read exports, and let spreadsheets wait for the reader."""
    bar = st.progress(0.0, text=_("Reading"))
    own = {n: own_export(name, data) for n, (name, data) in enumerate(given)}
    exports = [(given[n][0], data) for n, data in own.items() if data is not None]
    sources = [Source(name, content=content) for name, content in exports]
    scan = scan_files(sources, framework(), lambda share: _tell(bar, share))
    keep_scan(scan)
    let_wait([given[n] for n, data in own.items() if data is None])


def _name_apart(given: list[Content]) -> list[Content]:
    """Return files of which no two have the same name."""
    seen: Counter[str] = Counter()
    found = []
    for name, content in given:
        seen[name] += 1
        found.append((f"{name} ({seen[name]})" if seen[name] > 1 else name, content))
    return found


def _tell(bar: DeltaGenerator, share: float) -> None:
    bar.progress(min(share, 1.0), text=_("Reading"))


def show_reading(team: TeamFiles, is_anonymous: bool) -> None:
    """Say how many rows were read, accepted and rejected, and what was wrong.

    What could point to a person, such as the name of a file, is left out if anonymous.
    """
    scan = team.scan
    tell_what_is_gone("team", not team.is_example)
    if team.is_example:
        heading = _("This is an example team of made-up people.")
        st.markdown(f":material/visibility: **{heading}**")
    st.markdown(
        _(
            "{rows} rows read = {accepted} accepted + {rejected} rejected, in {files}."
        ).format(
            rows=number(scan.rows),
            accepted=number(scan.accepted),
            rejected=number(scan.rejected),
            files=translate_count("{count} file", "{count} files", len(scan.files)),
        )
    )
    if not is_anonymous:
        if names := left_out_names():
            words = _("Files left out by you: {names}.")
            st.caption(words.format(names=", ".join(map(plain, names))))
        _show_files(scan)
        if scan.counts:
            _show_problems(scan)
    if not team.is_example:
        st.button(_("Forget these files"), key="team-forget", on_click=forget_team)


def _show_files(scan: Scan) -> None:
    """Show a row for each file where there is more to say than the sums."""
    here = framework().version
    if others := ", ".join(sorted(set(scan.versions) - {here})):
        words = _(OTHER_VERSIONS).format(versions=others, version=here)
        st.caption(plain(words))
    if len(scan.files) < 2 and not any(file.kept_out for file in scan.files):
        return
    table = pd.DataFrame(
        {
            _("File"): [file.name for file in scan.files],
            _("Rows"): [file.rows for file in scan.files],
            _("Accepted"): [file.accepted for file in scan.files],
            _("Rejected"): [file.rejected for file in scan.files],
            _("Columns left out"): [", ".join(file.kept_out) for file in scan.files],
        }
    )
    label = translate_count("{count} file", "{count} files", len(scan.files))
    with st.expander(label, icon=":material/description:"):
        st.dataframe(table, key="team-file-list", hide_index=True, alt=_("Files read"))


def _show_problems(scan: Scan) -> None:
    total = sum(scan.counts.values())
    words = translate_count("{count} problem", "{count} problems", total)
    with st.expander(words, not scan.accepted, icon=":material/error:"):
        lines = [
            f"{place}. {plain(describe_problem(problem, _))}"
            for place, problem in enumerate(scan.problems[:SHOWN], start=1)
        ]
        st.markdown("\n".join(lines))
        if total > SHOWN:
            st.caption(_("and {count} more").format(count=number(total - SHOWN)))
