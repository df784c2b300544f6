"""The names our skills go by elsewhere, and what is wrong with such a list."""

import re
import unicodedata
from collections.abc import Iterator

from skillgap.domain.findings import Finding
from skillgap.domain.framework import Framework
from skillgap.domain.scale import LANGUAGES


def fold_skill(name: str) -> str:
    """Return the name of a skill without what does not count.

    Capitals, brackets with what is in them, and signs other than + and # do not.
    """
    plain = unicodedata.normalize("NFKC", name[:200]).casefold()
    bare = re.sub(r"[\[(（][^\])）]*[\])）]", " ", plain)
    bare = bare if re.search(r"\w", bare) else plain
    words = re.findall(r"[^\W_]+[+#]*", bare.replace("&", " "))
    return " ".join(word for word in words if word not in ("and", "dan"))


def names_of_skills(framework: Framework) -> dict[str, list[str]]:
    """Return all names of each skill: in both languages, then its synonyms."""
    return {
        key: [
            *dict.fromkeys(skill.name.in_language(language) for language in LANGUAGES),
            *framework.synonyms.get(key, ()),
        ]
        for key, skill in framework.skills.items()
    }


def known_names(framework: Framework) -> frozenset[str]:
    """Return the folded names of all skills, to tell skills from other words."""
    names = names_of_skills(framework)
    return frozenset(fold_skill(name) for each in names.values() for name in each)


def find_torn_synonyms(framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each synonym that stands for two skills."""
    owners: dict[str, str] = {}
    for key, names in names_of_skills(framework).items():
        for name in names:
            owner = owners.setdefault(fold_skill(name), key)
            if owner != key:
                blanks = {"value": name, "skill": owner}
                yield Finding("synonyms.yaml", (key,), "synonym_torn", blanks)
