"""A resource in words: where it leads, what it is, and what to beware of."""

from skillgap.domain.learning import Resource
from skillgap.ui.language import number, plain
from skillgap.ui.language import translate as _


def describe_resource(resource: Resource, why: str = "") -> str:
    """Return a resource as markdown: its link, and below it the facts and why."""
    title = plain(resource.title)
    facts = " · ".join([*_facts(resource), *([plain(why)] if why else [])])
    return f":material/link: [{title}](<{resource.url}>)  \n:small[{facts}]"


def hours_text(hours: float) -> str:
    """Return a number of hours with its unit."""
    return _("{hours} h").format(hours=number(hours, 1))


def cost_names() -> dict[str, str]:
    """Return each kind of cost in the reader's language."""
    return {
        "free": _("free"),
        "freemium": _("partly free"),
        "paid": _("paid"),
    }


def medium_names() -> dict[str, str]:
    """Return each language as it is said of a text."""
    return {"id": _("in Indonesian"), "en": _("in English")}


def _facts(resource: Resource) -> list[str]:
    kinds = {
        "course": _("course"),
        "doc": _("documentation"),
        "tutorial": _("tutorial"),
        "book": _("book"),
        "standard": _("standard"),
        "video": _("video"),
        "exercise": _("exercise"),
    }
    notes = {
        "machine": _("machine translated"),
        "partial": _("partly translated"),
    }
    facts = [
        plain(resource.provider),
        kinds[resource.type],
        medium_names()[resource.language],
        hours_text(resource.hours),
        cost_names()[resource.cost],
    ]
    if resource.translation in notes:
        facts.append(notes[resource.translation])
    if resource.confirmed.status == "unconfirmed":
        warning = _("address not confirmed")
        facts.append(f":orange[{warning}]")
    return facts
