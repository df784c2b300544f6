"""An address that says the process is up."""

from skillgap.web.health import HEALTH
from tests.web.asgi import headers_for


def test_the_address_answers_in_plain_text():
    headers = headers_for(lambda _page: HEALTH.app)

    assert HEALTH.path == "/healthz"
    assert headers["content-type"].startswith("text/plain")
