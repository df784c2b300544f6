"""The chair's record of a panel by file: everything opened and decided, in one file.

It is sealed like a scorecard. The role and the candidates are files of their own.
"""

from dataclasses import asdict, dataclass, replace

from pydantic import TypeAdapter, ValidationError

from skillgap.domain.hiring.scorecards import Scorecard, SealedPanel, fold_name
from skillgap.domain.problems import Problem
from skillgap.files.hiring.envelope import open_content, seal_content
from skillgap.files.hiring.scorecards import CardsCall, find_misfit, is_sound

FORMAT = "skillgap-panel-1"
MAX_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True)
class RecordReading:
    """The panel of a record, or None and why."""

    panel: SealedPanel | None
    problems: tuple[Problem, ...] = ()


def write_panel_record(panel: SealedPanel, code: str) -> bytes:
    """Return a panel's record, sealed with its code.

    Raises:
        ValueError: the code is too short.

    """
    return seal_content(FORMAT, "", asdict(panel), code)


def read_panel_record(name: str, content: bytes, call: CardsCall) -> RecordReading:
    """Read a record; it must fit the candidates and the role loaded now.

    Raises:
        ValueError: the code is too short.

    """
    opened = open_content(FORMAT, content, call.code, MAX_BYTES)
    match opened:
        case "unreadable":
            return RecordReading(None, (Problem(name, "record_unreadable"),))
        case "wrong_code":
            return RecordReading(None, (Problem(name, "record_wrong_code"),))
        case "changed":
            return RecordReading(None, (Problem(name, "record_changed"),))
    try:
        panel = TypeAdapter(SealedPanel).validate_python(opened.data)
    except (ValidationError, ValueError):
        return RecordReading(None, (Problem(name, "record_changed"),))
    if not _is_whole(panel, call):
        return RecordReading(None, (Problem(name, "record_changed"),))
    misfits = [
        find_misfit(name, card, replace(call, stage=card.stage))
        for card in (*panel.first, *panel.after)
    ]
    problems = tuple(problem for problem in misfits if problem)
    return RecordReading(None if problems else panel, problems)


def _is_whole(panel: SealedPanel, call: CardsCall) -> bool:
    """Say whether cards are sound, of one stage, and decisions on known candidates."""
    stages = (("first", panel.first), ("after", panel.after))
    return (
        bool(panel.first)
        and all(_is_one_stage(cards, stage) for stage, cards in stages)
        and {d.candidate for d in panel.decisions} <= set(call.fingerprints)
    )


def _is_one_stage(cards: tuple[Scorecard, ...], stage: str) -> bool:
    names = {fold_name(card.member) for card in cards}
    same = all(card.stage == stage and is_sound(card) for card in cards)
    return same and len(names) == len(cards)
