"""Ask every address of the resources whether it answers: ``make links``.

It reports and never fails: an address that is silent today may answer tomorrow, and
where there is no network nothing can be said about any of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from skillgap.files.framework import read_framework

TIMEOUT = 10.0
AT_A_TIME = 8
PROBED_HOSTS = 5
REFUSES_PROGRAMS = frozenset({401, 403, 405, 406, 429, 999})
HEADERS = {"User-Agent": "skillgap-links (checks that learning resources answer)"}


@dataclass(frozen=True)
class Answer:
    """What an address said.

    ``status`` is the last HTTP status, None if nobody answered; then ``problem`` says
    why. ``moved_to`` is where the address led, empty if it stayed.
    """

    url: str
    status: int | None
    moved_to: str = ""
    problem: str = ""

    @property
    def verdict(self) -> str:
        """Say in a word or two what became of the address."""
        if self.status is None:
            return "silent"
        if self.status in REFUSES_PROGRAMS:
            return "refuses"
        return "answers" if self.status < 400 else "fails"


Ask = Callable[[str], Answer]


def ask_address(url: str, timeout: float = TIMEOUT) -> Answer:
    """Ask for the head of a page, and for the page if the head is not given."""
    head = _request(url, "HEAD", timeout)
    return head if head.verdict == "answers" else _request(url, "GET", timeout)


def _request(url: str, method: str, timeout: float) -> Answer:
    # The reader of the framework lets only http and https addresses through.
    try:
        request = Request(url, method=method, headers=HEADERS)  # noqa: S310
        with urlopen(request, timeout=timeout) as page:  # noqa: S310
            moved_to = "" if page.url == url else page.url
            return Answer(url, page.status, moved_to)
    except HTTPError as error:
        error.close()
        return Answer(url, error.code)
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        return Answer(url, None, problem=str(reason) or type(reason).__name__)


def group_by_host(urls: Iterable[str]) -> list[list[str]]:
    """Return the addresses host by host, in the order they came."""
    groups: dict[str, list[str]] = {}
    for url in urls:
        groups.setdefault(_host(url), []).append(url)
    return list(groups.values())


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url


def ask_all(
    urls: Iterable[str], ask: Ask = ask_address, at_a_time: int = AT_A_TIME
) -> dict[str, Answer]:
    """Ask several hosts at a time, and each host one question at a time."""

    def ask_host(group: Sequence[str]) -> list[Answer]:
        return [ask(url) for url in group]

    with ThreadPoolExecutor(max_workers=at_a_time) as pool:
        answers = pool.map(ask_host, group_by_host(urls))
        return {answer.url: answer for group in answers for answer in group}


def has_network(urls: Iterable[str], ask: Ask = ask_address) -> bool:
    """Say whether any of the first few hosts answers, be it with a refusal."""
    probes = [group[0] for group in group_by_host(urls)[:PROBED_HOSTS]]
    return any(answer.status is not None for answer in ask_all(probes, ask).values())


def describe(addresses: Mapping[str, str], answers: Mapping[str, Answer]) -> str:
    """Return a table of all addresses, what does not answer first, and a sum.

    Args:
        addresses: resource id to address.
        answers: by address.

    """
    order = ("silent", "fails", "refuses", "answers")
    rows = [(key, answers[url]) for key, url in addresses.items()]
    rows.sort(key=lambda row: (order.index(row[1].verdict), row[0]))
    lines = [_line(key, answer) for key, answer in rows]
    counted = [sum(a.verdict == verdict for _, a in rows) for verdict in order]
    parts = [f"{count} {verdict}" for count, verdict in zip(counted, order)]
    return "\n".join([*lines, f"{len(rows)} addresses: {', '.join(parts)}"])


def _line(key: str, answer: Answer) -> str:
    remark = answer.problem or (f"-> {answer.moved_to}" if answer.moved_to else "")
    status = "-" if answer.status is None else str(answer.status)
    columns = f"{answer.verdict:8} {status:>4} {key:6} {answer.url} {remark}"
    return columns.rstrip()


def report(addresses: Mapping[str, str], ask: Ask = ask_address) -> str:
    """Return what became of every address, or that there is no network."""
    urls = list(dict.fromkeys(addresses.values()))
    if not has_network(urls, ask):
        return f"No network here: none of the {len(urls)} addresses could be asked."
    return describe(addresses, ask_all(urls, ask))


def main() -> None:
    """Print the report on the resources of ``competencies/``."""
    framework = read_framework().framework
    if framework is None:
        print("The framework cannot be read; see python -m skillgap check.")
        return
    print(report({key: r.url for key, r in framework.resources.items()}))


if __name__ == "__main__":
    main()
