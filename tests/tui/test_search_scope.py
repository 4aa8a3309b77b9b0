"""Where a search looks: in all articles or in one subject, by `Tab` or by the counts."""

from tests.tui.support import lines_of, open_desk, text_of
from tui.widgets.subject_list import SubjectList


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


async def test_nothing_found_in_a_subject_offers_all_of_them() -> None:
    async with open_desk() as desk:
        await desk.highlight(desk.subjects, "Music")
        await desk.search("photosynthesis")
        assert "Tab searches in all subjects" in desk.notice
        await desk.press("tab")
        assert "photosynthesis" in desk.first_hit


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
        assert "There is no subject “alchemy”." in desk.notice
        assert "fewer of them" not in desk.notice
        await desk.press("ctrl+u")
        await desk.type_in("zzzzzzzz subject:physics")
        assert "Nothing is found" in desk.notice
        assert "no subject" not in desk.notice
