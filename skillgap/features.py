"""The one place where the features join the core, which imports none of them."""

from skillgap.files.shapes import add_shapes
from skillgap.files.wording import add_sentences
from skillgap.hiring.files.wording import SENTENCES as HIRING_SENTENCES
from skillgap.hiring.needs import RoleNeeds
from skillgap.hiring.resume_words import ResumeMapping
from skillgap.hiring.store import tables as tables  # they join the collection
from skillgap.sheets.files.wording import SENTENCES as SHEET_SENTENCES
from skillgap.sheets.mapping import SheetMapping


def join_features() -> None:
    """Let the core know what sheets and hiring read, say and keep."""
    add_shapes({"role_needs": RoleNeeds, "resume_mapping": ResumeMapping})
    add_shapes({"sheet_mapping": SheetMapping})
    add_sentences(SHEET_SENTENCES)
    add_sentences(HIRING_SENTENCES)
