"""`make bench`: measure beside a floor of the same run, print a table, write var/bench.json in the checkout.

`python -m bench --statements` also prints every statement of one filing, request by request.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from functools import partial

from . import clock, cpu, journeys
from .browser import Browser
from .entry import Entry
from .server import ROOT, Running, running

TURNS = 3
FILINGS, PAGES, CHECKS = 20, 150, 200
MOST_REQUESTS, MOST_STATEMENTS, MOST_FLOORS = 12, 50, 5.0
Deed = Callable[[], object]


@dataclass
class Spent:
    """Time of a deed, summed over all turns."""

    web: float = 0.0
    database: float = 0.0
    wall: float = 0.0
    times: int = 0

    @property
    def cpu(self) -> float:
        """Web server and database together."""
        return self.web + self.database

    def each(self) -> float:
        """Milliseconds of processor per deed."""
        return self.cpu / self.times

    def told(self) -> str:
        """Where the time went, per deed."""
        each = (found / self.times for found in (self.web, self.database, self.wall))
        return "web {:.1f} + database {:.1f} ms CPU, {:.1f} ms on the clock".format(*each)


def compare(server: Running, deed: Deed, floor: Deed, times: int) -> tuple[Spent, Spent]:
    """Deed and floor in turns, so that whatever else the machine does meets both."""
    spent, least = Spent(), Spent()
    deed(), floor()
    for _ in range(TURNS):
        for what, account in ((floor, least), (deed, spent)):
            web, database, began = cpu.milliseconds(server.web), cpu.milliseconds(server.database), time.perf_counter()
            for _ in range(times):
                what()
            account.wall += (time.perf_counter() - began) * 1000
            account.web += cpu.milliseconds(server.web) - web
            account.database += cpu.milliseconds(server.database) - database
            account.times += times
    return spent, least


def entry(name: str, spent: Spent, least: Spent, note: str) -> Entry:
    """The ratio of the sums."""
    ratio = spent.cpu / least.cpu
    return Entry(
        name, round(spent.each(), 2), "ms CPU", round(least.each(), 2), round(ratio, 2), f"{note}; {spent.told()}"
    )


def page(server: Running, name: str, deed: Callable[[Browser], object]) -> Entry:
    """A page as a stranger opens it, against as many bare views."""
    with closing(Browser(server.port, counting="count")) as counting, closing(Browser(server.port)) as browser:
        deed(browser)
        deed(counting)

        def floor() -> None:
            for _ in range(counting.requests):
                browser.get("/bench/bare/")

        spent, least = compare(server, partial(deed, browser), floor, PAGES)
    return entry(name, spent, least, f"{counting.requests} requests, {counting.statements} statements")


def filing(server: Running) -> tuple[Entry, list[str]]:
    """The whole filing, and the codes of what was filed."""
    codes = list[str]()
    person = next(one for one in server.people if one["role"] == "citizen")
    pictures = (journeys.picture(1), journeys.picture(2))
    counting = Browser(server.port, counting="say" if "--statements" in sys.argv else "count")
    with closing(counting), closing(Browser(server.port)) as browser:
        journeys.sign_in(browser, person)
        journeys.file(browser, pictures)  # what is read once per process is read now
        counting.cookies = dict(browser.cookies)
        codes.append(journeys.file(counting, pictures))
        floor = partial(journeys.floor, browser, counting.requests)
        spent, least = compare(server, lambda: codes.append(journeys.file(browser, pictures)), floor, FILINGS)
    made = entry("filing", spent, least, f"{counting.requests} requests, {counting.statements} statements")
    over = [
        f"more than {most} {what}"
        for most, what, found in (
            (MOST_REQUESTS, "requests", counting.requests),
            (MOST_STATEMENTS, "statements", counting.statements),
            (MOST_FLOORS, "floors", made.ratio),
        )
        if found > most
    ]
    return (replace(made, note="; ".join([made.note, *over])), codes)


def accepting(server: Running, codes: list[str]) -> Entry:
    """An officer opens a dossier and accepts it; the floor opens a page and writes a filing's rows."""
    waiting = iter(codes)
    chi = next(one for one in server.people if one["role"] == "intake")
    with closing(Browser(server.port, counting="count")) as counting, closing(Browser(server.port)) as browser:
        code = server.say("motcua.config.cli", "demo-code", chi["login"], "--json")["code"]
        journeys.sit_down(browser, chi, code)
        counting.cookies = dict(browser.cookies)
        journeys.accept(browser, next(waiting))  # what is read once per process is read now
        journeys.accept(counting, next(waiting))
        times = (len(codes) - 3) // TURNS
        floor = partial(journeys.floor, browser, counting.requests)
        spent, least = compare(server, lambda: journeys.accept(browser, next(waiting)), floor, times)
    return entry("accept", spent, least, f"{counting.requests} requests, {counting.statements} statements")


def checking(server: Running) -> list[Entry]:
    """Slips a second, and the page on which anybody checks one: the 95th of a hundred waits, beside a bare view's."""
    said = server.say("bench.papers")
    with closing(Browser(server.port)) as browser:
        waits: dict[str, list[float]] = {said["path"]: [], "/bench/bare/": []}
        for address in [*waits] * CHECKS:
            began = time.perf_counter()
            browser.get(address)
            waits[address].append((time.perf_counter() - began) * 1000)
    value, floor = (sorted(found)[CHECKS * 95 // 100] for found in waits.values())
    note = f"p95 of {CHECKS} on the clock"
    page = Entry("check a paper", round(value, 2), "ms", round(floor, 2), round(value / floor, 2), note)
    return [*(Entry(**one) for one in said["entries"]), page]


def measure() -> list[Entry]:
    """All entries."""
    with running() as server:
        filed, codes = filing(server)
        return [
            clock.entry(),
            page(server, "catalogue page", lambda browser: browser.get(journeys.SEARCH)),
            page(server, "detail page", lambda browser: browser.get(journeys.DETAIL)),
            filed,
            page(server, "look-up", lambda browser: journeys.look_up(browser, codes[0])),
            accepting(server, codes),
            *checking(server),
            Entry(**server.say("bench.sweep")),
            *(Entry(**one) for one in server.say("bench.finding")),
        ]


def table(entries: list[Entry]) -> str:
    """For people."""
    lines = [f"{'':16}{'value':>10}  {'unit':8}{'floor':>8}{'ratio':>9}  note"]
    lines += [
        f"{one.name:16}{one.value:10.2f}  {one.unit:8}{one.baseline:8.2f}{one.ratio:9.2f}  {one.note}"
        for one in entries
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure, print, write."""
    try:
        entries = measure()
    except cpu.NotMeasurable as reason:
        print(f"bench: {reason}", file=sys.stderr)
        return 1
    print(table(entries))
    report = ROOT / "var/bench.json"
    report.parent.mkdir(exist_ok=True)
    report.write_text(
        json.dumps([asdict(one) for one in entries], ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
