"""Values that are nobody's business here: addresses, numbers of people, secrets."""

import re
from collections.abc import Mapping

_MAIL = re.compile(r"[^@\s<>]{1,80}@[^@\s<>]{1,80}\.[^@\s<>.]{2,}")
_HASH = re.compile(r"\$2[aby]?\$.{20,}|\$argon2.{10,}|(?=.*[0-9])[0-9a-fA-F]{32,128}")
_TOKEN = re.compile(
    r"eyJ[\w-]{8,}\.[\w.-]+|(sk|pk|ghp|xox[abp])[-_]\w{12,}|AKIA\w{12,}"
)
_PHONE = re.compile(r"(\+|0|62)[0-9 ().-]{8,18}[0-9]")
_LONG_NUMBER = re.compile(r"[0-9]{13,19}")


def is_private(text: str, is_id: bool = False) -> bool:
    """Say whether a value is a mail address, a phone number or a secret by its look.

    The number of an employee (``is_id``) may look like that of a phone.
    """
    plain = text.strip()[:200]
    if len(plain) < 6:
        return False
    looks = [_MAIL, _HASH, _TOKEN, _LONG_NUMBER, *([] if is_id else [_PHONE])]
    is_day = bool(re.match(r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}", plain))
    return not is_day and any(look.fullmatch(plain) for look in looks)


def drop_private(text: str, is_id: bool = False) -> str:
    """Return a name without mail addresses, numbers and secrets in it."""
    if not re.search(r"[@0-9]", text):
        return text
    if is_private(text, is_id):
        return ""
    words = text.split()
    kept = [w for w in words if not is_private(w.strip("<>(),;[]"), is_id)]
    return text if len(kept) == len(words) else " ".join(kept)


def mask_private(text: str) -> str:
    """Return a text for a message; what is private is shown as three dots."""
    if not re.search(r"[@0-9]", text):
        return text
    parts = re.split(r"([\s,;<>()\[\]]+)", text)
    shown = "".join("…" if is_private(part) else part for part in parts)
    return "…" if is_private(text) else shown


def mask_values(values: Mapping[str, object]) -> dict[str, object]:
    """Return the values of a message; in its texts what is private is masked."""
    return {
        key: mask_private(value) if isinstance(value, str) else value
        for key, value in values.items()
    }
