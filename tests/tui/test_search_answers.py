"""Answers that come late: who types fast sees the last one, and none that nobody waits for."""

import asyncio
import threading

import pytest
from textual import events

from tests.tui.support import lines_of, open_desk, text_of
from tui.asking import Answer, Question
from tui.live_index import LiveIndex
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen


class SlowIndex:
    """Lets the index answer only when it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        self.began = threading.Semaphore(0)
        self.may_answer = threading.Semaphore(0)
        answer = LiveIndex.answer

        def slowly(index: LiveIndex, question: Question) -> Answer:
            self.asked.append(question.text)
            self.began.release()
            assert self.may_answer.acquire(timeout=20)
            return answer(index, question)

        monkeypatch.setattr(LiveIndex, "answer", slowly)


async def test_who_types_fast_sees_the_last_answer_and_those_between_are_never_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with open_desk() as desk:
        slow = SlowIndex(monkeypatch)
        await desk.press("slash")
        await desk.pilot.press(*"sky")
        assert await asyncio.to_thread(slow.began.acquire, timeout=20)
        await desk.pilot.press(*(["backspace"] * 3), *"entropy")
        assert desk.prompt.value == "entropy"
        assert slow.asked == ["s"]
        slow.may_answer.release()
        slow.may_answer.release()
        await desk.settle()
        assert slow.asked == ["s", "entropy"]
        assert "What is entropy?" in desk.first_hit


async def test_enter_before_the_answer_opens_the_first_hit_when_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_desk() as desk:
        slow = SlowIndex(monkeypatch)
        await desk.press("slash")
        await desk.pilot.press(*"entropy", "enter")
        assert desk.shows(SearchScreen)
        slow.may_answer.release()
        slow.may_answer.release()
        await desk.settle()
        assert "What is entropy?" in desk.place
        assert desk.shows(ReaderScreen)


async def test_an_answer_that_comes_after_the_prompt_was_emptied_is_not_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with open_desk() as desk:
        slow = SlowIndex(monkeypatch)
        await desk.press("slash")
        await desk.pilot.press("s", "backspace")
        slow.may_answer.release()
        await desk.settle()
        assert not lines_of(desk.hits)
        assert '"two words"' in desk.notice


async def test_an_answer_from_the_scope_before_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_desk() as desk:
        await desk.highlight(desk.subjects, "Music")
        await desk.search("scale")
        assert "major scale" in desk.first_hit
        await desk.press("tab", "ctrl+u")
        slow = SlowIndex(monkeypatch)
        await desk.pilot.press("s", "tab")
        slow.may_answer.release()
        for _ in ("the answer from all articles", "the question about music"):
            assert await asyncio.to_thread(slow.began.acquire, timeout=20)
        assert not lines_of(desk.hits)
        slow.may_answer.release()
        await desk.settle()
        assert "Search  in Music" in desk.place
        assert "Physics" not in text_of(desk.hits)


async def test_keys_that_come_before_the_search_is_there_are_typed_into_it() -> None:
    async with open_desk() as desk:
        for name, character in (("slash", "/"), ("Q", "Q"), ("q", "q"), ("R", "R"), ("left", None), ("j", "j")):
            desk.app.post_message(events.Key(name, character))
        await desk.settle()
        assert desk.shows(SearchScreen)
        assert desk.prompt.value == "QqjR"
