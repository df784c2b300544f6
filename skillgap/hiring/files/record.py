"""All that a report on a comparison is made of, and what a section of it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from skillgap.domain.framework import Framework
from skillgap.files.speech import Speech
from skillgap.hiring.candidates import Candidate
from skillgap.hiring.comparison import Comparison
from skillgap.hiring.masking import NameMask
from skillgap.hiring.needs import NeedsVersion
from skillgap.hiring.panel_measures import PanelMeasures
from skillgap.hiring.scorecards import Decision


@dataclass(frozen=True, eq=False)
class HiringReport:
    """All a report is made of.

    ``versions`` come from ``compare_versions``. ``names`` say what each letter is
    called; with a ``mask`` every free text is searched for names as well. ``panel``
    is what independent scores show, None if there was no panel. ``made_on`` is an ISO
    date.
    """

    framework: Framework
    candidates: Sequence[Candidate]
    versions: Sequence[tuple[NeedsVersion, Comparison]]
    names: Mapping[str, str]
    made_on: str
    mask: NameMask | None = None
    panel: PanelMeasures | None = None
    decisions: Sequence[Decision] = field(default_factory=tuple)
    contact: str = ""

    @property
    def comparison(self) -> Comparison:
        """The comparison under the present needs."""
        return self.versions[-1][1]

    def own(self, text: object) -> str:
        """Return somebody's own words, masked if names are masked."""
        return self.mask.text(str(text)) if self.mask else str(text)

    def skill(self, skill: object, speech: Speech) -> str:
        """Return the name of a skill."""
        return self.framework.skills[str(skill)].name.in_language(speech.language)
