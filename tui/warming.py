"""What the first article will need is made ready while its reader still chooses."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


async def prepare_reader(app: "App[None]") -> None:
    """Import the reader in a thread, which takes as long as ten pages, and let the app know its style sheet.

    A sheet that comes only with its screen makes Textual read all others anew.
    """
    sheet = await asyncio.to_thread(_import_reader)
    if not app.stylesheet.has_source(str(sheet)):
        app.stylesheet.read(sheet)


def _import_reader() -> Path:
    import tui.routes  # noqa: F401, PLC0415
    from tui.screens import reader  # noqa: PLC0415 - whoever opens it finds it imported

    return Path(reader.__file__).with_name(reader.ReaderScreen.CSS_PATH)
