"""Headers that keep foreign scripts, frames and requests away from the app."""

import re
from base64 import b64encode
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
import streamlit as st

from skillgap.web.security import SecurityHeaders, content_security_policy
from tests.web.asgi import headers_for

INDEX = Path(st.__file__).parent / "static" / "index.html"
SCRIPT = "window.a = 1;\n"


@pytest.fixture
def policy(tmp_path):
    """Return the directives for a page with an inline script and one from a file."""
    index = tmp_path / "index.html"
    index.write_text(f'<script src="./a.js"></script><script>{SCRIPT}</script>')
    parts = content_security_policy(index).split("; ")
    return {part.split()[0]: part.split()[1:] for part in parts}


def hash_of(script):
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def test_the_inline_script_of_the_page_is_allowed_by_its_hash(policy):
    assert hash_of(SCRIPT) in policy["script-src"]


def test_every_inline_script_of_streamlits_page_is_allowed():
    text = INDEX.read_text("utf-8")
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", text, re.DOTALL)

    assert scripts
    assert all(hash_of(script) in content_security_policy(INDEX) for script in scripts)


def test_no_other_script_may_run(policy):
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & set(
        policy["script-src"]
    )


def test_no_other_site_may_frame_the_app(policy):
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["object-src"] == ["'none'"]


@pytest.mark.parametrize(
    "directive", ["default-src", "script-src", "img-src", "connect-src", "form-action"]
)
def test_nothing_is_fetched_from_or_sent_to_another_host(policy, directive):
    foreign = {"*", "http:", "https:", "ws:", "wss:"}

    assert not foreign & set(policy[directive])


@pytest.mark.parametrize("kind", ["text/html", "text/css", "application/json"])
def test_every_response_carries_the_headers(kind):
    headers = headers_for(partial(SecurityHeaders, policy="the policy"), kind)

    assert headers["content-security-policy"] == "the policy"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] in {"same-origin", "no-referrer"}
    assert "camera=()" in headers["permissions-policy"]


def test_a_websocket_is_let_through():
    headers_for(partial(SecurityHeaders, policy="p"), kind="websocket")
