"""A secret key for each browser, so that answers survive reload and restart."""

from secrets import token_urlsafe

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ONE_YEAR = 365 * 24 * 3600


class VisitorKey:
    """Gives a browser without a key one, with the page it opens.

    The cookie cannot be read by scripts and is not sent along from other sites; on
    HTTPS it travels encrypted only.
    """

    def __init__(self, app: ASGIApp, cookie: str) -> None:
        self.app = app
        self.cookie = cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add a key to a page that goes to a newcomer."""
        if scope["type"] != "http" or HTTPConnection(scope).cookies.get(self.cookie):
            await self.app(scope, receive, send)
            return
        secure = "; Secure" if scope["scheme"] == "https" else ""

        async def send_with_key(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers["cache-control"] = "private, no-cache"
                    headers.append(
                        "set-cookie",
                        f"{self.cookie}={token_urlsafe(32)}; Path=/; "
                        f"Max-Age={ONE_YEAR}; HttpOnly; SameSite=Lax{secure}",
                    )
            await send(message)

        await self.app(scope, receive, send_with_key)
