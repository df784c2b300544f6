"""One request to an ASGI app, without a server and without a network."""

import asyncio
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Wrap = Callable[[ASGIApp], ASGIApp]


def headers_for(
    wrap: Wrap,
    media_type: str = "text/html",
    scheme: str = "http",
    cookie: str = "",
    kind: str = "http",
) -> Headers:
    """Return the headers of the answer of a small app inside a middleware."""
    return asyncio.run(_ask(wrap(_page(media_type)), scheme, cookie, kind))


def _page(media_type: str) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await Response("<p>hello</p>", media_type=media_type)(scope, receive, send)
        else:
            await send({"type": "websocket.accept", "headers": []})

    return app


async def _ask(app: ASGIApp, scheme: str, cookie: str, kind: str) -> Headers:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    scope = {
        "type": kind,
        "method": "GET",
        "path": "/",
        "scheme": scheme,
        "query_string": b"",
        "headers": [(b"cookie", cookie.encode())] if cookie else [],
    }
    await app(scope, receive, send)
    return Headers(raw=sent[0].get("headers", []))
