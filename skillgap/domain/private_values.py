"""Values that are nobody's business here: addresses, numbers of people, secrets."""

import re

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


def drop_private(text: str) -> str:
    """Return a name without mail addresses, numbers and secrets in it."""
    if not re.search(r"[@0-9]", text):
        return text
    words = [word for word in text.split() if not is_private(word.strip("<>(),;[]"))]
    return " ".join(words)


def mask_private(text: str) -> str:
    """Return a value for a message; what is private is shown as three dots."""
    parts = re.split(r"(\s+)", text[:80])
    shown = "".join("…" if is_private(part.strip("<>(),;")) else part for part in parts)
    return "…" if is_private(text) else shown
