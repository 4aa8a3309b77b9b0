"""A search while the library is still read: what comes first may change, and nothing is said too early."""

from pathlib import Path

from loaders import Progress
from tests.tui.support import open_desk, text_of
from tests.tui.test_library_screen import write
from tests.writing import Written
from tui.screens.library import LibraryScreen
from tui.widgets.split_line import SplitLine

WEAK = Written(title="What is a lamp?", slug="lamp", id=1, answer="It lights rooms. Rooms have a blue sky above.")
BEST = Written(title="Why is the sky blue?", slug="sky", id=2, answer="Air scatters blue light.")


async def test_the_best_hit_is_highlighted_also_when_it_comes_later(tmp_path: Path) -> None:
    folder = write(tmp_path, WEAK)
    async with open_desk(folder) as desk:
        await desk.search("blue sky")
        assert desk.hits.highlighted == 0
        write(folder, BEST)
        await desk.follow()
        assert text_of(desk.hits).index(BEST.title) < text_of(desk.hits).index(WEAK.title)
        assert desk.hits.hit
        assert desk.hits.hit.row.title == BEST.title


async def test_the_hit_that_somebody_has_moved_to_stays_highlighted(tmp_path: Path) -> None:
    other = Written(title="What do roofs bear?", slug="roofs", id=3, answer="The sky, and it is blue.")
    folder = write(tmp_path, WEAK, other)
    async with open_desk(folder) as desk:
        await desk.search("blue sky")
        await desk.press("down")
        assert desk.hits.hit
        chosen = desk.hits.hit.row.title
        write(folder, BEST)
        await desk.follow()
        assert desk.hits.hit.row.title == chosen
        assert desk.hits.highlighted == 2


async def test_no_spelling_is_offered_and_no_number_final_until_all_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path, Written(title="What is an entry?", slug="entry", id=1), WEAK)
    async with open_desk(folder) as desk:
        await desk.follow(Progress(2, 3))
        await desk.search("entrz blue")
        assert desk.note == ""
        assert "can be found so far" in desk.place
        await desk.press("ctrl+y")
        assert desk.prompt.value == "entrz blue"
        await desk.follow(Progress(3, 3))
        assert "Did you mean entry blue?" in desk.note
        assert "so far" not in desk.place


async def test_nothing_found_asks_for_patience_until_all_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path, Written(title="What is entropy?", slug="entropy", id=1))
    async with open_desk(folder) as desk:
        await desk.follow(Progress(1, 2))
        await desk.search("entropyxqz")
        assert "not complete yet" in desk.notice
        assert "entropy" not in desk.notice


async def test_while_another_program_reads_the_library_its_numbers_are_not_final(tmp_path: Path) -> None:
    async with open_desk(write(tmp_path, WEAK)) as desk:
        await desk.follow(Progress(0, 0, elsewhere=True))
        assert isinstance(desk.app.screen, LibraryScreen)
        assert "another program is reading it" in desk.place
        await desk.follow(Progress(0, 0))
        assert "another program" not in desk.place


async def test_tab_offers_no_subject_that_has_nothing(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        BEST,
        Written(title="What is a fugue?", slug="fugue", id=4, subject="Music", subject_slug="music"),
    )
    async with open_desk(folder) as desk:
        await desk.search("sky")
        await desk.press("tab", "tab")
        assert "only Physics" in text_of(desk.app.screen.query_one("#ask-scope", SplitLine))
        desk.prompt.value = "fugue"
        await desk.settle()
        assert "only Music" in text_of(desk.app.screen.query_one("#ask-scope", SplitLine))
