"""What a person did first is taken first: the order of a tab's messages."""

import asyncio

import pytest
from starlette.types import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from skillgap.web import order
from skillgap.web.order import FirstThingsFirst

RATE, GAPS = "rate", "gaps"


def asks(page: str, question: str = "") -> Message:
    asked = BackMsg()
    asked.rerun_script.page_script_hash = page
    asked.rerun_script.fragment_id = question
    return {"type": "websocket.receive", "bytes": asked.SerializeToString()}


def tells(kind: str, page: str = "") -> Message:
    told = ForwardMsg()
    if kind == "script_finished":
        told.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    elif kind == "navigation":
        told.navigation.page_script_hash = page
    else:
        getattr(told, kind).SetInParent()
    return {"type": "websocket.send", "bytes": told.SerializeToString()}


ANSWER, ANOTHER = asks(RATE, "python"), asks(RATE, "git")
LEAVE, CHOICE = asks(GAPS), asks(RATE)
CLOSE = {"type": "websocket.disconnect"}


class Wire:
    """A browser and an app at the two ends of the middleware."""

    def __init__(self) -> None:
        self.browser: asyncio.Queue[Message] = asyncio.Queue()
        self.app: asyncio.Queue[Message] = asyncio.Queue()
        self.came: list[Message] = []
        self.went: list[Message] = []
        self.said: list[Message] = []

    async def talk(self, _scope, receive, send) -> None:
        async with asyncio.TaskGroup() as both_ways:
            both_ways.create_task(self._read(receive))
            both_ways.create_task(self._write(send))

    async def _read(self, receive) -> None:
        while True:
            self.came.append(await receive())

    async def _write(self, send) -> None:
        while True:
            await send(await self.app.get())

    async def _send(self, message: Message) -> None:
        if CLOSE in self.said:
            raise OSError("the tab is closed")
        self.went.append(message)

    async def says(self, *messages: Message) -> "Wire":
        """Send from the browser, or from the app what an app would send."""
        for message in messages:
            self.said.append(message)
            from_app = message["type"] == "websocket.send"
            await (self.app if from_app else self.browser).put(message)
            await asyncio.sleep(0.005)
        return self

    def open(self) -> asyncio.Task[None]:
        middleware = FirstThingsFirst(self.talk)
        return asyncio.create_task(
            middleware({"type": "websocket"}, self.browser.get, self._send)
        )


@pytest.fixture(autouse=True)
def slow_watch(monkeypatch) -> None:
    """Rest long enough for a crowded machine to tell before from after."""
    monkeypatch.setattr(order, "ONE_TOUCH", 0.2)


def run(story) -> None:
    """Tell a story over a wire on which the page of the questions stands."""

    async def whole() -> None:
        wire = Wire()
        open_wire = wire.open()
        await wire.says(asks(""), tells("new_session"), tells("navigation", RATE))
        await wire.says(tells("delta"), tells("script_finished"))
        await asyncio.sleep(2 * order.REST)
        wire.came.clear()
        wire.went.clear()
        await story(wire)
        open_wire.cancel()

    asyncio.run(whole())


RAN = (tells("new_session"), tells("delta"), tells("script_finished"))


@pytest.mark.parametrize("overtaking", [LEAVE, CHOICE, CLOSE])
def test_nothing_overtakes_an_answer(overtaking):
    async def story(wire: Wire) -> None:
        await wire.says(ANSWER, overtaking)
        await asyncio.sleep(2 * order.REST)
        assert wire.came == [ANSWER]
        await wire.says(*RAN)
        assert wire.came == [ANSWER]
        await asyncio.sleep(2 * order.REST)
        assert wire.came == [ANSWER, overtaking]

    run(story)


def test_answers_do_not_wait_for_each_other():
    async def story(wire: Wire) -> None:
        await wire.says(ANSWER, ANOTHER)
        assert wire.came == [ANSWER, ANOTHER]

    run(story)


def test_a_page_change_waits_for_the_last_of_several_answers():
    async def story(wire: Wire) -> None:
        await wire.says(ANSWER, ANOTHER, LEAVE, *RAN, *RAN[:2])
        await asyncio.sleep(2 * order.REST)
        assert wire.came == [ANSWER, ANOTHER]
        await wire.says(RAN[2])
        await asyncio.sleep(2 * order.REST)
        assert wire.came == [ANSWER, ANOTHER, LEAVE]

    run(story)


def test_the_end_of_an_older_run_does_not_count():
    async def story(wire: Wire) -> None:
        await wire.says(ANSWER, LEAVE, tells("script_finished"))
        await asyncio.sleep(2 * order.REST)
        assert wire.came == [ANSWER]

    run(story)


def test_a_choice_for_the_whole_page_is_taken_as_soon_as_the_page_draws():
    async def story(wire: Wire) -> None:
        await wire.says(CHOICE, LEAVE, tells("new_session"))
        await asyncio.sleep(2 * order.REST)
        assert wire.came == [CHOICE]
        await wire.says(tells("delta"))
        assert wire.came == [CHOICE, LEAVE]

    run(story)


def test_a_text_that_comes_after_the_page_change_of_the_same_touch_goes_first():
    async def story(wire: Wire) -> None:
        wire.browser.put_nowait(LEAVE)
        await wire.says(ANSWER)
        assert wire.came == [ANSWER]
        await wire.says(*RAN)
        await asyncio.sleep(2 * order.REST)
        assert wire.came == [ANSWER, LEAVE]

    run(story)


def test_what_follows_a_page_change_otherwise_stays_behind_it():
    async def story(wire: Wire) -> None:
        await wire.says(LEAVE, CLOSE)
        await wire.says(*RAN)
        assert wire.came == [LEAVE, CLOSE]

    run(story)


def test_a_run_that_never_comes_holds_nothing_up_for_long(monkeypatch):
    monkeypatch.setattr(order, "PATIENCE", 0.1)

    async def story(wire: Wire) -> None:
        await wire.says(ANSWER, LEAVE)
        async with asyncio.timeout(10):
            while wire.came != [ANSWER, LEAVE]:
                await asyncio.sleep(0.01)

    run(story)


def test_bytes_that_mean_nothing_are_passed_on():
    async def story(wire: Wire) -> None:
        noise = {"type": "websocket.receive", "bytes": b"\xff\xff\xff"}
        await wire.says(noise)
        assert wire.came == [noise]

    run(story)


def test_every_message_of_the_app_reaches_the_browser():
    async def story(wire: Wire) -> None:
        await wire.says(ANSWER, *RAN)
        assert wire.went == list(RAN)

    run(story)
