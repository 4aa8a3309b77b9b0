"""Where addresses open outside Carrel."""

import os
import sys
import webbrowser
from pathlib import Path

import pytest

from tui.browsing import Place, browse, browser_place

URL = "https://example.org/a?b=c&d='$(touch%20x)'"


@pytest.fixture
def _browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `webbrowser` look for browsers anew."""
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})


@pytest.mark.parametrize(
    ("platform", "environment", "browser", "place"),
    [
        ("linux", {"DISPLAY": ":0"}, webbrowser.BackgroundBrowser("xdg-open"), "desktop"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, webbrowser.Mozilla("firefox"), "desktop"),
        ("linux", {"DISPLAY": ":0"}, webbrowser.GenericBrowser("w3m"), "terminal"),
        ("linux", {}, webbrowser.GenericBrowser("w3m"), "none"),
        ("linux", {"BROWSER": "w3m"}, webbrowser.GenericBrowser("w3m"), "terminal"),
        ("linux", {"BROWSER": "elinks"}, webbrowser.Elinks("elinks"), "terminal"),
        ("linux", {"DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, webbrowser.Mozilla("firefox"), "none"),
        (
            "linux",
            {"DISPLAY": "localhost:10.0", "SSH_TTY": "/dev/pts/1"},
            webbrowser.Mozilla("firefox"),
            "desktop",
        ),
        ("darwin", {}, webbrowser.GenericBrowser("open"), "desktop"),
        ("darwin", {"SSH_CONNECTION": "a 1 b 2"}, webbrowser.GenericBrowser("open"), "none"),
    ],
)
def test_a_browser_opens_on_the_readers_desktop_or_in_the_terminal_or_not_at_all(
    platform: str,
    environment: dict[str, str],
    browser: webbrowser.BaseBrowser,
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    assert browser_place(environment, platform) == place


@pytest.mark.usefixtures("_browsers")
@pytest.mark.skipif(sys.platform == "win32", reason="the browser is played by a shell script")
def test_a_browser_gets_the_address_as_one_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\nprintf "%s\\n" "$#" "$1" > "$0.words"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", os.fspath(browser))
    assert browser_place({"BROWSER": os.fspath(browser)}, "linux") == "terminal"
    assert browse(URL)
    assert browser.with_name("browser.words").read_text().splitlines() == ["1", URL]


def test_without_a_browser_nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> webbrowser.BaseBrowser:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", missing)
    assert browser_place({"DISPLAY": ":0"}, "linux") == "none"
    assert not browse(URL)
