"""The first article opens as fast as the next ones."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import asyncio, sys
from loaders import Library
from tui.app import CarrelApp
from tui.state import StateFile

async def start():
    app = CarrelApp(Library.open(sys.argv[1]), StateFile(None), watches=False)
    print("tui.screens.reader" in sys.modules)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.workers.wait_for_complete()
        print("tui.screens.reader" in sys.modules)

asyncio.run(start())
"""


def test_the_reader_is_ready_soon_after_the_first_screen_and_not_before(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(sample)],
        cwd=Path(__file__).parents[2],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["False", "True"], done.stderr
