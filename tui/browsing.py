"""Opens addresses outside Carrel, in the reader's browser."""

import subprocess
import sys
import webbrowser
from collections.abc import Mapping
from typing import Literal, TypeAlias

Place: TypeAlias = Literal["desktop", "terminal", "none"]
"""Where a browser shows its pages: in a window, in this very terminal, or nowhere."""


def browser_place(environment: Mapping[str, str], platform: str = sys.platform) -> Place:
    """Find out where a browser would open. Over ssh a desktop is a desktop far away, unless it is forwarded."""
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        desktop = environment.get("DISPLAY", "").partition(":")[0] not in ("", "unix")
    elif platform in ("darwin", "win32"):
        return "desktop"
    else:
        desktop = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))
    if not desktop and not environment.get("BROWSER"):
        return "none"
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return "none"
    return "terminal" if _takes_terminal(browser) else "desktop"


def browse(url: str) -> bool:
    """Open an address that may be opened; False when no browser takes it. May wait for the browser to end."""
    try:
        browser = webbrowser.get()
        if isinstance(browser, webbrowser.BackgroundBrowser):
            return _start_silently(browser, url)
        return browser.open(url)
    except (webbrowser.Error, OSError):
        return False


def _takes_terminal(browser: webbrowser.BaseBrowser) -> bool:
    if isinstance(browser, webbrowser.UnixBrowser):
        return not browser.background
    return isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser)


def _start_silently(browser: webbrowser.BackgroundBrowser, url: str) -> bool:
    """Start a browser that would else write its complaints over the screen, as `xdg-open` does."""
    words = [browser.name, *(word.replace("%s", url) for word in browser.args)]
    silence = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - the browser that the system names, with an address that was judged
        words, stdin=silence, stdout=silence, stderr=silence, start_new_session=True
    )
    return True
