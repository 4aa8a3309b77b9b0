"""How the program goes on when a cache fails, and what it says of that."""

from typing import TYPE_CHECKING

from loaders import Library, LibraryError
from tui.messages import CacheFailed

if TYPE_CHECKING:
    from textual.app import App


def open_again(app: "App[None]", failure: CacheFailed) -> Library | None:
    """Open the library with a new cache, or in memory, and say which; None when its folder is gone as well."""
    try:
        library = failure.library.open_again()
    except LibraryError as error:
        app.notify(f"{failure.reason}, and {error}.", severity="error", markup=False)
        return None
    if library.cached:
        app.notify(f"{failure.reason}. Carrel reads the library anew.", title="Cache", markup=False)
    else:
        say_without_cache(app, failure.reason)
    return library


def say_without_cache(app: "App[None]", reason: str) -> None:
    """Say once that nothing is kept for the next time."""
    app.notify(f"{reason}. Carrel reads into memory instead.", title="No cache", severity="warning", markup=False)
