"""The small file that remembers the theme and the library."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.state import State, StateFile


def test_choices_are_there_next_time(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "state.json"
    assert StateFile(file).update(theme="nord")
    assert StateFile(file).update(library="/books")
    assert StateFile(file).state == State(theme="nord", library="/books")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.just(b'{"theme": 3, "other": []}') | st.just(b"[1]"))
def test_a_damaged_file_costs_choices_and_nothing_else(tmp_path: Path, damaged: bytes) -> None:
    file = tmp_path / "state.json"
    file.write_bytes(damaged)
    assert StateFile(file).update(library="/books")
    assert StateFile(file).state.library == "/books"


def test_a_file_that_cannot_be_written_keeps_the_choice_for_this_time(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be")
    kept = StateFile(tmp_path / "blocked" / "state.json")
    assert not kept.update(theme="nord")
    assert kept.state.theme == "nord"


def test_a_failure_in_the_middle_leaves_the_old_choices_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "state.json"
    StateFile(file).update(theme="nord")

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.state.os.fsync", fail)
    assert not StateFile(file).update(theme="dracula")
    assert StateFile(file).state.theme == "nord"
    assert [path.name for path in tmp_path.iterdir()] == ["state.json"]


def test_what_is_kept_already_is_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    StateFile(file).update(theme="nord")
    before = file.stat().st_ino
    assert StateFile(file).update(theme="nord")
    assert file.stat().st_ino == before
