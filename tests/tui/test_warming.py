"""The first article opens as fast as the next ones."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import asyncio, sys
from loaders import Library
from tui.app import CarrelApp
from tui.state import StateFile
from tui.widgets.rest import Rest

Rest.begin = lambda rest: rest.owner.call_later(rest.call)

async def start():
    app = CarrelApp(Library.open(sys.argv[1]), StateFile(None), watches=False)
    print("tui.screens.reader" in sys.modules)
    async with app.run_test() as pilot:
        while "tui.screens.reader" not in sys.modules:
            await pilot.pause()
        print("ready")

asyncio.run(start())
"""


def test_the_reader_is_ready_as_soon_as_somebody_stays_with_an_article_and_not_before(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(sample)],
        cwd=Path(__file__).parents[2],
        check=False,
        timeout=60,
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["False", "ready"], done.stderr
