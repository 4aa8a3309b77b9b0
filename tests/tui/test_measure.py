"""The measure: how long the lines of a page are."""

from pathlib import Path

import pytest

from tests.tui.support import Desk, lines_of, open_desk
from tui.messages import ArticleRequested
from tui.state import StateFile

REVOLUTION = "/learn/history/questions/why-did-the-industrial-revolution-begin-in-britain"


async def open_long(desk: Desk) -> None:
    desk.app.post_message(ArticleRequested(REVOLUTION))
    await desk.settle()


def longest(desk: Desk) -> int:
    texts = [text for text in lines_of(desk.page) if text]
    return max(map(len, texts)) - min(len(text) - len(text.lstrip()) for text in texts)


async def test_keys_make_lines_shorter_and_longer_and_the_line_at_the_top_stays() -> None:
    async with open_desk(size=(200, 50)) as desk:
        await open_long(desk)
        await desk.press("d", "j")
        shown = lines_of(desk.page)
        words = shown[0].split()[:3]
        for name in ("minus", "less_than_sign", "minus", "minus", "minus"):
            await desk.press(name)
            assert " ".join(words) in " ".join(" ".join(lines_of(desk.page)[:2]).split())
        assert longest(desk) <= 60
        await desk.press("minus")
        assert "60 to 100" in desk.toasts
        for name in ("plus", "greater_than_sign", "plus", "plus", "plus"):
            await desk.press(name)
        assert lines_of(desk.page) == shown
        await desk.press(*["plus"] * 5)
        assert 90 < longest(desk) <= 100


async def test_the_measure_is_kept_for_the_next_time(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    async with open_desk(size=(200, 50), state=state) as desk:
        await open_long(desk)
        await desk.press("minus", "minus")
    assert StateFile(state).state.measure == 72
    async with open_desk(size=(200, 50), state=state) as desk:
        await open_long(desk)
        assert longest(desk) <= 72


@pytest.mark.parametrize(
    ("kept", "least", "most"), [("7", 40, 60), ("5000", 90, 100), ('"wide"', 70, 80), ("true", 70, 80)]
)
async def test_a_measure_out_of_bounds_becomes_the_nearest_that_is_not(
    tmp_path: Path, kept: str, least: int, most: int
) -> None:
    state = tmp_path / "state.json"
    state.write_text(f'{{"measure": {kept}}}')
    async with open_desk(size=(200, 50), state=state) as desk:
        await open_long(desk)
        assert least < longest(desk) <= most


async def test_in_a_narrow_terminal_one_key_is_enough_to_see_shorter_lines() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await open_long(desk)
        before = longest(desk)
        await desk.press("plus")
        assert "no room for longer lines" in desk.toasts
        await desk.press("minus")
        assert longest(desk) < before


async def test_a_terminal_with_no_room_for_shorter_lines_is_not_said_to_lack_it_for_longer_ones() -> None:
    async with open_desk(size=(60, 24)) as desk:
        await open_long(desk)
        await desk.press("minus")
        assert "60 to 100" in desk.toasts
        await desk.press("plus")
        assert "no room" in desk.toasts
