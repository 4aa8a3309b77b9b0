"""Take the pictures of README.md from the running program: `python docs/take_pictures.py`."""

import asyncio
import re
from pathlib import Path

from textual.worker import WorkerCancelled

from loaders import Library
from tui.app import CarrelApp
from tui.places import sample_library
from tui.state import StateFile

FOLDER = Path(__file__).parent / "pictures"
PICTURES = {
    "library": ((110, 34), ["down"] * 12 + ["tab"] + ["down"] * 7, "carrel-dark"),
    "reader": ((110, 34), ["down"] * 4 + ["tab"] + ["down"] * 2 + ["enter"], "carrel-dark"),
    "search": ((110, 38), ["slash", *"what", "space", *"light"], "carrel-dark"),
    "reader-light": ((80, 24), ["down"] * 6 + ["tab"] + ["down"] * 2 + ["enter"], "carrel-light"),
}
"""Name, size of the terminal, keys to press, theme."""


async def take(name: str, size: tuple[int, int], keys: list[str], theme: str) -> None:
    """Run the program on the sample library, press keys, and keep what is on the screen."""
    app = CarrelApp(Library.open(sample_library()), StateFile(None), watches=False)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        for key in ["", *keys]:
            if key:
                await pilot.press(key)
            await settle(app)
            await pilot.pause()
        (FOLDER / f"{name}.svg").write_text(standalone(app.export_screenshot(title="Carrel")), "utf-8")


async def settle(app: CarrelApp) -> None:
    """Wait until nothing works in the background."""
    while True:
        try:
            await app.workers.wait_for_complete()
        except WorkerCancelled:
            continue
        return


def standalone(picture: str) -> str:
    """Let a picture use the fonts of its viewer instead of fetching one, and be the same each time."""
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    picture = picture.replace("Fira Code", "ui-monospace, DejaVu Sans Mono, Menlo, Consolas")
    picture = re.sub(r"<!-- .*? -->", "", picture)
    return re.sub(r"terminal-\d+", "terminal", picture)


async def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for name, (size, keys, theme) in PICTURES.items():
        await take(name, size, keys, theme)


if __name__ == "__main__":
    asyncio.run(main())
