"""How fast editions become HTML, how large the pages are, and how fast they open and switch in Chromium.

    python -m tests.benchmarks.pages [--segments 40 2000]

Each edition is in four languages, with three terms in each sentence and a heading every 48.
Writing is timed in this process after imports, with the first page's warming up given apart. In the browser the
figure is the longest task (milliseconds by its own long-task observer, 0 where none reached 50): at opening, and
for each switch; the best of three, since a browser shares the machine. Needs a `chromium` in the path.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.formats.html import serialize
from tests.html_sample import many

CONTROLS = ("view-stacked", "view-zh", "view-en", "view-side", "script-zh-Hant", "by-sentence", "show-pinyin")
OBSERVE = (
    "window.tasks = [0]; new PerformanceObserver(list => tasks.push(...list.getEntries().map(e => e.duration)))"
    ".observe({ type: 'longtask', buffered: true })"
)


def longest(page: Page) -> float:
    """The longest task since the last question, in milliseconds."""
    page.wait_for_timeout(400)
    return float(page.evaluate("Math.max(...tasks.splice(0, tasks.length, 0))"))


def walk(browser: Browser, path: Path) -> dict[str, float]:
    """Opens a page, switches everything once and searches, in a window of 1440 by 1000."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.add_init_script(OBSERVE)
    page.goto(path.as_uri())
    found = {"open": longest(page)}
    page.locator(".panel summary").click()
    for control in CONTROLS:
        page.locator(f"label:has(#{control})").click()
        found[control] = longest(page)
    page.locator("#search").fill("jianguan")
    found["search"] = longest(page)
    page.close()
    return found


def main() -> None:
    """Prints a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--segments", type=int, nargs="+", default=[40, 2000])
    sizes = parser.parse_args().segments
    started = time.perf_counter()
    "".join(serialize(many(4)))
    print(f"warming up: {time.perf_counter() - started:.2f} s")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for size in sizes:
            made = many(size)
            started = time.perf_counter()
            html = "".join(serialize(made)).encode()
            print(f"{size} segments: {time.perf_counter() - started:.2f} s, {len(html) / 1e6:.2f} MB")
            path = Path(folder, "page.html")
            path.write_bytes(html)
            walks = [walk(browser, path) for _ in range(3)]
            print(", ".join(f"{name} {min(one[name] for one in walks):.0f} ms" for name in walks[0]))


if __name__ == "__main__":
    main()
