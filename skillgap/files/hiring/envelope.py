"""Sealed files: JSON whose content is encrypted and authenticated with a panel's code.

Who holds the code and a file could open it with other means; the seal keeps everybody
else out, and shows that nobody without the code has changed anything.
"""

import json
from base64 import b64decode, b64encode, urlsafe_b64encode
from dataclasses import dataclass
from hmac import compare_digest
from os import urandom
from typing import Any, Literal

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from skillgap.domain.hiring.scorecards import fold_code

SALT_BYTES = 16
# One try costs 32 MB and about a tenth of a second.
COST, BLOCK, LANES = 2**15, 8, 1

Refusal = Literal["unreadable", "wrong_code", "changed"]


@dataclass(frozen=True)
class Opened:
    """What was in a sealed file, and whose it is as written outside."""

    member: str
    data: Any


def seal_content(form: str, member: str, data: Any, code: str) -> bytes:
    """Return data sealed with a panel's code; only ``member`` is readable.

    Raises:
        ValueError: the code is too short.

    """
    salt = urandom(SALT_BYTES)
    key, check = _derive(code, salt)
    content = json.dumps(data, ensure_ascii=False).encode("utf-8")
    envelope = {
        "format": form,
        "member": member,
        "salt": b64encode(salt).decode("ascii"),
        "check": b64encode(check).decode("ascii"),
        "sealed": Fernet(key).encrypt(content).decode("ascii"),
    }
    return json.dumps(envelope, ensure_ascii=False, indent=1).encode("utf-8")


def open_content(form: str, content: bytes, code: str, limit: int) -> Opened | Refusal:
    """Return what is in a sealed file, or why it stays shut.

    Args:
        form: the format the file must name.
        content: the file, of at most ``limit`` bytes.
        code: the panel's code.
        limit: in bytes.

    Raises:
        ValueError: the code is too short.

    """
    fold_code(code)
    envelope = _read_envelope(form, content, limit)
    if envelope is None:
        return "unreadable"
    key, check = _derive(code, envelope["salt"])
    if not compare_digest(check, envelope["check"]):
        return "wrong_code"
    try:
        data = json.loads(Fernet(key).decrypt(envelope["sealed"]))
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (InvalidToken, ValueError, RecursionError):
        return "changed"
    return Opened(envelope["member"], data)


def _derive(code: str, salt: bytes) -> tuple[bytes, bytes]:
    """Return the key of a code and what tells a wrong code from a changed file."""
    derived = Scrypt(salt=salt, length=48, n=COST, r=BLOCK, p=LANES).derive(
        fold_code(code).encode("utf-8")
    )
    return urlsafe_b64encode(derived[:32]), derived[32:]


def _read_envelope(form: str, content: bytes, limit: int) -> dict[str, Any] | None:
    """Return the parts of a sealed file, None if it is something else."""
    try:
        data = json.loads(content.decode("utf-8")) if len(content) <= limit else {}
        if not isinstance(data, dict) or data.get("format") != form:
            return None
        return {
            "member": str(data["member"]),
            "salt": b64decode(data["salt"], validate=True),
            "check": b64decode(data["check"], validate=True),
            "sealed": str(data["sealed"]).encode("ascii"),
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
