"""Whether the addresses of the resources answer, asked of a server of our own."""

import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

import pytest

from tools import links
from tools.links import Answer, ask_address, ask_all, describe, group_by_host, report

QUICK = 0.5


class Pages(BaseHTTPRequestHandler):
    """Pages that answer, move, refuse, fail or keep silent."""

    lock = Lock()
    methods: list[str] = []  # noqa: RUF012
    running = most_running = 0

    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/no-head" else self.status())

    def do_GET(self) -> None:
        self.answer(self.status())

    def status(self) -> int:
        known = {"/moved": 301, "/gone": 404, "/refused": 403, "/broken": 500}
        return known.get(self.path, 200)

    def answer(self, status: int) -> None:
        with self.lock:
            Pages.methods.append(f"{self.command} {self.path}")
            Pages.running += 1
            Pages.most_running = max(Pages.most_running, Pages.running)
        time.sleep(2 * QUICK if self.path == "/slow" else 0.02)
        with self.lock:
            Pages.running -= 1
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/here")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def server() -> Iterator[str]:
    """Return the address of a running server, without a final slash."""
    Pages.methods, Pages.running, Pages.most_running = [], 0, 0
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture
def closed() -> str:
    """Return an address of a port where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    return f"http://127.0.0.1:{port}/page"


@pytest.mark.parametrize(
    ("path", "verdict", "status"),
    [
        ("/page", "answers", 200),
        ("/moved", "answers", 200),
        ("/no-head", "answers", 200),
        ("/refused", "refuses", 403),
        ("/gone", "fails", 404),
        ("/broken", "fails", 500),
    ],
)
def test_an_address_answers_refuses_or_fails(server, path, verdict, status):
    answer = ask_address(server + path, QUICK)

    assert (answer.verdict, answer.status) == (verdict, status)


def test_the_page_is_asked_for_only_if_its_head_is_not_given(server):
    for path in ("/page", "/no-head"):
        ask_address(server + path, QUICK)

    assert Pages.methods == ["HEAD /page", "HEAD /no-head", "GET /no-head"]


def test_where_an_address_leads_is_told(server):
    assert ask_address(server + "/moved", QUICK).moved_to == server + "/here"
    assert ask_address(server + "/page", QUICK).moved_to == ""


def test_an_address_that_takes_too_long_is_silent(server):
    answer = ask_address(server + "/slow", QUICK)

    assert (answer.verdict, answer.status) == ("silent", None)
    assert "timed out" in answer.problem


def test_an_address_where_nobody_listens_is_silent_and_says_why(closed):
    answer = ask_address(closed, QUICK)

    assert answer.verdict == "silent"
    assert "refused" in answer.problem


@pytest.mark.parametrize("url", ["http://", "http://[", "http://127.0.0.1:99999/"])
def test_an_address_that_is_none_is_silent_and_no_crash(url):
    assert ask_address(url, QUICK).verdict == "silent"


def test_addresses_are_grouped_by_host_in_their_order():
    urls = ["https://a.org/1", "https://B.org/1", "https://A.org/2", "https://a.org:1/"]

    assert group_by_host([*urls, "http://["]) == [
        ["https://a.org/1", "https://A.org/2"],
        ["https://B.org/1"],
        ["https://a.org:1/"],
        ["http://["],
    ]


def test_a_host_is_asked_one_question_at_a_time(server):
    answers = ask_all([f"{server}/{n}" for n in range(6)])

    assert [answer.status for answer in answers.values()] == [200] * 6
    assert Pages.most_running == 1


def test_several_hosts_are_asked_at_a_time_and_never_more_than_eight():
    running, most, lock = 0, 0, Lock()

    def ask(url):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1
        return Answer(url, 200)

    ask_all([f"https://host{n}.org/" for n in range(40)], ask)

    assert 1 < most <= links.AT_A_TIME == 8


def test_the_table_tells_what_does_not_answer_first_and_counts():
    answers = {
        "https://a.org/": Answer("https://a.org/", 200),
        "https://b.org/": Answer("https://b.org/", 301, "https://b.com/"),
        "https://c.org/": Answer("https://c.org/", 404),
        "https://d.org/": Answer("https://d.org/", 403),
        "https://e.org/": Answer("https://e.org/", None, problem="timed out"),
    }
    addresses = {f"r{n}": url for n, url in enumerate(answers, 1)}

    assert describe(addresses, answers).splitlines() == [
        "silent      - r5     https://e.org/ timed out",
        "fails     404 r3     https://c.org/",
        "refuses   403 r4     https://d.org/",
        "answers   200 r1     https://a.org/",
        "answers   301 r2     https://b.org/ -> https://b.com/",
        "5 addresses: 1 silent, 1 fails, 1 refuses, 2 answers",
    ]


def test_without_a_network_one_sentence_says_so_and_few_hosts_were_asked():
    asked = []

    def ask(url):
        asked.append(url)
        return Answer(url, None, problem="Name or service not known")

    addresses = {f"r{n}": f"https://host{n}.org/" for n in range(40)}

    assert report(addresses, ask) == (
        "No network here: none of the 40 addresses could be asked."
    )
    assert len(asked) == links.PROBED_HOSTS


def test_a_refusal_shows_that_there_is_a_network():
    def ask(url):
        return Answer(url, 403 if url == "https://b.org/" else None, problem="no")

    text = report({"r1": "https://a.org/", "r2": "https://b.org/"}, ask)

    assert text.splitlines()[-1] == (
        "2 addresses: 1 silent, 0 fails, 1 refuses, 0 answers"
    )


def test_the_report_is_printed_for_all_resources(monkeypatch, capsys, framework):
    monkeypatch.setattr(links, "report", lambda addresses: f"{len(addresses)} asked")

    links.main()

    assert capsys.readouterr().out == f"{len(framework.resources)} asked\n"
