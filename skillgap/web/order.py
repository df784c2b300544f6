"""What a person did first is taken first, also when the next click comes too soon.

Streamlit drops a widget's value when a page change overtakes it: the old run is
stopped before its callbacks, and the new page asks for other widgets. On a busy
server that costs answers. On a touch screen the browser itself sends the page change
before the text that was typed before it, and the new page stays blank. So a page
change waits for what belongs before it.
"""

import asyncio
from asyncio import Event, Task, TimerHandle

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 5.0
REST = 0.25
ONE_TOUCH = 0.05
DRAWN = ("delta", "ref_hash")


class FirstThingsFirst:
    """Puts what each tab sends in order."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; put the messages of a WebSocket in order."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        turn = Turn()
        inbox = Inbox(receive, turn)

        async def receive_in_order() -> Message:
            message = await inbox.next()
            await turn.wait_before(message)
            return message

        async def send_and_listen(message: Message) -> None:
            turn.listen(message)
            try:
                await send(message)
            except OSError:  # The tab is closed; its last answer is still taken.
                if turn.is_over:
                    raise

        await self.app(scope, receive_in_order, send_and_listen)


class Inbox:
    """What a tab sent; a page change changes places with what was meant for the page.

    Both come within ``ONE_TOUCH`` seconds then.
    """

    def __init__(self, receive: Receive, turn: "Turn") -> None:
        self._receive = receive
        self._turn = turn
        self._coming: Task[Message] | None = None
        self._held: Message | None = None

    async def next(self) -> Message:
        """Return the next message of the tab."""
        if self._held:
            message, self._held = self._held, None
            return message
        message = await self._get()
        if self._turn.leaves(message) and await self._comes():
            late = await self._get()
            asked = _rerun(late)
            if asked and asked.page_script_hash == self._turn.page:
                message, late = late, message
            self._held = late
        return message

    async def _get(self) -> Message:
        coming, self._coming = self._coming, None
        return await (coming or self._receive())

    async def _comes(self) -> bool:
        self._coming = asyncio.ensure_future(self._receive())
        done, _pending = await asyncio.wait([self._coming], timeout=ONE_TOUCH)
        return bool(done)


class Turn:
    """Whose turn it is in a tab: whether what was asked last has been taken.

    A question alone (a fragment) is taken when its run has ended and no other follows
    within ``REST`` seconds, for runs asked for together follow each other at once. A
    whole page is taken as soon as it draws: its callbacks have run by then.
    """

    def __init__(self) -> None:
        self.page = ""
        self._taken = Event()
        self._taken.set()
        self._alone = self._started = False
        self._rest: TimerHandle | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing asked is left to be taken."""
        return self._taken.is_set()

    def leaves(self, message: Message) -> bool:
        """Return whether a message from the browser leaves the page on the screen."""
        asked = _rerun(message)
        return asked is not None and asked.page_script_hash != self.page != ""

    async def wait_before(self, message: Message) -> None:
        """Wait until a message from the browser may be passed on."""
        asked = _rerun(message)
        alone = asked is not None and bool(asked.fragment_id)
        if not alone:
            await self._wait()
        if asked:
            self._taken.clear()
            self._alone, self._started = alone, False
            self._stop_resting()

    async def _wait(self) -> None:
        try:
            await asyncio.wait_for(self._taken.wait(), PATIENCE)
        except TimeoutError:
            self._taken.set()

    def listen(self, message: Message) -> None:
        """Hear from a message to the browser how far the app is."""
        told = ForwardMsg.FromString(message.get("bytes") or b"")
        kind = told.WhichOneof("type")
        if kind == "new_session":
            self._started = True
            self._stop_resting()
        elif kind == "navigation":
            self.page = told.navigation.page_script_hash
        elif self._started and kind == "script_finished":
            self._stop_resting()
            self._rest = asyncio.get_running_loop().call_later(REST, self._taken.set)
        elif self._started and kind in DRAWN and not self._alone:
            self._taken.set()

    def _stop_resting(self) -> None:
        if self._rest:
            self._rest.cancel()
            self._rest = None


def _rerun(message: Message) -> ClientState | None:
    """Return what is asked of a run, or None; bytes that cannot be read ask nothing."""
    try:
        asked = BackMsg.FromString(message.get("bytes") or b"")
    except DecodeError:
        return None
    return asked.rerun_script if asked.WhichOneof("type") == "rerun_script" else None
