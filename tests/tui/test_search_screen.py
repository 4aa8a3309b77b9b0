"""The search: hits while somebody types, scopes, spelling, past searches, and the way back."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from loaders import ArticleStore, Library
from loaders.feeding import feed
from loaders.unseen import Unseen
from tests.tui.support import SIZES, Desk, lines_of, open_desk, text_of
from tests.writing import Written
from tui.asking import Answer, Question
from tui.live_index import LiveIndex
from tui.places import sample_library
from tui.screens.library import LibraryScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.state import StateFile
from tui.widgets.search_notice import SearchNotice
from tui.widgets.split_line import SplitLine
from tui.widgets.subject_list import SubjectList


def first_hit(desk: Desk) -> str:
    return lines_of(desk.hits)[0][2:]


def notice(desk: Desk) -> str:
    return str(desk.app.screen.query_one(SearchNotice).render())


def note(desk: Desk) -> str:
    return desk.app.screen.query_one("#note", SplitLine).left.plain


@pytest.mark.parametrize("size", [*SIZES, (60, 20), (44, 12)])
async def test_hits_come_while_typing_with_subject_and_the_sentence_that_answers(size: tuple[int, int]) -> None:
    async with open_desk(size=size) as desk:
        await desk.search("sky bl")
        assert first_hit(desk).startswith("Why is the sky blue?")
        assert "The sky is blue because the molecules" in " ".join(text_of(desk.hits).split())
        assert ("Physics" in first_hit(desk)) == (size[0] > 70)
        await desk.type_in("ue")
        assert "Search  in all articles" in desk.place
        assert first_hit(desk).startswith("Why is the sky blue?")


async def test_keys_that_come_before_the_search_is_there_are_typed_into_it() -> None:
    async with open_desk() as desk:
        for name, character in (("slash", "/"), ("Q", "Q"), ("q", "q"), ("R", "R"), ("left", None), ("j", "j")):
            desk.app.post_message(events.Key(name, character))
        await desk.settle()
        assert desk.shows(SearchScreen)
        assert desk.prompt.value == "QqjR"


async def test_the_first_letter_finds_already() -> None:
    async with open_desk() as desk:
        await desk.search("z")
        assert "Zheng He" in text_of(desk.hits)


async def test_words_that_match_are_bold_in_question_and_sentence() -> None:
    async with open_desk() as desk:
        await desk.search("sky")
        for line in (0, 1):
            bold = {s.text for s in desk.hits.render_line(line) if s.style and s.style.bold and s.text.strip()}
            assert bold == {"sky"}


async def test_counts_by_subject_stand_beside_the_hits_and_the_answer_in_a_pane_where_there_is_room() -> None:
    async with open_desk(size=(120, 40)) as desk:
        await desk.search("light")
        counts = lines_of(desk.subjects)
        assert counts[0].split()[:3] == ["▌", "All", "articles"]
        numbers = [int(line.split()[-1]) for line in counts if line]
        assert numbers[0] == sum(numbers[1:])
        assert numbers[1:] == sorted(numbers[1:], reverse=True)
        assert desk.preview.display
        await desk.resize(80, 24)
        assert not desk.subjects.display
        assert not desk.preview.display


async def test_choosing_a_subject_among_the_counts_narrows_to_it_and_tab_widens_again() -> None:
    async with open_desk() as desk:
        await desk.search("light")
        await desk.press("shift+tab", "j")
        chosen = desk.subjects.subject
        assert chosen
        assert f"in {chosen.name}" in desk.place
        assert f"{chosen.articles} article" in desk.place
        await desk.press("enter")
        assert desk.prompt.has_focus
        await desk.press("tab")
        assert "in all articles" in desk.place
        assert desk.subjects.subject is None
        await desk.press("tab")
        assert f"in {chosen.name}" in desk.place


async def test_keys_in_one_breath_among_the_counts_end_where_the_last_one_says() -> None:
    async with open_desk() as desk:
        await desk.search("light")
        await desk.press("shift+tab")
        await desk.pilot.press("j", "j", "j", "k")
        await desk.settle()
        assert desk.subjects.highlighted == 2
        chosen = desk.subjects.subject
        assert chosen
        assert f"in {chosen.name}" in desk.place


async def test_the_search_begins_in_the_subject_of_the_library_and_says_so() -> None:
    async with open_desk() as desk:
        await desk.highlight(desk.subjects, "Music")
        await desk.search("light")
        assert "Search  in Music" in desk.place
        await desk.press("tab")
        assert "Search  in all articles" in desk.place
        assert "Physics" in text_of(desk.hits)


async def test_tab_narrows_to_the_subject_of_the_highlighted_hit() -> None:
    async with open_desk() as desk:
        await desk.search("sky")
        await desk.press("tab")
        assert "Search  in Physics" in desk.place
        assert "Biology" not in text_of(desk.hits)


async def test_nothing_found_says_so_and_offers_the_nearest_spelling_by_enter() -> None:
    async with open_desk() as desk:
        await desk.search("entropyxqz")
        assert "Nothing is found" in notice(desk)
        assert "entropy" in notice(desk)
        await desk.press("enter")
        assert desk.prompt.value == "entropy"
        assert "What is entropy?" in first_hit(desk)


async def test_a_slip_is_forgiven_and_the_right_spelling_offered() -> None:
    async with open_desk() as desk:
        await desk.search("entorpy")
        assert "What is entropy?" in first_hit(desk)
        assert "Did you mean entropy?" in note(desk)
        await desk.press("ctrl+y")
        assert desk.prompt.value == "entropy"
        assert not note(desk)


async def test_nothing_found_in_a_subject_offers_all_of_them() -> None:
    async with open_desk() as desk:
        await desk.highlight(desk.subjects, "Music")
        await desk.search("photosynthesis")
        assert "Tab searches in all subjects" in notice(desk)
        await desk.press("tab")
        assert "photosynthesis" in first_hit(desk)


async def test_an_empty_prompt_tells_what_can_be_asked() -> None:
    async with open_desk() as desk:
        await desk.search("")
        assert '"two words"' in notice(desk)
        await desk.type_in("sky")
        await desk.press("ctrl+u")
        assert '"two words"' in notice(desk)
        assert not lines_of(desk.hits)


async def test_enter_opens_the_highlighted_hit_and_back_leads_to_the_search_as_it_was() -> None:
    async with open_desk() as desk:
        await desk.search("light")
        await desk.press("down", "down", "down")
        hit = desk.hits.hit
        assert hit
        shown = text_of(desk.hits)
        await desk.press("enter")
        assert desk.shows(ReaderScreen)
        assert hit.row.title in desk.place
        await desk.press("1", "backspace", "backspace")
        assert desk.shows(SearchScreen)
        assert desk.prompt.value == "light"
        assert desk.hits.hit == hit
        assert text_of(desk.hits) == shown


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_leaving_an_article_that_was_found_leads_to_the_search_and_then_to_the_library(key: str) -> None:
    async with open_desk() as desk:
        await desk.search("light")
        await desk.press("down", "down", "enter")
        hit = desk.place
        await desk.press("escape", "1", key)  # nothing is marked any more
        assert desk.shows(SearchScreen)
        assert desk.prompt.value == "light"
        assert desk.hits.hit
        assert desk.hits.hit.row.title in hit
        await desk.press("escape")
        assert desk.shows(LibraryScreen)
        await desk.press("tab", "enter", key)
        assert desk.shows(LibraryScreen)


async def test_a_search_over_an_article_leads_back_to_the_article_and_to_older_searches() -> None:
    async with open_desk() as desk:
        await desk.search("entropy")
        await desk.press("enter")
        await desk.search("sky blue")
        await desk.press("tab", "tab", "enter")
        assert "Why is the sky blue?" in desk.place
        await desk.press("backspace")
        assert desk.prompt.value == "sky blue"
        await desk.press("escape")
        assert "What is entropy?" in desk.place
        await desk.press("backspace")
        assert desk.prompt.value == "entropy"
        assert "What is entropy?" in first_hit(desk)
        await desk.press("escape")
        assert desk.shows(LibraryScreen)
        await desk.press("L")
        assert "What is entropy?" in desk.place


async def test_a_hit_opens_at_the_first_match_and_n_goes_on() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.search("scattering violet")
        await desk.press("enter")
        sought = desk.page.sought
        assert sought
        assert sought.words == "scattering violet"
        tally = desk.page.tally
        assert tally
        assert tally.current == 1
        await desk.press("n")
        assert desk.page.tally == tally._replace(current=2)
        await desk.press("escape")
        assert desk.page.sought is None
        assert desk.shows(ReaderScreen)


async def test_tab_in_the_find_of_an_article_searches_in_its_subject_then_in_all() -> None:
    async with open_desk() as desk:
        await desk.open_article("Physics", "What is entropy?")
        await desk.press("d")
        page = text_of(desk.page)
        await desk.press("slash")
        await desk.type_in("light")
        await desk.press("tab")
        assert "Search  in Physics" in desk.place
        assert desk.prompt.value == "light"
        assert desk.hits.hit
        await desk.press("tab")
        assert "Search  in all articles" in desk.place
        assert "Astronomy" in text_of(desk.hits)
        await desk.press("escape")
        assert "What is entropy?" in desk.place
        assert text_of(desk.page) == page


async def test_escape_goes_back_exactly_to_where_the_reader_was() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.press("tab", *["j"] * 40)
        shown = text_of(desk.articles)
        await desk.search("entropy")
        await desk.press("enter", "backspace", "escape")
        assert desk.shows(LibraryScreen)
        assert text_of(desk.articles) == shown
        await desk.press("enter", "d")
        page = text_of(desk.page)
        await desk.search("sky")
        await desk.press("tab", "tab", "down", "escape")
        assert text_of(desk.page) == page


async def test_past_searches_come_back_by_up_in_an_empty_prompt_also_the_next_time(tmp_path: Path) -> None:
    async with open_desk(state=tmp_path / "state.json") as desk:
        for text in ("entropy", "sky blue"):
            await desk.search(text)
            await desk.press("enter", "escape", "escape", "escape")
    async with open_desk(state=tmp_path / "state.json") as desk:
        await desk.search("")
        assert "sky blue" in notice(desk)
        await desk.press("up")
        assert desk.prompt.value == "sky blue"
        await desk.press("up", "up")
        assert desk.prompt.value == "entropy"
        assert "What is entropy?" in first_hit(desk)
        await desk.press("down")
        assert desk.prompt.value == "sky blue"
        await desk.press("down")
        assert desk.prompt.value == "sky blue"
        assert desk.hits.highlighted == 1


def test_past_searches_are_bounded_and_each_stands_there_once(tmp_path: Path) -> None:
    state = StateFile(tmp_path / "state.json")
    for number in [*range(200), 150]:
        state.remember_search(f"query {number} " + "x" * 2000)
    kept = StateFile(tmp_path / "state.json").state.searches
    assert len(kept) == 50
    assert kept[0].startswith("query 150 ")
    assert sum(text.startswith("query 150 ") for text in kept) == 1
    assert all(len(text) <= 1000 for text in kept)


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
        assert "What is entropy?" in first_hit(desk)


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
        assert '"two words"' in notice(desk)


async def test_an_answer_from_the_scope_before_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_desk() as desk:
        await desk.highlight(desk.subjects, "Music")
        await desk.search("scale")
        assert "major scale" in first_hit(desk)
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


async def test_more_hits_come_when_the_highlight_reaches_the_last_one() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.search("the")
        for _ in range(8):
            await desk.press("pagedown")
        highlighted = desk.hits.highlighted
        assert highlighted is not None
        assert highlighted > 20
        await desk.press("pageup")
        assert (desk.hits.highlighted or 0) < highlighted


async def test_questions_that_ask_nearly_the_same_are_one_row(write_library: Callable[..., Path]) -> None:
    folder = write_library(
        Written(title="What is a lever?", slug="a", id=1),
        Written(title="What is a lever", slug="b", id=900),
        Written(title="What is the lever?", slug="c", id=1800),
    )
    async with open_desk(folder) as desk:
        await desk.search("lever")
        assert "+2 similar" in text_of(desk.hits)
        assert len([line for line in lines_of(desk.hits) if "lever" in line]) == 1


HOSTILE = [
    '[/] [b]x[/b] "',
    "AND OR NOT (",
    "a:b^2~3 *?\\",
    "\x1b[2J\x07",
    "𝔘𝔫𝔦 ﷽ é",
    "-",
    '"',
    "subject:",
    "٣" * 400,
]


async def test_whatever_is_typed_or_pasted_is_a_search() -> None:
    async with open_desk(size=(80, 24)) as desk:
        await desk.press("slash")
        for text in HOSTILE:
            desk.prompt.post_message(events.Paste(text))
            await desk.settle()
            assert desk.shows(SearchScreen)
            text_of(desk.hits)
            await desk.press("ctrl+u")


async def test_a_question_that_is_pasted_over_several_lines_is_one() -> None:
    async with open_desk() as desk:
        await desk.press("slash")
        desk.prompt.post_message(events.Paste("why is\n  the sky\r\nblue?\n"))
        await desk.settle()
        assert desk.prompt.value == "why is the sky blue?"
        assert "Why is the sky blue?" in first_hit(desk)


async def test_titles_with_markup_are_hits_as_they_are(write_library: Callable[..., Path]) -> None:
    folder = write_library(Written(title="What is [/] and [b]bold[/b]?", answer="It is [@click=app.quit]bold[/]."))
    async with open_desk(folder) as desk:
        await desk.search("bold")
        assert "What is [/] and [b]bold[/b]?" in text_of(desk.hits)
        assert "[@click=app.quit]bold[/]" in text_of(desk.hits)


async def test_keys_that_are_typed_do_not_stand_on_the_key_bar() -> None:
    async with open_desk() as desk:
        await desk.press("slash")
        bar = text_of(desk.app.screen.query_one("KeyBar"))
        assert "F1 Help" in bar
        assert "/ Search" not in bar
        await desk.press("f1")
        assert "Enter" in text_of(desk.app.screen.query_one("Definitions"))


async def test_a_click_highlights_a_hit_and_another_one_opens_it() -> None:
    async with open_desk() as desk:
        await desk.search("light")
        line = next(number for number, text in enumerate(lines_of(desk.hits)) if number and not text) + 1
        await desk.pilot.click(desk.hits, offset=(5, line))
        await desk.settle()
        assert desk.hits.highlighted == 1
        assert desk.prompt.has_focus
        await desk.pilot.click(desk.hits, offset=(5, line))
        await desk.settle()
        assert desk.shows(ReaderScreen)


def make_cache(folder: Path, *, indexed: bool = True) -> Path:
    """Read the sample into a cache; give the folder of its index."""
    with Library.open(sample_library(), folder) as library:
        library.load()
        if indexed:
            library.open_index()[0].close()
    return folder / "index"


def truncate(index: Path) -> None:
    for file in index.iterdir():
        if file.suffix in {".idx", ".pos", ".term", ".store", ".fast"}:
            file.write_bytes(file.read_bytes()[:20])


def make_foreign(index: Path) -> None:
    for file in index.iterdir():
        file.unlink()
    (index / "notes.txt").write_text("no index")


def set_other_schema(index: Path) -> None:
    meta = index / "meta.json"
    meta.write_text(meta.read_text().replace("title_code", "titel_code"))


@pytest.mark.parametrize("damage", [truncate, make_foreign, set_other_schema])
async def test_an_index_of_no_use_is_made_anew_with_a_word_about_it(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(make_cache(tmp_path / "cache"))
    async with open_desk(cache=tmp_path / "cache") as desk:
        await desk.search("sky")
        await desk.settle()
        assert "Why is the sky blue?" in first_hit(desk)
        assert "made anew" in desk.toasts


async def test_an_index_that_has_not_seen_all_is_fed_before_anyone_searches(tmp_path: Path) -> None:
    make_cache(tmp_path / "cache", indexed=False)
    async with open_desk(cache=tmp_path / "cache") as desk:
        await desk.search("sky")
        assert "Why is the sky blue?" in first_hit(desk)
        assert not desk.toasts


async def test_while_the_index_is_fed_the_screen_says_how_far_it_is_and_finds_what_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("loaders.feeding._BATCH", 20)
    monkeypatch.setattr("loaders.feeding._FIRST_COMMIT", 20)
    unseen = ArticleStore.unseen
    gates = {call: (threading.Event(), threading.Event()) for call in (3, 5)}
    calls = []

    def slowly(store: ArticleStore, stamp: str, limit: int) -> Unseen:
        calls.append(stamp)
        if len(calls) in gates:
            reached, go_on = gates[len(calls)]
            reached.set()
            assert go_on.wait(timeout=20)
        return unseen(store, stamp, limit)

    monkeypatch.setattr(ArticleStore, "unseen", slowly)
    opened = Library.open(sample_library())
    opened.load()
    first = opened.store.unseen("", 20).articles
    calls.clear()
    from tui.app import CarrelApp

    app = CarrelApp(opened, StateFile(None), watches=False)
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Desk(app, pilot, opened)
        await pilot.press("slash")
        assert await asyncio.to_thread(gates[3][0].wait, timeout=20)
        await pilot.pause()
        assert "indexing 40 of 110" in desk.place
        seen = {article.title for _, article in first}
        await pilot.press(*"is")
        while not desk.hits.hit:
            await pilot.pause()
        assert desk.hits.hit.row.title in seen
        few = desk.hits.virtual_size.height
        gates[3][1].set()
        assert await asyncio.to_thread(gates[5][0].wait, timeout=20)
        while desk.hits.virtual_size.height == few:
            await pilot.pause()
        gates[5][1].set()
        await desk.settle()
        assert "indexing" not in desk.place
        await desk.press("ctrl+u")
        await desk.type_in("sky")
        assert "Why is the sky blue?" in first_hit(desk)


async def test_an_index_that_fails_while_it_is_asked_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_cache(tmp_path / "cache")
    from loaders.search import Hits, SearchIndex, SearchIndexError

    search = SearchIndex.search
    calls = []

    def fail_once(index: SearchIndex, *arguments: object, **options: object) -> Hits:
        calls.append(index)
        if len(calls) == 1:
            raise SearchIndexError("a file of the index cannot be read")
        return search(index, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(SearchIndex, "search", fail_once)
    async with open_desk(cache=tmp_path / "cache") as desk:
        await desk.press("slash", "s")
        await desk.settle()
        assert calls[0] is not calls[-1]
        assert lines_of(desk.hits)


def test_feeding_in_parts_gives_the_index_that_feeding_at_once_gives(sample: Path) -> None:
    with Library.open(sample) as library:
        library.load()
        index, _ = library.open_index(fed=False)
        assert len(index) == 0
        steps = list(feed(index, library.store))
        assert steps[-1] == len(index) == 110


async def test_a_subject_that_has_none_of_the_words_stays_chosen() -> None:
    async with open_desk() as desk:
        await desk.search("light")
        await desk.press("shift+tab", "j", "enter")
        chosen = desk.subjects.subject
        assert chosen
        await desk.press("ctrl+u")
        await desk.type_in("counterpoint")
        counts = desk.app.screen.query_one(SubjectList)
        assert counts.subject is None or counts.subject.key == chosen.key
        assert f"in {chosen.name}" in desk.place


async def test_a_subject_that_there_is_not_is_named() -> None:
    async with open_desk() as desk:
        await desk.search("light subject:alchemy")
        assert "There is no subject “alchemy”." in notice(desk)
        assert "fewer of them" not in notice(desk)
        await desk.press("ctrl+u")
        await desk.type_in("zzzzzzzz subject:physics")
        assert "Nothing is found" in notice(desk)
        assert "no subject" not in notice(desk)


async def test_a_question_longer_than_the_prompt_shows_its_end() -> None:
    async with open_desk(size=(60, 20)) as desk:
        await desk.search("why does " + "light " * 20 + "bend")
        assert text_of(desk.prompt).rstrip().endswith("light bend")
        await desk.press("home")
        assert text_of(desk.prompt).startswith("why does light")


async def test_two_escapes_at_once_close_the_search_and_nothing_else() -> None:
    async with open_desk() as desk:
        await desk.press("slash")
        desk.app.simulate_key("escape")
        desk.app.simulate_key("escape")
        await desk.settle()
        assert desk.shows(LibraryScreen)
