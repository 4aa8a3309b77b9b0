"""The clipboard of the reader's own machine, and what is said of it."""

import os
import sys
from pathlib import Path

import pytest

from tui.clipboard import LONGEST_BY_TERMINAL, Clipboard, words_for

DESKTOPS = [
    ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, "wl-copy"),
    ("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "xclip"),
    ("linux", {"DISPLAY": ":0"}, "xsel"),
    ("linux", {"WSL_DISTRO_NAME": "Debian"}, "clip.exe"),
    ("linux", {"TERMUX_VERSION": "0.118"}, "termux-clipboard-set"),
    ("linux", {"SSH_CONNECTION": "a 1 b 2", "DISPLAY": "localhost:10.0"}, "xclip"),
    ("darwin", {}, "pbcopy"),
    ("win32", {}, "clip.exe"),
]
unix = pytest.mark.skipif(sys.platform == "win32", reason="the commands are played by shell scripts")


def pretend(folder: Path, name: str, script: str = 'cat > "$0.taken"') -> Path:
    """Put a command into a folder that keeps what it is given beside itself."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program.with_name(f"{name}.taken")


def clipboard(folder: Path, platform: str, environment: dict[str, str]) -> Clipboard:
    """Give the clipboard of a machine that has the commands of a folder and no others."""

    def find(name: str) -> str | None:
        return os.fspath(folder / name) if (folder / name).exists() else None

    return Clipboard(environment, platform, find)


@unix
@pytest.mark.parametrize(("platform", "environment", "command"), DESKTOPS)
def test_a_text_goes_to_the_clipboard_of_the_desktop(
    tmp_path: Path, platform: str, environment: dict[str, str], command: str
) -> None:
    taken = pretend(tmp_path, command)
    assert clipboard(tmp_path, platform, environment).copy("Σ ünï\ncode")
    encoding = "utf-16" if command == "clip.exe" else "utf-8"
    assert taken.read_bytes().decode(encoding) == "Σ ünï\ncode"


@unix
@pytest.mark.parametrize(
    ("platform", "environment"),
    [
        ("linux", {"SSH_CONNECTION": "a 1 b 2", "WAYLAND_DISPLAY": "wayland-0"}),
        ("linux", {"SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"}),
        ("darwin", {"SSH_CONNECTION": "a 1 b 2"}),
        ("linux", {}),
    ],
)
def test_over_ssh_or_without_a_desktop_no_clipboard_of_another_machine_is_filled(
    tmp_path: Path, platform: str, environment: dict[str, str]
) -> None:
    taken = [pretend(tmp_path, name) for name in ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe")]
    assert not clipboard(tmp_path, platform, environment).copy("text")
    assert not any(file.exists() for file in taken)


@unix
def test_a_command_that_fails_or_is_missing_gives_way_to_the_next(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    assert not clipboard(tmp_path, "linux", environment).copy("text")
    pretend(tmp_path, "wl-copy", "exit 1")
    (tmp_path / "xclip").write_text("no program")
    taken = pretend(tmp_path, "xsel")
    assert clipboard(tmp_path, "linux", environment).copy("text")
    assert taken.read_text() == "text"


@unix
def test_a_command_that_never_ends_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.clipboard._PATIENCE", 0.1)
    pretend(tmp_path, "pbcopy", "exec sleep 60")
    assert not clipboard(tmp_path, "darwin", {}).copy("text")


def test_the_reader_hears_what_became_of_the_text() -> None:
    assert words_for("The link", "/a", copied=True) == "The link is copied to the clipboard."
    assert "may or may not take it" in words_for("The link", "/a", copied=False)
    assert "so long a text" in words_for("The answer", "x" * 5000, copied=False)
    assert "too long" in words_for("The answer", "x" * (LONGEST_BY_TERMINAL + 1), copied=False)
