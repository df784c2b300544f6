"""A secret key for each browser, so that answers survive reload and restart."""

from functools import partial
from http.cookies import SimpleCookie

import pytest

from skillgap.web.visitor import VisitorKey
from tests.web.asgi import headers_for

WRAP = partial(VisitorKey, cookie="visitor")


def cookie_of(headers):
    return SimpleCookie(headers["set-cookie"])["visitor"]


def test_a_newcomer_gets_one_key_with_the_page():
    headers = headers_for(WRAP)

    assert len(headers.getlist("set-cookie")) == 1
    assert len(cookie_of(headers).value) >= 43


def test_scripts_cannot_read_the_key_and_other_sites_do_not_send_it():
    cookie = cookie_of(headers_for(WRAP))

    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert cookie["domain"] == ""


def test_the_key_outlives_the_session():
    assert int(cookie_of(headers_for(WRAP))["max-age"]) >= 180 * 24 * 3600


@pytest.mark.parametrize(("scheme", "secure"), [("https", True), ("http", "")])
def test_on_https_the_key_travels_encrypted_only(scheme, secure):
    assert cookie_of(headers_for(WRAP, scheme=scheme))["secure"] == secure


def test_two_newcomers_get_two_keys():
    keys = {cookie_of(headers_for(WRAP)).value for _ in range(50)}

    assert len(keys) == 50


def test_who_has_a_key_keeps_it():
    assert "set-cookie" not in headers_for(WRAP, cookie="visitor=abc; other=1")


def test_a_key_of_another_name_is_none():
    assert "set-cookie" in headers_for(WRAP, cookie="visitor2=abc")


def test_an_empty_key_is_none():
    """The app treats it as none, too, and would forget on reload."""
    assert "set-cookie" in headers_for(WRAP, cookie="visitor=")


@pytest.mark.parametrize("kind", ["text/css", "application/json", "text/javascript"])
def test_files_come_without_a_key(kind):
    assert "set-cookie" not in headers_for(WRAP, media_type=kind)


def test_a_websocket_comes_without_a_key():
    assert "set-cookie" not in headers_for(WRAP, kind="websocket")


def test_a_page_that_brings_a_key_is_kept_by_no_shared_cache():
    """Or a proxy hands one person's key to the next."""
    cache = headers_for(WRAP).get("cache-control", "")

    assert "private" in cache or "no-store" in cache
